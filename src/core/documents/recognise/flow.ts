import type { Block, Paragraph, Place, SourceBlocks, Table, TextStyle } from '../block.ts';
import { paragraphsOf } from '../block.ts';

/** One logical line: usually one paragraph; several where the source wraps a sentence over paragraphs. */
export interface FlowLine {
  kind: 'line';
  /** Without `label`. */
  text: string;
  /** Label that the source numbers automatically; a typed label is still in `text`. */
  label: string | null;
  style: TextStyle;
  place: Place;
  paragraphs: Paragraph[];
}

export interface FlowTable {
  kind: 'table';
  table: Table;
  /** All paragraphs of its cells, in reading order. */
  paragraphs: Paragraph[];
}

export type FlowPart = FlowLine | FlowTable;

/**
 * The blocks as lines and tables, without what the format reader already knows to be furniture, and without notes: at the end of the
 * document they would pass for recipients or signers. Nobody claims a note, so it is listed as unread with its place.
 */
export function flowOf(source: SourceBlocks): FlowPart[] {
  return source.blocks.map(partOf).filter((part) => part.kind === 'table' || part.paragraphs.length > 0);
}

function partOf(block: Block): FlowPart {
  if (block.kind === 'table') return tablePart(block);
  return lineOf(block);
}

export function lineOf(paragraph: Paragraph): FlowLine {
  // "Tiêu chí 1.1." numbered by the source names the criterion: it is no mere label.
  const named = paragraph.label !== null && /^ti[eê]u ch/iu.test(paragraph.label);
  return {
    kind: 'line',
    text: named ? `${paragraph.label} ${paragraph.text}` : paragraph.text,
    label: named ? null : paragraph.label,
    style: paragraph.style,
    place: paragraph.place,
    paragraphs: paragraph.furniture === undefined && paragraph.note === undefined ? [paragraph] : [],
  };
}

export function tablePart(table: Table): FlowTable {
  return {
    kind: 'table',
    table,
    paragraphs: paragraphsOf([table]),
  };
}
