import { isNumberedYearly, isVerified } from '#core/standards/legal-document.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedLike } from './dates.ts';
import { knownDocuments } from './known-documents.ts';
import { quoted } from './quoted.ts';

export const basisDateWrong: CheckRule = {
  id: 'basis-date-wrong',
  severity: 'error',
  title: { vi: 'Ngày của căn cứ không đúng', en: 'Wrong date of a known document' },
  explanation: {
    vi: 'Ngày ghi cho một văn bản đã biết khác với ngày ban hành của nó. Chỉ là lỗi khi ngày ban hành đã được đối chiếu, nếu chưa thì là gợi ý.',
    en: 'A known document is cited with another date than its own; an error only when the date is verified.',
  },
  example: 'Công văn số 5942/BGDĐT-QLCL ngày 28/12/2019 (đúng là 28/12/2018)',
  check: ({ bases, library }) =>
    bases.flatMap((basis): Fault[] => {
      if (library === null || basis.number === null || basis.date === null) return [];
      const known = knownDocuments(library, basis.number).filter((document) => !isNumberedYearly(document));
      const dated = known.filter((document) => document.issued !== null);
      const [document] = dated;
      if (!document?.issued || dated.length < known.length || dated.some(({ issued }) => issued === basis.date))
        return [];
      const message = `${quoted(basisName(basis))} ban hành ngày ${printedLike(document.issued, basis.dateText)}, văn bản ghi ngày ${printedLike(basis.date, basis.dateText)}.`;
      const severity = isVerified(document, 'issued') ? 'error' : 'hint';
      const where = basisPlace(basis, basis.dateText ?? basis.text);
      return [{ where, message, suggestion: printedLike(document.issued, basis.dateText), severity }];
    }),
};
