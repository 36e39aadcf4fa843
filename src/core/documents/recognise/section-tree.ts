import type { Section, TextLine } from '#core/plan/plan-document.ts';
import type { Place } from '../block.ts';
import type { FlowLine } from './flow.ts';
import type { LabelKind } from './label.ts';
import { labelOf } from './label.ts';

/** A heading or labelled line while the tree is being built. */
export interface SectionNode {
  kind: LabelKind | 'heading' | 'root';
  /** As typed, with punctuation. */
  raw: string | null;
  label: string | null;
  value: number;
  text: string;
  place: Place | null;
  /** The source or the words set it apart as a heading. */
  strong: boolean;
  /** Style level that the source declares, 1-6. */
  declared: number | null;
  content: (TextLine | SectionNode)[];
  /** Items stood under it. */
  items: boolean;
}

export function rootNode(): SectionNode {
  return {
    kind: 'root',
    raw: null,
    label: null,
    value: 0,
    text: '',
    place: null,
    strong: true,
    declared: null,
    content: [],
    items: false,
  };
}

/**
 * Builds the tree of sections from the lines of the body, in their order. Numbering is taken as it stands, with its repeats and
 * gaps: a label of a kind that is open continues there, a new kind goes one level deeper, and a numbering that begins again
 * right below a heading belongs under it.
 */
export class SectionTree {
  readonly root = rootNode();
  #open: SectionNode[] = [];
  #closed: { node: SectionNode; depth: number }[] = [];

  /** Marks that items stood here. */
  items(): void {
    this.#deepest().items = true;
  }

  /** A line that is surely no heading. */
  addText(text: string, place: Place | null): void {
    this.#deepest().content.push(textLine(null, text, place));
  }

  add(line: FlowLine): void {
    const label = labelOf(line);
    if (label === null || label.kind === 'bullet') {
      if (label === null && isHeading(line)) this.#heading(line);
      else this.#deepest().content.push(textLine(label?.raw ?? null, label?.text ?? line.text.trim(), line.place));
      return;
    }
    this.#place({
      kind: label.kind,
      raw: label.raw,
      label: label.name,
      value: label.value,
      text: label.text,
      place: line.place,
      strong: isStrong(line, label.kind, label.text),
      declared: line.style.heading ?? null,
      content: [],
      items: false,
    });
  }

  #heading(line: FlowLine): void {
    const node: SectionNode = {
      ...rootNode(),
      kind: 'heading',
      text: line.text.trim(),
      place: line.place,
      declared: line.style.heading ?? null,
    };
    const depth = this.#open.findIndex(
      (open) => open.kind === 'heading' || open.kind === 'roman' || open.kind === 'upper',
    );
    this.#insert(node, depth < 0 ? 0 : depth);
  }

  #place(node: SectionNode): void {
    const depth = this.#depthOf(node);
    this.#insert(node, depth);
  }

  #insert(node: SectionNode, depth: number): void {
    for (const [index, closing] of this.#open.slice(depth).entries())
      this.#closed.push({ node: closing, depth: depth + index });
    this.#open.length = depth;
    this.#deepest().content.push(node);
    this.#open.push(node);
  }

  #depthOf(node: SectionNode): number {
    const same = this.#open.findLastIndex((open) => open.kind === node.kind && sameNumbering(open, node));
    const last = this.#open.at(-1);
    if (same >= 0) {
      const restarts =
        node.value === 1 && last?.kind === node.kind && last.content.length === 0 && last.strong && !node.strong;
      return restarts ? this.#open.length : same;
    }
    if (node.value <= 1 || last === undefined) return this.#open.length;
    const before = this.#closed.findLast(
      (closed) => closed.node.kind === node.kind && closed.node.value === node.value - 1,
    );
    if (before !== undefined && node.strong && node.kind !== 'decimal')
      return Math.min(before.depth, this.#commonDepth(before.node));
    const continued = this.#open.findLastIndex((open) => open.strong && open.value === node.value - 1 && node.strong);
    return continued >= 0 && node.kind !== 'decimal' ? continued : this.#open.length;
  }

  /** How deep the open headings are that also hold a closed one. */
  #commonDepth(closed: SectionNode): number {
    const index = this.#open.findLastIndex((open) => contains(open, closed));
    return index + 1;
  }

  #deepest(): SectionNode {
    return this.#open.at(-1) ?? this.root;
  }
}

