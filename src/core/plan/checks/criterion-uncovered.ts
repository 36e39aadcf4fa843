import { findCriterion } from '#core/standards/find-in-set.ts';
import type { LevelKey } from '../results.ts';
import type { CheckedDocument } from './checked-document.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { resultPlace } from './result-place.ts';

export const criterionUncovered: CheckRule = {
  id: 'criterion-uncovered',
  severity: 'warning',
  title: { vi: 'Tiêu chí chưa đạt mà không có kế hoạch', en: 'A failed criterion without a row' },
  explanation: {
    vi: 'Ở mức thấp nhất còn tiêu chí chưa đạt, số tiêu chí trong kế hoạch ít hơn số chưa đạt, hoặc một tiêu chí được nêu tên là chưa đạt mà không có hàng nào. Kế hoạch theo Thông tư 57/2026 chỉ lập cho vấn đề ưu tiên nên không bị báo.',
    en: 'At the lowest level that is not fully met, fewer criteria are planned than fail, or a criterion named as failing has no row.',
  },
  example: '9 tiêu chí không đạt Mức 2, kế hoạch chỉ có 3',
  check: (document) => {
    if (document.set?.planForms.scope === 'priority-problems-only' || document.plan.items.length === 0) return [];
    const named = namedButUnplanned(document);
    return named.length > 0 ? named : tooFew(document);
  },
};

/** The next level to reach; what fails above it is no duty of this year. */
function tooFew(document: CheckedDocument): Fault[] {
  const levels = Object.entries(document.results.levels) as [
    LevelKey,
    { met: number; notMet: number | null; total: number | null },
  ][];
  for (const [level, { met, notMet, total }] of levels.sort(([a], [b]) => Number(a) - Number(b))) {
    const failing = notMet ?? (total === null ? 0 : total - met);
    if (failing <= 0) continue;
    const planned = plannedFor(document, Number(level));
    if (planned >= failing) return [];
    const where = resultPlace(document, `${failing}/${total}`);
    const own = where.part === 'document' ? resultPlace(document, `${met}/${total}`) : where;
    return [{ where: own, message: `${failing} tiêu chí chưa đạt Mức ${level}, kế hoạch chỉ có ${planned}.` }];
  }
  return [];
}

/**
 * Criteria with a row of the level, or that says no level; where no row is of that level, those of higher ones count. Rows where they
 * name no criteria.
 */
function plannedFor({ plan, criteria }: CheckedDocument, level: number): number {
  const hasOwn = plan.items.some(({ levels }) => levels.includes(level));
  const rows = plan.items.filter(
    ({ levels }) => levels.length === 0 || levels.some((each) => (hasOwn ? each === level : each > level)),
  );
  const planned = new Set(rows.flatMap((item) => criteria.get(item) ?? []));
  return planned.size > 0 ? planned.size + rows.filter((item) => item.criterion === null).length : rows.length;
}

const NAMED =
  /(?:không|chưa)\s+đạt.*?tiêu chí\s+((?:\d\.\d{1,2})(?:\s*(?:,|;|và)\s*(?:tiêu chí\s+)?\d\.\d{1,2})*)(?!\s*%|\d)/iu;
const NAMED_BEFORE =
  /tiêu chí\s+((?:\d\.\d{1,2})(?:\s*(?:,|;|và)\s*(?:tiêu chí\s+)?\d\.\d{1,2})*)\s+(?:không|chưa)\s+đạt/iu;

/** "Các tiêu chí chưa đạt Mức 2: 1.8, 2.2": says so wherever it stands. */
const LISTED =
  /(?:tiêu chí\s+(?:còn\s+)?(?:không|chưa)\s+đạt|(?:không|chưa)\s+đạt\s+\d+(?:\/\d+)?\s+tiêu chí)[^:;.]{0,40}:\s*((?:tiêu chí\s+)?\d\.\d{1,2}(?:\s*(?:,|;|và)\s*(?:tiêu chí\s+)?\d\.\d{1,2})*)(?!\s*%|\d)/iu;

function namedButUnplanned({ plan, set, passages, criteria }: CheckedDocument): Fault[] {
  if (set === null || !plan.itemFields.includes('criterion')) return [];
  const planned = new Set([...criteria.values()].flat());
  return passages
    .filter(({ part, lower }) => part === 'section' && lower.includes('đạt'))
    .flatMap((passage) => {
      const isResult = passage.role === 'results' || passage.role === 'priorities';
      const patterns = isResult ? [LISTED, NAMED, NAMED_BEFORE] : [LISTED];
      const list =
        patterns.map((pattern) => pattern.exec(passage.text)?.[1]).find((found) => found !== undefined) ?? '';
      return (list.match(/\d\.\d{1,2}/g) ?? [])
        .filter((code) => findCriterion(set, code) !== null && !planned.has(code))
        .map((code) => ({
          where: passage.at(code),
          message: `Tiêu chí ${code} được nêu là chưa đạt nhưng kế hoạch không có hàng nào.`,
        }));
    });
}
