import { editItem } from '#core/plan/edit-item.ts';
import { comparePlans } from '#core/plan/life/compare-plans.ts';
import { issuedPlan } from '#core/plan/life/issued-parts.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { writePlan } from '#server/documents/write/write-plan.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { medianOf, reportMilliseconds } from './support/report.ts';

/** What people wait for in the life of a plan of 300 rows: the comparison of two versions, and an issue with its documents. */
const before = structuredClone(aPlanOf(300, 1));
const after = structuredClone(before);
// A revision of some size: every third row has another action, every tenth is gone, a few stand elsewhere.
after.items = after.items
  .map((item, index) =>
    index % 3 === 0 ? editItem(item, 'action', `${item.action} Rà soát lại mỗi quý.`, after) : item,
  )
  .filter((_, index) => index % 10 !== 9);
after.items.unshift(...after.items.splice(100, 5));
reportMilliseconds(
  'comparing two versions of 300 rows',
  await medianOf(() => comparePlans(before, after), 21, 10),
  100,
);

const set = setOfPlan(before, getStandards().sets);
const facts = { number: '12/KH-MNVD', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Nguyễn Thị Ví Dụ' };
reportMilliseconds(
  'printing and hashing 300 rows for an issue',
  await medianOf(
    async () => {
      const plan = issuedPlan(before, facts);
      const options = { layout: 'nine-column' as const, set, now: new Date() };
      const word = await writePlan(plan, { ...options, format: 'docx' });
      const pdf = await writePlan(plan, { ...options, format: 'pdf', pdfA: true });
      return [sha256(contentOf(plan)), sha256(word), sha256(pdf)];
    },
    3,
    1,
  ),
  3_000,
);
