import { normalise } from '#core/kernel/text.ts';

/**
 * Text made ready for the time grammar: `typed` is normalised (NFC, plain spaces, "\n" kept), `folded` is the same text without
 * tones, in lower case, with every dash as "-". Both have the same length, so that a place in one is a place in the other.
 */
export interface TimeText {
  typed: string;
  folded: string;
}

export function timeText(text: string): TimeText {
  const typed = normalise(text);
  let folded = '';
  for (let at = 0; at < typed.length; at += 1) folded += foldedUnit(typed.charCodeAt(at));
  return { typed, folded };
}

/** Letters as they are folded, learnt as they come; Vietnamese has few. */
const learnt: string[] = [];

function foldedUnit(code: number): string {
  return code < 0x2213 ? (learnt[code] ??= foldUnit(String.fromCharCode(code))) : String.fromCharCode(code);
}

function foldUnit(unit: string): string {
  if (/[\u2010-\u2015\u2212]/.test(unit)) return '-';
  const bare = unit.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd');
  return bare.length === 1 ? bare : unit;
}

/** The pattern tried exactly at `at`. Spaces in the source of a pattern mean one or more blanks or line breaks. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/** A sticky pattern written legibly: " " is any run of blanks, "_" is an optional one. */
export function sticky(source: string): RegExp {
  return new RegExp(source.replaceAll(' ', '\\s+').replaceAll('_', '\\s*'), 'y');
}
