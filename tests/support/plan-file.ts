import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName } from '#core/standards/standard-set.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { type PlanFormat, planFileName, writePlan } from '#server/documents/write/write-plan.ts';
import { CLEAN_PLANS } from '#core/plan/samples/clean-plans.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';

/** One of our own plans as a file to bring, as a browser is given it. */
export async function planFile(options: {
  layout: PlanLayoutName;
  schoolYear?: number;
  format?: PlanFormat;
  change?: (plan: PlanDocument) => PlanDocument;
}): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const { layout, format = 'docx', change = (plan) => plan } = options;
  const clean = CLEAN_PLANS.find((sample) => sample.layout === layout)!.plan;
  const plan = change(clean);
  const set = setOfPlan(plan, getStandards().sets);
  const bytes = await writePlan(plan, { layout, format, set, now: new Date('2026-09-01T00:00:00Z') });
  const name = planFileName(options.schoolYear ? { schoolYear: { start: options.schoolYear } } : plan, format);
  return { name: `${layout}-${name}`, mimeType: '', buffer: Buffer.from(bytes) };
}
