import { fold } from '#core/kernel/text.ts';
import { sameTitle } from '#core/standards/same-title.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { quoted } from './quoted.ts';

export const basisDuplicate: CheckRule = {
  id: 'basis-duplicate',
  severity: 'hint',
  title: { vi: 'Căn cứ nêu hai lần', en: 'Basis cited twice' },
  explanation: {
    vi: 'Một văn bản được nêu hai lần trong cùng phần căn cứ. Văn bản chỉ được nhắc trong tên của văn bản khác (“sửa đổi, bổ sung một số điều của …”) không tính. Nếu hai lần có trích yếu khác hẳn nhau thì đó là lỗi khác (basis-title-wrong).',
    en: 'One document is cited twice in the same list of bases; one that only stands in the name of another does not count.',
  },
  example: 'Công văn số 5932/BGDĐT-QLCL nêu ở hai dòng',
  check: ({ bases }) => {
    const seen = new Map<string, LegalBasis>();
    return bases.flatMap((basis): Fault[] => {
      const key = basis.mentioned ? null : keyOf(basis);
      if (key === null) return [];
      const earlier = seen.get(key);
      if (!earlier) {
        seen.set(key, basis);
        return [];
      }
      if (earlier.title && basis.title && sameTitle(basis.title, earlier.title) === 'different') return [];
      return [{ where: basisPlace(basis), message: `${quoted(basisName(basis))} đã được nêu ở căn cứ phía trên.` }];
    });
  },
};

const SHORTEST = 15;

function keyOf({ section, number, text }: LegalBasis): string | null {
  if (number !== null) return `${section} ${fold(number).replace(/\s/g, '')}`;
  const words = fold(text)
    .replace(/^(?:can cu|thuc hien|theo)\s+(?:vao\s+)?/, '')
    .replace(/[.;,\s]+$/, '');
  return words.length < SHORTEST ? null : `${section} ${words}`;
}
