import { paragraphsOf } from './block.ts';
import type { SourceBlocks } from './block.ts';
import type { ParagraphUse, Reading, SourceFacts } from './reading.ts';
import { takeAppendix } from './recognise/appendix.ts';
import { readAttachedNumber } from './recognise/attached-number.ts';
import { buildSections } from './recognise/build-sections.ts';
import { readSignatureInFront } from './recognise/decision-in-front.ts';
import { findKind } from './recognise/find-kind.ts';
import { findSignature, readSignature } from './recognise/find-signature.ts';
import { findTitle, readTitle } from './recognise/find-title.ts';
import { type FlowPart, flowOf } from './recognise/flow.ts';
import { findLegacyScheme } from './recognise/legacy-scheme.ts';
import { markFurniture, markSiteAround } from './recognise/mark-furniture.ts';
import { openCards } from './recognise/open-cards.ts';
import { openSheets } from './recognise/open-sheets.ts';
import { applyFactSheet, takeFactSheet } from './recognise/read-fact-sheet.ts';
import { readFacts } from './recognise/read-facts.ts';
import { readItems } from './recognise/read-items.ts';
import { readDateAbove, readLetterhead, readLetterheadBelow } from './recognise/read-letterhead.ts';
import type { Knowledge, Recognition } from './recognise/recognition.ts';
import { startRecognition } from './recognise/recognition.ts';
import { leaveUnreadRows } from './recognise/unread-rows.ts';

export type { Knowledge } from './recognise/recognition.ts';

/** The steps in order; each claims what it understands. */
const STEPS: ((state: Recognition) => void)[] = [
  markFurniture,
  takeFactSheet,
  openSheets,
  openCards,
  readFrame,
  findKind,
  readFacts,
  applyFactSheet,
  findLegacyScheme,
  readItems,
  leaveUnreadRows,
  buildSections,
];

/**
 * Recognises a document: kind, letterhead, title, facts, items, sections, signature. Pure and total: any blocks give a reading, and
 * each non-blank paragraph ends in exactly one of its `uses`.
 */
export function recognise(source: SourceBlocks, knowledge: Knowledge): Reading {
  const state = startRecognition(source, knowledge, flowOf(source));
  for (const step of STEPS) step(state);
  return {
    format: source.format,
    kind: state.kind,
    kindReason: state.kindReason,
    legacyScheme: state.legacyScheme,
    plan: { ...state.plan, items: state.items },
    uses: usesOf(state),
    source: factsOf(state),
  };
}

/** What stands around the body: title, letterhead, signature and recipients, and the furniture of a site outside of them. */
function readFrame(state: Recognition): void {
  const titleAt = findTitle(state);
  readLetterhead(state, titleAt);
  const letterheadAt = state.flow.findIndex((part) =>
    part.paragraphs.some(({ id }) => state.uses.get(id)?.as === 'used'),
  );
  if (titleAt >= 0) state.bodyStart = readLetterheadBelow(state, readTitle(state, titleAt));
  else state.bodyStart = afterLetterhead(state);
  const signatureAt = findSignature(state);
  const signatureEnd = signatureAt < state.flow.length ? readSignature(state, signatureAt) : signatureAt;
  const { signature, end } = takeAppendix(state, signatureAt, signatureEnd);
  state.bodyEnd = signature;
  readSignatureInFront(state, titleAt);
  readDateAbove(state, signatureAt);
  readAttachedNumber(state);
  const start = letterheadAt >= 0 ? letterheadAt : Math.max(0, titleAt);
  markSiteAround(state, start, end > signature ? end : state.flow.length);
}

/** A sheet may be dated below its rows: only what is claimed above them is the letterhead. */
function afterLetterhead(state: Recognition): number {
  const isUsed = (part: FlowPart) => part.paragraphs.some(({ id }) => state.uses.get(id)?.as === 'used');
  const rows = state.flow.findIndex((part) => part.kind === 'table' && part.table.rows.length > 3 && !isUsed(part));
  return (rows < 0 ? state.flow : state.flow.slice(0, rows)).findLastIndex(isUsed) + 1;
}

function usesOf(state: Recognition): ParagraphUse[] {
  return paragraphsOf(state.source.blocks).map(
    ({ id, text, place }) => state.uses.get(id) ?? { paragraph: id, as: 'unread', text, place },
  );
}

function factsOf(state: Recognition): SourceFacts {
  const texts = paragraphsOf(state.source.blocks)
    .filter(({ id }) => state.uses.get(id)?.as !== 'furniture')
    .map(({ id, text, original, place }) => ({ paragraph: id, text: original ?? text, place }));
  return { texts, tableNumbers: state.tableNumbers };
}
