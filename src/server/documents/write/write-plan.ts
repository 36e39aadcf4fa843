import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { schoolYearCode } from '#core/kernel/school-year.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import { writeDocx } from './write-docx.ts';
import { writeJson } from './write-json.ts';
import { writePdfInProcess } from './write-pdf-in-process.ts';
import { writeXlsx } from './write-xlsx.ts';

export const PLAN_FORMATS = ['docx', 'pdf', 'xlsx', 'json'] as const;
export type PlanFormat = (typeof PLAN_FORMATS)[number];

export interface WritePlanOptions {
  layout: PlanLayoutName;
  format: PlanFormat;
  /** Gives the titles of standards; null when the plan names no set that is known. */
  set: StandardSet | null;
  /** PDF only: PDF/A-2a. */
  pdfA?: boolean;
  now: Date;
}

/** The plan as a file. `layout` shapes .docx and .pdf; .xlsx holds the rows, .json everything. */
export async function writePlan(plan: PlanDocument, options: WritePlanOptions): Promise<Uint8Array> {
  const { layout, format, set, now, pdfA = false } = options;
  switch (format) {
    case 'docx':
      return writeDocx(layoutPlan(plan, layout, { set }));
    case 'pdf':
      return writePdfInProcess(layoutPlan(plan, layout, { set }), { now, pdfA });
    case 'xlsx':
      return writeXlsx(plan, set);
    case 'json':
      return writeJson(plan);
  }
}

/** "ke-hoach-cai-tien-2025-2026.docx" */
export function planFileName(plan: Pick<PlanDocument, 'schoolYear'>, format: PlanFormat): string {
  const year = plan.schoolYear === null ? '' : `-${schoolYearCode(plan.schoolYear)}`;
  return `ke-hoach-cai-tien${year}.${format}`;
}
