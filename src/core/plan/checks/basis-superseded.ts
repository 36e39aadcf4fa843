import { wasInForce } from '#core/standards/legal-document.ts';
import type { PlanDocument } from '../plan-document.ts';
import { basisName, basisPlace } from './basis-place.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { printedDate } from './dates.ts';
import { knownDocument } from './known-documents.ts';
import { quoted } from './quoted.ts';

export const basisSuperseded: CheckRule = {
  id: 'basis-superseded',
  severity: 'warning',
  title: { vi: 'Căn cứ đã hết hiệu lực', en: 'Basis no longer in force' },
  explanation: {
    vi: 'Một văn bản đã hết hiệu lực vào ngày của kế hoạch. Nếu ngày hết hiệu lực chưa được đối chiếu thì chỉ là gợi ý.',
    en: 'A known document was no longer in force on the plan’s date; a hint when the date of its end is not verified.',
  },
  example: 'Kế hoạch tháng 9/2026 căn cứ Thông tư 17/2018/TT-BGDĐT',
  check: ({ plan, bases, library }) => {
    const date = plan.date ?? earliestDay(plan);
    if (library === null || date === null) return [];
    return bases.flatMap((basis): Fault[] => {
      const document =
        basis.number === null || basis.mentioned ? null : knownDocument(library, basis.number, basis.date);
      if (!document || document.inForceUntil === null) return [];
      const { state, verified } = wasInForce(document, date);
      if (state !== 'no-longer') return [];
      const [successor] = document.replacedBy;
      const replaced = successor === undefined ? '' : `, ${successor} thay thế`;
      const message = `${quoted(basisName(basis))} đã hết hiệu lực từ ${printedDate(document.inForceUntil)}${replaced}.`;
      return [
        { where: basisPlace(basis), message, suggestion: successor ?? null, severity: verified ? 'warning' : 'hint' },
      ];
    });
  },
};

/** A plan without its date is written at the earliest in the summer before its school year. */
function earliestDay({ schoolYear }: PlanDocument): string | null {
  return schoolYear === null ? null : `${schoolYear.start}-05-01`;
}
