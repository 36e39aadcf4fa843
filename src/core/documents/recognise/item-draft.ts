import type { Paragraph, Place } from '../block.ts';
import { joinWrapped } from '../blocks-lines.ts';
import type { ColumnField } from './column-field.ts';
import type { Context } from './context-row.ts';

/** A row as its words, before times, owners and money are read. */
export interface ItemDraft {
  context: Context;
  /** Texts by column; wrapped lines are mended, lines kept apart. */
  texts: Partial<Record<ColumnField, string>>;
  /** Read from running text, whose sentences name owners and times where no line of its own does. */
  narrative: boolean;
  place: Place | null;
  /** Đồng that one stands for in a bare number of its budget; 1 when left out. */
  moneyUnit?: number;
  paragraphs: Paragraph[];
}

/** Adds words to a field: on the same line when they continue a sentence, otherwise on a new one. */
export function append(draft: ItemDraft, field: ColumnField, text: string): void {
  const before = draft.texts[field];
  if (text === '') return;
  if (before === undefined || before === '') draft.texts[field] = text;
  else draft.texts[field] = startsInside(text) ? joinWrapped(before, text) : `${before}\n${text}`;
}

/** Whether a text begins in the middle of a sentence. */
export function startsInside(text: string): boolean {
  return /^[\p{Ll},;.)]/u.test(text.trim()) && !/^[a-zđ][.)]\s/u.test(text.trim());
}
