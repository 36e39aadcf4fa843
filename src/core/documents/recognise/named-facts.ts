import type { ItemField } from '#core/plan/plan-document.ts';
import type { ColumnField } from './column-field.ts';
import { itemFieldsOf } from './column-field.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelledTexts } from './labelled-line.ts';

/** Facts that people name in the cell of the action where the table has no column for them. */
const MOVED: readonly ColumnField[] = ['time', 'owners', 'leads', 'collaborators', 'budget', 'expectedEvidence'];

/** One line that begins like a fact may be part of what is done ("Kinh phí: do hội cha mẹ góp"): some row has to name so many. */
const LEAST_FACTS = 2;

/**
 * "- Dự giờ hỗ trợ. ⏎ Thời gian: tháng 10 ⏎ Người thực hiện: tổ trưởng" in the cell of the action: each fact goes where it belongs, if no
 * column of the table (`fields`) gives it. The drafts themselves when the plan does not tell its facts so.
 */
export function withNamedFacts(drafts: readonly ItemDraft[], fields: ReadonlySet<string>): readonly ItemDraft[] {
  const named = drafts.map((draft) => namedIn(draft, fields));
  if (!named.some((found) => found !== null && Object.keys(found.facts).length >= LEAST_FACTS)) return drafts;
  return drafts.map((draft, index) => {
    const found = named[index];
    return found ? { ...draft, texts: { ...draft.texts, ...found.facts, action: found.action } } : draft;
  });
}

/** The facts that the action of a row names, and the action without them; null when it names none, or nothing else. */
function namedIn(
  { texts, narrative }: ItemDraft,
  fields: ReadonlySet<string>,
): { facts: ItemDraft['texts']; action: string } | null {
  const { action, ...others } = texts;
  if (narrative || !action?.includes(':')) return null;
  const facts: ItemDraft['texts'] = {};
  const rest: string[] = [];
  for (const line of action.split('\n')) {
    const pieces = labelledTexts(line);
    // "Biện pháp:" alone above the steps only names the cell.
    if (pieces.every(({ field, text }) => field === 'action' && text === '')) continue;
    const kept = pieces.filter(({ field, text }) => !isMissing(field, text, others, fields));
    if (kept.length === pieces.length) rest.push(line);
    else if (kept.length > 0) rest.push(kept.map(({ text }) => text).join(' '));
    for (const { field, text } of pieces)
      if (isMissing(field, text, others, fields))
        facts[field] = facts[field] === undefined ? text : `${facts[field]}\n${text}`;
  }
  const left = rest.join('\n');
  return Object.keys(facts).length > 0 && left.trim() !== '' ? { facts, action: left } : null;
}

function isMissing(
  field: ColumnField | null,
  text: string,
  others: ItemDraft['texts'],
  fields: ReadonlySet<string>,
): field is ColumnField {
  if (field === null || text === '' || !MOVED.includes(field) || others[field] !== undefined) return false;
  return itemFieldsOf(field).every((each) => !fields.has(each));
}

/** The facts that `withNamedFacts` found for some row. */
export function namedFields(before: readonly ItemDraft[], after: readonly ItemDraft[]): ItemField[] {
  const added = after.flatMap(({ texts }, index) =>
    MOVED.filter((field) => texts[field] !== undefined && before[index]!.texts[field] === undefined),
  );
  return [...new Set(added.flatMap(itemFieldsOf))];
}
