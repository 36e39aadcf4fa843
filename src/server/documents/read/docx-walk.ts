import type { Draft } from '#core/documents/blocks-draft.ts';
import type { CommentMark } from './docx-comments.ts';
import type { DocxNumbering } from './docx-numbering.ts';
import { readParagraph, type Carried } from './docx-paragraph.ts';
import type { DocxStyles } from './docx-styles.ts';
import { readTable } from './docx-table.ts';
import { elements, type XmlNode } from './xml-tree.ts';

/** Fields: what stands between "begin" and "separate" is the instruction, which nobody sees. */
class Fields {
  #open: ('instruction' | 'result')[] = [];

  mark(type: string | undefined): void {
    if (type === 'begin') this.#open.push('instruction');
    else if (type === 'separate') this.#open[this.#open.length - 1] = 'result';
    else if (type === 'end') this.#open.pop();
  }

  get inInstruction(): boolean {
    return this.#open.includes('instruction');
  }
}

/** Wrappers around paragraphs and tables whose content counts as if they were not there. */
const TRANSPARENT = new Set(['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins', 'w:moveTo', 'w:smartTag']);

/** The state of one pass over a story of a Word file: body, header, footer, text box or note. */
export class DocxWalk {
  readonly styles: DocxStyles;
  readonly numbering: DocxNumbering;
  fields = new Fields();
  /** Text of a paragraph whose mark was deleted, waiting for the next one. */
  carried: Carried | null = null;
  footnotes: string[] = [];
  readonly comments: CommentMark[] = [];
  /** Properties of the sections that end in a paragraph; those of the last one stand in the body. */
  readonly sections: XmlNode[] = [];
  /** Null until the file proves that it knows its pages. */
  page: number | null;

  /** What stands in a web page inside the file, by the id of its relation. */
  chunk: (id: string) => Draft[] = () => [];

  /** Fonts of an old encoding mean what they say in this file. */
  readonly legacy: boolean;

  constructor(styles: DocxStyles, numbering: DocxNumbering, firstPage: number | null, legacy = false) {
    this.styles = styles;
    this.numbering = numbering;
    this.page = firstPage;
    this.legacy = legacy;
  }

  turnPage(): void {
    if (this.page !== null) this.page++;
  }

  blocks(parent: XmlNode | undefined, into: Draft[] = []): Draft[] {
    for (const node of parent?.children ?? []) {
      if (typeof node === 'string') continue;
      if (node.name === 'w:p') into.push(...readParagraph(node, this));
      else if (node.name === 'w:tbl') into.push(readTable(node, this));
      else if (node.name === 'w:altChunk') into.push(...this.chunk(node.attributes['r:id'] ?? ''));
      else if (TRANSPARENT.has(node.name)) this.blocks(node, into);
      else if (node.name === 'mc:AlternateContent') this.blocks(elements(node)[0], into);
    }
    return into;
  }

  /** Reads something set apart (a text box) without mixing its fields and carried text with what is around it. */
  apart<T>(read: () => T): T {
    const { fields, carried } = this;
    this.fields = new Fields();
    this.carried = null;
    try {
      return read();
    } finally {
      this.fields = fields;
      this.carried = carried;
    }
  }
}
