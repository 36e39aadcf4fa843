import { findSchoolYear } from '#core/kernel/school-year.ts';
import { fold, lines } from '#core/kernel/text.ts';
import { parseDocumentDate } from '#core/plan/document-date.ts';
import { parseNumberLine } from '#core/plan/document-number.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { type Cell, cellText } from '../block.ts';
import { FACT_LABELS, type Fact } from '../fact-sheet.ts';
import type { FlowPart } from './flow.ts';
import { type Recognition, use } from './recognition.ts';

/** So many known names, row below row, make a sheet of facts: fewer may be a letterhead or a row of something else. */
const LEAST_ROWS = 3;

const BY_LABEL = new Map((Object.keys(FACT_LABELS) as Fact[]).map((fact) => [fold(FACT_LABELS[fact]), fact]));

/**
 * The sheet of facts at the end of a workbook (`fact-sheet.ts`): taken out of the flow, so that nobody takes its names for text, and
 * kept for `applyFactSheet`.
 */
export function takeFactSheet(state: Recognition): void {
  if (state.source.format !== 'xlsx') return;
  const rows = state.flow.map(factIn);
  let start = state.flow.length;
  while (start > 0 && rows[start - 1] !== null) start -= 1;
  if (state.flow.length - start < LEAST_ROWS) return;
  for (const row of rows.slice(start)) state.sheetFacts.set(row!.fact, row!.text);
  for (const part of state.flow.slice(start)) use(state, part.paragraphs, 'fact-sheet');
  state.flow = state.flow.slice(0, start);
}

function factIn(part: FlowPart): { fact: Fact; text: string } | null {
  if (part.kind !== 'table' || part.table.rows.length !== 1) return null;
  const [label, value, ...more] = part.table.rows[0]!.cells as (Cell | undefined)[];
  const fact = label && BY_LABEL.get(fold(cellText(label)));
  return fact && value && more.length === 0 ? { fact, text: cellText(value) } : null;
}

/** What the sheet says goes before what was guessed from the head of the table. */
export function applyFactSheet(state: Recognition): void {
  for (const [fact, text] of state.sheetFacts) APPLY[fact](state.plan, text);
}

const APPLY: Record<Fact, (plan: PlanDocument, text: string) => void> = {
  title: (plan, text) => (plan.title = lines(text)),
  governingBody: (plan, text) => (plan.letterhead.governingBody = text),
  schoolName: (plan, text) => (plan.schoolName = plan.letterhead.schoolName = text),
  country: (plan, text) => (plan.letterhead.country = text),
  motto: (plan, text) => (plan.letterhead.motto = text),
  number: (plan, text) => Object.assign(plan, { numberText: text, number: parseNumberLine(text).number }),
  date: (plan, text) => {
    const { date, place } = parseDocumentDate(text);
    Object.assign(plan, { dateText: text, date, place });
  },
  schoolYear: (plan, text) => (plan.schoolYear = findSchoolYear(text) ?? plan.schoolYear),
  standardSet: (plan, text) => (plan.standardSet = text),
  assessmentPeriod: (plan, text) => (plan.assessmentPeriod = text),
  signerRole: (plan, text) => (plan.signature = { name: null, ...plan.signature, role: text }),
  signerName: (plan, text) => (plan.signature = { role: null, ...plan.signature, name: text }),
  recipients: (plan, text) => (plan.recipients = lines(text)),
};
