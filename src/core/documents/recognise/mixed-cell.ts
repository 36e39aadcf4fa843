import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { MONEY, TIME } from './infer-columns.ts';
import { labelledTexts } from './labelled-line.ts';

interface Fact {
  field: ColumnField;
  text: string;
}

/**
 * The facts of a cell under "Thời gian, người thực hiện, kinh phí": by their names ("Người thực hiện: …"), or by what they look
 * like. What is no time and no money says who.
 */
export function factsOfCell(text: string): Fact[] {
  return text.split('\n').flatMap((line) => {
    const facts = labelledTexts(line);
    return facts.flatMap(({ field, text: said }) => (field === null ? factsOfWords(said) : [{ field, text: said }]));
  });
}

/** Between two facts on one line: "Tháng 10/2025; Hiệu trưởng", "BGH - tháng 9". Names in a row stay together. */
const APART = /(\s*;\s*|,?\s+[-–]\s+|,\s+)/u;

function factsOfWords(line: string): Fact[] {
  const facts: Fact[] = [];
  const pieces = line.replace(/^[\s\-–+*•·]+/, '').split(APART);
  for (let at = 0; at < pieces.length; at += 2) {
    const piece = pieces[at]!;
    if (piece.trim() === '') continue;
    const field = fieldOfWords(piece);
    const last = facts.at(-1);
    // As typed: "10/2025 - 11/2025" is a range.
    if (last?.field === field) last.text += `${pieces[at - 1]}${piece}`;
    else facts.push({ field, text: piece });
  }
  return facts;
}

function fieldOfWords(text: string): ColumnField {
  const words = fold(text);
  if (TIME.test(words)) return 'time';
  return MONEY.test(words) && /\d|kinh phi|ngan sach/.test(words) ? 'budget' : 'owners';
}
