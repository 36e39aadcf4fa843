import { fold } from '#core/kernel/text.ts';
import type { Context } from './context-row.ts';

/** "tiêu chí 1.4", "TC 1.4", and "[1.4]" in front of a text. */
const NAMED = /(?:tieu chi|\btc)\s*:?\s*(\d)\s*\.\s*(\d{1,2})\b|^\s*[[(](\d)\.(\d{1,2})[\])]/g;

/**
 * The one criterion that a sentence names, "1.4" of "… của tiêu chí 1.4 của tiêu chuẩn 1"; null for none or several. `bare` also
 * takes "1.4" alone at the start of a line.
 */
export function criterionInSentence(text: string, bare: boolean): string | null {
  const words = fold(text);
  const named = [...words.matchAll(NAMED)].map((match) => `${match[1] ?? match[3]}.${match[2] ?? match[4]}`);
  const codes = new Set(
    named.length > 0 || !bare
      ? named
      : [...words.matchAll(/(?:^|\s)(\d)\.(\d{1,2})(?=[\s.:)]|$)/g)].map((match) => `${match[1]}.${match[2]}`),
  );
  return codes.size === 1 ? [...codes][0]! : null;
}

/** The one standard that a sentence names; null for none or several. */
export function standardInSentence(text: string): string | null {
  const codes = new Set([...fold(text).matchAll(/tieu chuan\s*:?\s*(\d)\b(?!\s*[.,]\d)/g)].map((match) => match[1]!));
  return codes.size === 1 ? [...codes][0]! : null;
}

/** The context below words that name a criterion or standard somewhere: "I. VỀ ĐỘI NGŨ (Tiêu chuẩn 2)". */
export function enterNamed(context: Context, text: string): Context | null {
  const criterion = criterionInSentence(text, false);
  const standard = criterion?.split('.')[0] ?? standardInSentence(text);
  if (standard === null) return null;
  return { ...context, standard, criterion, criterionText: criterion === null ? null : text };
}
