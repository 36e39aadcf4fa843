import type { StandardSet } from '#core/standards/standard-set.ts';
import type { PlanDocument } from '../plan-document.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { resultPlace } from './result-place.ts';

export const countImpossible: CheckRule = {
  id: 'count-impossible',
  severity: 'error',
  title: { vi: 'Số lượng tiêu chí không thể có', en: 'Impossible count' },
  explanation: {
    vi: 'Số tiêu chí đạt nhiều hơn tổng số, đạt cộng không đạt khác tổng số, hoặc tổng số khác với bộ tiêu chuẩn (mầm non 25/25/19, tiểu học 27/27/19, trung học 28/28/20). Nếu bộ tiêu chuẩn đã được sửa đổi trước ngày của kế hoạch thì tổng số chỉ được gợi ý đối chiếu.',
    en: 'More criteria met than there are, met and not met do not add up, or the total is not the set’s. After an amendment of the set the total is only a hint.',
  },
  example: 'Số lượng tiêu chí đạt Mức 3: 20/25',
  check: (document) =>
    Object.entries(document.results.levels).flatMap(([level, { met, notMet, total }]): Fault[] => {
      if (total === null) return [];
      const where = resultPlace(document, `${met}/${total}`);
      if (met > total || (notMet ?? 0) > total) {
        const more = met > total ? met : notMet;
        return [{ where, message: `Mức ${level} ghi ${more}/${total} tiêu chí, nhiều hơn tổng số.` }];
      }
      if (notMet !== null && met + notMet !== total) {
        const message = `Mức ${level} ghi ${met} tiêu chí đạt và ${notMet} không đạt, cộng lại không bằng ${total}.`;
        return [{ where, message }];
      }
      return totalFault(document, level, met, total, where);
    }),
};

function totalFault(
  document: CheckedDocument,
  level: string,
  met: number,
  total: number,
  where: Fault['where'],
): Fault[] {
  const { set, plan } = document;
  const known = set?.counts.criteriaByLevel[level];
  if (set === null || known === undefined || known === total) return [];
  const message = `Mức ${level} ghi tổng số ${total} tiêu chí, bộ tiêu chuẩn ${set.code} có ${known}.`;
  const suggestion = met <= known ? `${met}/${known}` : null;
  return [{ where, message, suggestion, severity: wasAmended(set, plan) ? 'hint' : 'error' }];
}

/** An amendment in force by then may have changed the number of criteria. */
function wasAmended(set: StandardSet, plan: PlanDocument): boolean {
  const day = plan.date ?? (plan.schoolYear ? `${plan.schoolYear.start + 1}-05-31` : null);
  return set.amendedBy.some(({ effective }) => day === null || effective <= day);
}
