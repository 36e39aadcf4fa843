import { fold } from '#core/kernel/text.ts';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import { itemFieldsOf } from './column-field.ts';
import type { ColumnField } from './column-field.ts';
import { NO_CONTEXT, enter } from './context-row.ts';
import type { FlowLine } from './flow.ts';
import { MONEY } from './infer-columns.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';

const CRITERION = /^(?:tiêu chí|TC)\s*\d\.\d{1,2}$/iu;
const LEAST_LINES = 2;

/**
 * Rows that people type on one line each, their cells set apart by dashes: "TC 1.3 - Công đoàn ít hoạt động - thăm hỏi kịp thời -
 * CTCĐ - hàng tháng". Only where two lines or more are whole: criterion, what is wrong, what is done, who, when.
 */
export function readDashedLines(state: Recognition): ItemDraft[] {
  const rows = state.flow.slice(state.bodyStart, state.bodyEnd).flatMap((part) => {
    const texts = part.kind === 'line' && isFree(state, part.paragraphs) ? textsOf(part) : null;
    return texts === null ? [] : [{ line: part as FlowLine, texts }];
  });
  if (rows.length < LEAST_LINES) return [];
  for (const { line } of rows) state.itemParts.add(line);
  const fields = rows.flatMap(({ texts }) => Object.keys(texts) as ColumnField[]).flatMap(itemFieldsOf);
  for (const field of fields) if (!state.plan.itemFields.includes(field)) state.plan.itemFields.push(field);
  return rows.map(({ line, texts: { criterion = '', ...texts } }) => {
    use(state, line.paragraphs, 'item');
    return {
      context: enter(NO_CONTEXT, criterion, true) ?? NO_CONTEXT,
      texts: { criterion, ...texts },
      narrative: false,
      place: line.place,
      paragraphs: line.paragraphs,
    };
  });
}

function textsOf(line: FlowLine): ItemDraft['texts'] | null {
  const label = labelOf(line);
  const text = label === null || label.kind === 'decimal' ? line.text.trim() : label.text;
  const [criterion = '', ...pieces] = text.split(/\s+[-–—]\s+/);
  if (!CRITERION.test(criterion)) return null;
  const at = pieces.findLastIndex((piece) => saysWhen(piece));
  const rest = pieces.slice(at + 1);
  // Need, action and who stand in front of the time.
  if (at !== 3 || rest.length > 1 || rest.some((piece) => !MONEY.test(fold(piece)))) return null;
  const [need = '', action = '', leads = '', time = ''] = pieces;
  return { criterion, need, action, leads, time, ...(rest[0] === undefined ? {} : { budget: rest[0] }) };
}

function saysWhen(text: string): boolean {
  const { start, end, recurrence } = parseSchoolTime(text, { schoolYear: { start: 2000 } });
  return text.length <= 60 && (start !== null || end !== null || recurrence !== null);
}
