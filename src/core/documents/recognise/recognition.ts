import type { StandardSet } from '#core/standards/standard-set.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { Paragraph, SourceBlocks } from '../block.ts';
import type { DocumentKind, ParagraphUse, SourceFacts } from '../reading.ts';
import type { Fact } from '../fact-sheet.ts';
import type { FlowPart } from './flow.ts';
import { emptyPlan } from './empty-plan.ts';

/** What recognition may know beside the document: the standard sets, for titles of criteria and printed codes. */
export interface Knowledge {
  sets: StandardSet[];
}

/**
 * What the steps of recognition share. Each step reads `flow`, adds to `plan` and claims the paragraphs that it understood;
 * what nobody claims ends as unread.
 */
export interface Recognition {
  readonly source: SourceBlocks;
  readonly knowledge: Knowledge;
  /** The document in reading order, as logical lines and tables. Replaced by the steps that find tables laid as text. */
  flow: FlowPart[];
  /** Index in `flow` of the first part after letterhead and title, and of the signature block (or `flow.length`). */
  bodyStart: number;
  bodyEnd: number;
  kind: DocumentKind;
  kindReason: string;
  legacyScheme: boolean;
  plan: PlanDocument;
  items: PlanItem[];
  /** Parts of `flow` whose content became items; the section tree marks where they stood. */
  readonly itemParts: Set<FlowPart>;
  /** Parts of `flow` that look like rows of a plan but were not understood: no section takes them. */
  readonly leftUnread: Set<FlowPart>;
  readonly uses: Map<number, ParagraphUse>;
  readonly tableNumbers: SourceFacts['tableNumbers'];
  /** What the sheet of facts of a workbook says. */
  readonly sheetFacts: Map<Fact, string>;
}

export function startRecognition(source: SourceBlocks, knowledge: Knowledge, flow: FlowPart[]): Recognition {
  return {
    source,
    knowledge,
    flow,
    bodyStart: 0,
    bodyEnd: flow.length,
    kind: 'other',
    kindReason: '',
    legacyScheme: false,
    plan: emptyPlan(),
    items: [],
    itemParts: new Set(),
    leftUnread: new Set(),
    uses: new Map(),
    tableNumbers: [],
    sheetFacts: new Map(),
  };
}

/** Claims paragraphs for a part of the plan. The first claim stands: a paragraph has exactly one use. */
export function use(state: Recognition, paragraphs: Iterable<Paragraph>, what: string): void {
  for (const { id } of paragraphs) {
    if (!state.uses.has(id)) state.uses.set(id, { paragraph: id, as: 'used', for: what });
  }
}

/** Claims paragraphs as no content, with the reason that is shown to people. */
export function furniture(state: Recognition, paragraphs: Iterable<Paragraph>, reason: string): void {
  for (const { id } of paragraphs) {
    if (!state.uses.has(id)) state.uses.set(id, { paragraph: id, as: 'furniture', reason });
  }
}

/** Whether no paragraph of the part is claimed yet. */
export function isFree(state: Recognition, paragraphs: readonly Paragraph[]): boolean {
  return paragraphs.every(({ id }) => !state.uses.has(id));
}