/** "2.1" and "2.2" belong together, "2.1" and "2.1.1" do not. */
function sameNumbering(open: SectionNode, node: SectionNode): boolean {
  return node.kind !== 'decimal' || open.label!.split('.').length === node.label!.split('.').length;
}

function contains(node: SectionNode, wanted: SectionNode): boolean {
  return node.content.some((each) => 'content' in each && (each === wanted || contains(each, wanted)));
}

function textLine(label: string | null, text: string, place: Place | null): TextLine {
  return { label, text, place };
}

/** An unnumbered heading: declared by the source, or a short line in capitals. */
function isHeading(line: FlowLine): boolean {
  if (line.text.length > 160 || /[.;,]$/.test(line.text.trim())) return false;
  if (line.style.heading !== undefined) return true;
  return line.text.length >= 8 && /\p{Lu}{2}/u.test(line.text) && !/\p{Ll}/u.test(line.text);
}

/** A labelled line that reads like a heading, not like a sentence of a list. */
function isStrong(line: FlowLine, kind: LabelKind, text: string): boolean {
  if (line.style.heading !== undefined) return true;
  if (kind === 'roman' || kind === 'part' || kind === 'upper') return true;
  if (/:$/.test(text)) return text.length <= 200;
  return text.length <= 160 && !/[.;,…]$/.test(text);
}

/**
 * The tree as sections. A numbering in which no line holds anything below it is a list, not headings: its lines stay lines of the
 * section above.
 */
export function sectionsOf(node: SectionNode): { lines: TextLine[]; children: Section[]; items: Set<Section> } {
  const lines: TextLine[] = [];
  const children: Section[] = [];
  const items = new Set<Section>();
  const promoted = promotedNumberings(node);
  for (const each of node.content) {
    if (!('content' in each)) {
      (children.at(-1) === undefined ? lines : lastLines(children.at(-1)!)).push(each);
    } else if (promoted.has(numberingOf(each))) {
      const inner = sectionsOf(each);
      const section: Section = {
        label: each.label,
        title: each.text,
        role: null,
        lines: inner.lines,
        children: inner.children,
        place: each.place,
      };
      children.push(section);
      for (const found of inner.items) items.add(found);
      if (each.items) items.add(section);
    } else {
      (children.at(-1) === undefined ? lines : lastLines(children.at(-1)!)).push(...flatten(each));
    }
  }
  return { lines, children, items };
}

function lastLines(section: Section): TextLine[] {
  const last = section.children.at(-1);
  return last === undefined ? section.lines : lastLines(last);
}

function numberingOf(node: SectionNode): string {
  return node.kind === 'decimal' ? `decimal-${node.label!.split('.').length}` : node.kind;
}

function promotedNumberings(node: SectionNode): Set<string> {
  const promoted = new Set<string>();
  for (const each of node.content) {
    if (!('content' in each)) continue;
    const always =
      each.kind === 'roman' || each.kind === 'part' || each.kind === 'heading' || each.declared !== null || each.items;
    if (always || (each.kind === 'upper' && node.kind === 'root') || (each.strong && each.content.length > 0))
      promoted.add(numberingOf(each));
  }
  return promoted;
}

function flatten(node: SectionNode): TextLine[] {
  return [
    { label: node.raw, text: node.text, place: node.place },
    ...node.content.flatMap((each) => ('content' in each ? flatten(each) : [each])),
  ];
}
