import type { ItemField } from '#core/plan/plan-document.ts';
import type { ColumnField } from './column-field.ts';
import { itemFieldsOf } from './column-field.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelledTexts } from './labelled-line.ts';

/** Facts that people name in the cell of the action where the table has no column for them. */
const MOVED: readonly ColumnField[] = ['time', 'owners', 'leads', 'collaborators', 'budget', 'expectedEvidence'];

/** One line that begins like a fact may be part of what is done ("Kinh phí: do hội cha mẹ góp"); so many name facts. */
const LEAST_FACTS = 2;

/**
 * "- Dự giờ hỗ trợ. ⏎ Thời gian: tháng 10 ⏎ Người thực hiện: tổ trưởng" in the cell of the action: each fact goes where it belongs, if no
 * column of the table (`fields`) gives it. The draft itself when it names none.
 */
export function withNamedFacts(draft: ItemDraft, fields: ReadonlySet<string>): ItemDraft {
  const { action, ...others } = draft.texts;
  if (draft.narrative || !action?.includes(':')) return draft;
  const facts: ItemDraft['texts'] = {};
  const rest: string[] = [];
  for (const line of action.split('\n')) {
    const pieces = labelledTexts(line);
    const kept = pieces.filter(({ field, text }) => !isMissing(field, text, others, fields));
    if (kept.length === pieces.length) rest.push(line);
    else if (kept.length > 0) rest.push(kept.map(({ text }) => text).join(' '));
    for (const { field, text } of pieces)
      if (isMissing(field, text, others, fields))
        facts[field] = facts[field] === undefined ? text : `${facts[field]}\n${text}`;
  }
  // A cell of nothing but facts says what is done with them.
  if (Object.keys(facts).length < LEAST_FACTS || rest.join('').trim() === '') return draft;
  return { ...draft, texts: { ...others, ...facts, action: rest.join('\n') } };
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
