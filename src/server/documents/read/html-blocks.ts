import type { TextStyle } from '#core/documents/block.ts';
import { draftParagraph, isBlank, type Draft } from '#core/documents/blocks-draft.ts';
import { AppError } from '#core/kernel/app-error.ts';
import {
  attribute,
  childrenOf,
  css,
  isElement,
  isHidden,
  UNSEEN,
  type HtmlElement,
  type HtmlNode,
} from './html-node.ts';
import { applyStyle } from './html-style.ts';
import { itemLabel, startOfList } from './html-list.ts';
import { isNote, isNoteReference } from './html-notes.ts';
import { readHtmlTable } from './html-table.ts';
import { readableSymbol } from './number-label.ts';

const BLOCKS = new Set(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Deeper than any page that a person made. */
const MAX_DEPTH = 1200;

/** What an element inherits. */
export interface HtmlContext {
  style: TextStyle;
  furniture: string | undefined;
  /** Inside a footnote or a comment. */
  note: boolean;
  pre: boolean;
  depth: number;
}

interface Run {
  text: string;
  style: TextStyle;
}

/** Turns a tree of elements into drafts: inline text gathers until a block begins or ends. */
export class HtmlBlocks {
  readonly drafts: Draft[] = [];
  readonly #furniture: ReadonlyMap<HtmlElement, string>;
  #runs: Run[] = [];
  #label: string | null = null;

  constructor(furniture: ReadonlyMap<HtmlElement, string>) {
    this.#furniture = furniture;
  }

  /** The content of a cell, read apart. */
  readApart(node: HtmlNode, context: HtmlContext): Draft[] {
    const inner = new HtmlBlocks(this.#furniture);
    inner.readChildren(node, context);
    inner.flush(context);
    return inner.drafts;
  }

  readChildren(node: HtmlNode, context: HtmlContext): void {
    for (const each of childrenOf(node)) this.#read(each, context);
  }

  #read(node: HtmlNode, context: HtmlContext): void {
    if (context.depth > MAX_DEPTH) throw new AppError('document.corrupted');
    if (node.nodeName === '#text' && 'value' in node) this.#addText(node.value, context);
    else if (isElement(node) && !UNSEEN.has(node.tagName)) this.#readElement(node, context);
  }

  #readElement(node: HtmlElement, inherited: HtmlContext): void {
    const { tagName } = node;
    if (tagName === 'br') return void this.#runs.push({ text: '\n', style: {} });
    // Text that a tracked change took away.
    if (tagName === 'del' || isNoteReference(node)) return;
    const reason = inherited.furniture ?? this.#furniture.get(node) ?? (isHidden(node) ? 'hidden-text' : undefined);
    const context: HtmlContext = {
      style: applyStyle(node, inherited.style),
      furniture: reason,
      note: inherited.note || isNote(node),
      pre: inherited.pre || tagName === 'pre',
      depth: inherited.depth + 1,
    };
    if (css(node, 'mso-list') === 'ignore') return void this.#takeListMark(node);
    if (!BLOCKS.has(tagName) && reason === inherited.furniture) return this.readChildren(node, context);
    this.flush(inherited);
    if (tagName === 'table') this.drafts.push(...readHtmlTable(node, context, this));
    else if (tagName === 'ol' || tagName === 'ul') this.#readList(node, context);
    else this.readChildren(node, context);
    this.flush(context);
  }

  #readList(list: HtmlElement, context: HtmlContext): void {
    let number = startOfList(list);
    for (const each of childrenOf(list)) {
      if (isElement(each) && each.tagName === 'li') {
        this.flush(context);
        const own = Number(attribute(each, 'value'));
        if (Number.isInteger(own) && own > 0) number = own;
        this.#label = itemLabel(list, each, number++);
        this.#read(each, context);
        this.flush(context);
        this.#label = null;
      } else this.#read(each, context);
    }
  }

  /** Word writes the label of an automatic list as text that it marks as such. */
  #takeListMark(node: HtmlElement): void {
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    this.#label = /^[·§o]$/.test(text) ? { '·': '•', '§': '▪', o: '○' }[text]! : readableSymbol(text);
  }

  #addText(value: string, context: HtmlContext): void {
    const text = context.pre ? value : value.replace(/[ \t\r\n\f]+/g, ' ');
    if (text !== '') this.#runs.push({ text, style: context.style });
  }

  /** Ends the paragraph under way. */
  flush(context: HtmlContext): void {
    const runs = this.#runs;
    this.#runs = [];
    if (!runs.some((run) => run.text.trim() !== '')) return;
    const text = runs
      .map((run) => run.text)
      .join('')
      .replace(/ *\n */g, '\n')
      .trim();
    const lines = text.split('\n').filter((line) => line.trim() !== '');
    // A few lines are one broken line; many are an article written with line breaks only.
    const pieces = lines.length > 3 || /\n\s*\n/.test(text) ? lines : [lines.join('\n')];
    const style = commonStyle(runs);
    for (const piece of pieces) {
      const draft = draftParagraph(piece, {
        label: this.#label,
        style: { ...style },
        ...(context.furniture ? { furniture: context.furniture } : {}),
        ...(context.note ? { note: true } : {}),
      });
      this.#label = null;
      if (!isBlank(draft)) this.drafts.push(draft);
    }
  }
}

export function textOf(node: HtmlNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return childrenOf(node).map(textOf).join('');
}

function commonStyle(runs: readonly Run[]): TextStyle {
  const inked = runs.filter((run) => run.text.trim() !== '').map((run) => run.style);
  const { bold: _bold, italic: _italic, underline: _underline, ...style } = inked[0] ?? {};
  return {
    ...style,
    ...(inked.every((each) => each.bold) ? { bold: true } : {}),
    ...(inked.every((each) => each.italic) ? { italic: true } : {}),
    ...(inked.every((each) => each.underline) ? { underline: true } : {}),
  };
}
