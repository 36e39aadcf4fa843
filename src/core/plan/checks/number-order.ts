import { fold } from '#core/kernel/text.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedDate } from './dates.ts';
import { quoted } from './quoted.ts';

export const numberOrder: CheckRule = {
  id: 'number-order',
  severity: 'hint',
  title: { vi: 'Số văn bản ngược thứ tự ngày', en: 'Numbers out of order' },
  explanation: {
    vi: 'Kế hoạch căn cứ một văn bản của chính trường có số lớn hơn nhưng ngày không muộn hơn. Nếu trường đánh số riêng cho từng loại văn bản thì bỏ qua gợi ý này.',
    en: 'The plan cites a document of the same issuer with a higher number that is dated the same day or earlier. Schools that number each kind apart may ignore it.',
  },
  example: 'Kế hoạch 97/KH-TH ngày 15/8 căn cứ Quyết định 98/QĐ-TH cùng ngày',
  check: ({ plan, bases }) => {
    const own = numberOf(plan.number);
    const date = plan.date;
    if (own === null || date === null) return [];
    return bases.flatMap((basis): Fault[] => {
      const cited = numberOf(basis.number);
      if (!cited || cited.issuer !== own.issuer || cited.value <= own.value) return [];
      if (basis.date === null || basis.date > date || basis.date.slice(0, 4) !== date.slice(0, 4)) return [];
      const message = `Kế hoạch số ${plan.number ?? ''} ngày ${printedDate(date)} căn cứ ${quoted(basisName(basis))} có số lớn hơn, ngày ${printedDate(basis.date)}.`;
      return [{ where: basisPlace(basis, basis.number), message }];
    });
  },
};

/** "97/KH-CX" -> 97 of "cx". Numbers with a year belong to other issuers. */
function numberOf(number: string | null): { value: number; issuer: string } | null {
  const match = /^(\d{1,4})\s*\/\s*[\p{L}&]+\s*-\s*(.+)$/u.exec(number ?? '');
  return match ? { value: Number(match[1]), issuer: fold(match[2] ?? '') } : null;
}
