import type { SchoolType } from '#core/organisations/school-type.ts';
import { isVerified, type LegalDocument, type LegalLibrary } from '#core/standards/legal-document.ts';
import { sameTitle } from '#core/standards/same-title.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { knownDocument } from './known-documents.ts';
import { quoted } from './quoted.ts';

export const basisTitleWrong: CheckRule = {
  id: 'basis-title-wrong',
  severity: 'error',
  title: { vi: 'Số và tên căn cứ không khớp', en: 'A document under another one’s title' },
  explanation: {
    vi: 'Một văn bản đã biết được ghi dưới tên của văn bản khác, thường do chép nhầm số. Trích yếu ghi tắt, ghi gọn không bị báo. Nếu tên không giống văn bản nào đã biết, hoặc tên chưa được đối chiếu, thì chỉ là gợi ý.',
    en: 'A known document stands under the title of another one. Abridged titles are accepted; unverified ones give a hint only.',
  },
  example: 'Thông tư số 17/2018/TT-BGDĐT … đối với trường trung học (đúng là 18/2018/TT-BGDĐT)',
  check: ({ plan, bases, library }) =>
    bases.flatMap((basis): Fault[] => {
      const { number, title, date } = basis;
      if (library === null || number === null || title === null) return [];
      const document = knownDocument(library, number, date);
      if (!document?.title || sameTitle(title, document.title) !== 'different') return [];
      const other = findByTitle(library, title, document);
      const sure = isVerified(document, 'title') && other !== null && isVerified(other, 'title');
      const message = other
        ? `${quoted(basisName(basis))} được ghi dưới tên của ${other.kind} ${other.number}.`
        : `Tên ghi cho ${quoted(basisName(basis))} không giống tên đã biết: ${quoted(document.title)}.`;
      return [
        {
          where: basisPlace(basis),
          message,
          suggestion: other === null ? document.title : meant(document, other, plan.schoolType),
          severity: sure ? 'error' : 'hint',
        },
      ];
    }),
};

/** Either the number or the title is the slip: what is for this type of school was meant. Null when both may be. */
function meant(cited: LegalDocument, named: LegalDocument, type: SchoolType | null): string | null {
  if (type === null) return null;
  const [byNumber, byTitle] = [cited, named].map(({ schoolTypes }) => (schoolTypes as SchoolType[]).includes(type));
  if (byNumber === byTitle) return null;
  return byNumber ? cited.title : named.number;
}

function findByTitle(library: LegalLibrary, title: string, not: LegalDocument): LegalDocument | null {
  const same = library.documents.filter(
    (document) => document !== not && document.title !== null && sameTitle(title, document.title) === 'same',
  );
  return (
    same.find((document) => document.issued === not.issued) ??
    same.find((document) => document.kind === not.kind) ??
    null
  );
}
