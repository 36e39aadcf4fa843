import { isVerified } from '#core/standards/legal-document.ts';
import type { LegalBasis } from '../legal-basis.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedLike } from './dates.ts';
import { monthMentions } from './month-mention.ts';
import { knownDocument } from './known-documents.ts';
import { quoted } from './quoted.ts';

export const basisAfterDocument: CheckRule = {
  id: 'basis-after-document',
  severity: 'error',
  title: { vi: 'Căn cứ ban hành sau kế hoạch', en: 'Basis dated after the document' },
  explanation: {
    vi: 'Một căn cứ có ngày sau ngày của kế hoạch, nên khi ký kế hoạch thì nó chưa có. Với văn bản không ghi ngày, ngày ban hành đã đối chiếu được dùng thay.',
    en: 'A basis is dated after the plan, so it did not exist when the plan was signed.',
  },
  example: 'Kế hoạch ngày 05/9/2024 căn cứ văn bản ngày 06/9/2024',
  check: (document) => {
    const date = document.plan.date;
    if (date === null) return [];
    return document.bases.flatMap((basis): Fault[] => {
      const basisDate = dateOf(basis, document);
      if (basisDate === null || basisDate <= date.slice(0, basisDate.length)) return [];
      const message = `Căn cứ ${quoted(basisName(basis))} ngày ${printedLike(basisDate, basis.dateText)} ban hành sau ngày của kế hoạch (${printedLike(date, basis.dateText)}).`;
      return [{ where: basisPlace(basis), message }];
    });
  },
};

/** As stated; the month when only the day is blank; else as known. */
function dateOf(basis: LegalBasis, { library }: CheckedDocument): string | null {
  if (basis.date !== null) return basis.date;
  const month = basis.dateText === null ? undefined : monthMentions(basis.dateText).find(({ code }) => code !== null);
  if (month?.code) return month.code;
  if (library === null || basis.number === null || basis.dateText !== null) return null;
  const known = knownDocument(library, basis.number);
  return known && isVerified(known, 'issued') ? known.issued : null;
}
