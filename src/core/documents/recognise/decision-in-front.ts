import { fold } from '#core/kernel/text.ts';
import { findSignature, readSignature } from './find-signature.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { isLetterheadLine, namesCountry } from './letterhead-line.ts';
import type { Recognition } from './recognition.ts';

/** "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch …" */
const FIRST_ARTICLE = /^dieu 1\b/;

/** Whether a line is the title of a decision. */
export function isDecision(part: FlowPart | undefined): boolean {
  return part?.kind === 'line' && /^quyet dinh/.test(fold(part.text));
}

/** Index of the article by which the decision at `decision` begins to decide; -1 when it has none. */
export function firstArticle(flow: readonly FlowPart[], decision: number): number {
  return flow.findIndex(
    (part, index) => index > decision && part.kind === 'line' && FIRST_ARTICLE.test(fold(part.text)),
  );
}

/**
 * Where the letterhead of the plan itself begins, when a decision in front of it has one of its own; 0 when the parts before the
 * title are of one document.
 */
export function ownLetterheadStart(flow: readonly FlowPart[], titleAt: number): number {
  const front = flow.slice(0, Math.max(0, titleAt));
  const decision = front.findIndex(isDecision);
  const country = front.findLastIndex((part) => part.paragraphs.some(({ text }) => namesCountry(text)));
  if (decision < 0 || country < decision) return 0;
  // On lines of their own, body and school may stand above the country.
  let start = country;
  for (let above = flow[start - 1]; above?.kind === 'line' && isLetterheadLine(above.text); above = flow[start - 1])
    start -= 1;
  return start;
}

/** Signer and recipients of the decision in front of a plan, when the plan has none of its own. */
export function readSignatureInFront(state: Recognition, titleAt: number): void {
  const flow = state.flow.slice(0, Math.max(0, titleAt));
  if (state.plan.signature !== null || !flow.some(isDecision)) return;
  const front: Recognition = { ...state, flow, bodyStart: 0 };
  const start = findSignature(front);
  if (start < flow.length) readSignature(front, start);
}

/**
 * The bases of the decision in front of a plan ("Căn cứ Thông tư …" above "Điều 1"), which are those of the plan when it gives none of
 * its own.
 */
export function basesInFront({ flow, bodyStart, bodyEnd }: Recognition): FlowLine[] {
  const start = flow.slice(0, bodyStart).findIndex(isDecision);
  const isBasis = (part: FlowPart): part is FlowLine => part.kind === 'line' && BASIS.test(fold(part.text));
  if (start < 0 || flow.slice(bodyStart, bodyEnd).some(isBasis)) return [];
  const article = firstArticle(flow, start);
  return flow.slice(start, article < 0 ? bodyStart : Math.min(article, bodyStart)).filter(isBasis);
}

const BASIS = /^[\s\-+*]*(?:can cu|xet)\s/;
