import { fold } from '#core/kernel/text.ts';
import { knownOwner } from '#core/plan/owner.ts';
import { MONEY, TIME } from './infer-columns.ts';
import type { ItemDraft } from './item-draft.ts';

/** At the end of a sentence, in one pair of brackets. */
const BRACKET = /^(.{8,}?)\s*\(([^()]{5,160})\)\s*[.;]?\s*$/su;

/**
 * "Lắp quạt ở 05 phòng (Kế toán; tháng 10/2024; 5 triệu đồng).": who, when and with what money behind a sentence that says what is
 * done. Only when every piece is one of these, and one of them says when; null for any other bracket.
 */
export function factsInBracket(sentence: string): ItemDraft['texts'] | null {
  const [, action, inside] = BRACKET.exec(sentence) ?? [];
  if (action === undefined || inside === undefined || action.includes('\n')) return null;
  const texts: ItemDraft['texts'] = { action };
  const pieces = inside.split(inside.includes(';') ? /\s*;\s*/ : /,\s+/);
  for (const piece of pieces) {
    const field = fieldOf(piece);
    if (field === null) return null;
    texts[field] = texts[field] === undefined ? piece : `${texts[field]}${field === 'leads' ? ', ' : '\n'}${piece}`;
  }
  return texts.time !== undefined && pieces.length > 1 ? texts : null;
}

function fieldOf(piece: string): 'time' | 'budget' | 'leads' | null {
  const words = fold(piece);
  if (TIME.test(words)) return 'time';
  if (MONEY.test(words)) return 'budget';
  return piece.split(/,\s+|\s+và\s+/u).every((name) => knownOwner(name) !== null) ? 'leads' : null;
}
