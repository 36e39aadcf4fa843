import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import { layoutOr } from '#server/documents/write/layout-or.ts';
import { writeHtml } from '#server/documents/write/write-html.ts';
import { documentOf, type Plan } from '#server/plan/get-plan.ts';
import { sha256 } from '#server/platform/sha256.ts';
import { setOf } from './plan-table.ts';

const MOST = 20;
const kept = new Map<string, string>();

/** The draft as people with a link read it. Many open one link at once: the same content is laid out once. */
export function consultationPaper(plan: Plan): string {
  const document = documentOf(plan);
  const key = `${plan.layout} ${sha256(contentOf(document))}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const html = writeHtml(layoutPlan(document, layoutOr(null, plan.layout), { set: setOf(plan) }), { cards: true });
  const oldest = kept.size >= MOST ? kept.keys().next().value : undefined;
  if (oldest !== undefined) kept.delete(oldest);
  kept.set(key, html);
  return html;
}
