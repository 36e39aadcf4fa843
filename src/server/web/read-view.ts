import type { Finding } from '#core/plan/finding.ts';
import { readRowView, type RowView } from '#lib/plan/row-view.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import type { Context } from '#server/identity/context.ts';
import type { Plan } from '#server/plan/get-plan.ts';
import { standardsLibrary } from './standards.ts';

/** The view of a plan's rows that an address asks for, with the findings when it asks for rows by them. */
export async function readView(
  context: Context,
  plan: Plan,
  url: URL,
): Promise<{ view: RowView; findings: readonly Finding[] }> {
  const view = readRowView(url.searchParams);
  if (view.finding === null) return { view, findings: [] };
  const { sets, legal } = standardsLibrary();
  return { view, findings: await checkStoredPlan(context, { plan, sets, library: legal }) };
}
