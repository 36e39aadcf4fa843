import type { TextStyle } from '#core/documents/block.ts';
import type { Draft, DraftParagraph } from '#core/documents/blocks-draft.ts';
import type { RunStyle } from './docx-styles.ts';
import type { DocxWalk } from './docx-walk.ts';
import { fromLegacy, type LegacyLetters } from './legacy-letters.ts';
import { readableSymbol } from './number-label.ts';
import { child, elements, textOf, toggle, type XmlNode } from './xml-tree.ts';

interface Piece {
  text: string;
  style: RunStyle;
}

/** What has been gathered of one paragraph. */
interface Gathering {
  pieces: Piece[];
  /** Text that Word does not show. */
  hidden: string;
  /** Text boxes and the like, anchored here, set apart after the paragraph. */
  after: Draft[];
  footnotes: string[];
  comments: (string | undefined)[];
  page: number | null;
  inherited: RunStyle;
}

/** Wrappers whose content counts as if they were not there. */
const TRANSPARENT = new Set([
  'w:hyperlink',
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:fldSimple',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
  'w:rubyBase',
  'w:ruby',
]);

/** Paragraph, its hidden text and its text boxes; footnotes are remembered by the walk. */
export function readParagraph(node: XmlNode, walk: DocxWalk): Draft[] {
  const { own, run, style, list } = walk.styles.paragraph(child(node, 'w:pPr'));
  const carried = walk.carried;
  const gathering: Gathering = {
    pieces: carried?.pieces ?? [],
    hidden: carried?.hidden ?? '',
    after: carried?.after ?? [],
    footnotes: [],
    comments: carried?.comments ?? [],
    page: carried?.page ?? null,
    inherited: run,
  };
  walk.carried = null;
  gatherInline(node, walk, gathering);
  walk.footnotes.push(...gathering.footnotes);
  if (own.section) walk.sections.push(own.section);
  gathering.page ??= walk.page;
  if (own.markDeleted) {
    walk.carried = gathering;
    return [];
  }
  const paragraph: DraftParagraph = {
    kind: 'paragraph',
    text: textOfPieces(gathering.pieces, walk.legacy),
    label: walk.numbering.next(list),
    style: { ...style, ...commonStyle(gathering.pieces) },
    page: gathering.page,
  };
  for (const id of gathering.comments) walk.comments.push({ id, anchor: paragraph });
  const drafts: Draft[] = [paragraph];
  if (gathering.hidden.trim() !== '')
    drafts.push({ ...paragraph, text: gathering.hidden, label: null, furniture: 'hidden-text' });
  drafts.push(...gathering.after);
  return drafts;
}

/** Runs of one old encoding are read together: Word may part a letter from its mark. */
function textOfPieces(pieces: readonly Piece[], legacy: boolean): string {
  if (!legacy) return pieces.map((piece) => piece.text).join('');
  const joined: { text: string; letters: LegacyLetters | null }[] = [];
  for (const { text, style } of pieces) {
    const last = joined.at(-1);
    const letters = style.letters ?? null;
    if (last?.letters === letters) last.text += text;
    else joined.push({ text, letters });
  }
  return joined.map(({ text, letters }) => (letters === null ? text : fromLegacy(text, letters))).join('');
}

function gatherInline(node: XmlNode, walk: DocxWalk, into: Gathering): void {
  for (const each of node.children) {
    if (typeof each === 'string') continue;
    if (each.name === 'w:r') gatherRun(each, walk, into);
    else if (TRANSPARENT.has(each.name)) gatherInline(each, walk, into);
    else if (each.name === 'm:oMath' || each.name === 'm:oMathPara') add(into, textOf(each), into.inherited);
    else if (each.name === 'mc:AlternateContent') gatherInline(chooseAlternative(each), walk, into);
  }
}

function gatherRun(run: XmlNode, walk: DocxWalk, into: Gathering): void {
  const style = walk.styles.run(child(run, 'w:rPr'), into.inherited);
  for (const each of run.children) if (typeof each !== 'string') gatherRunChild(each, style, walk, into);
}

function gatherRunChild(node: XmlNode, style: RunStyle, walk: DocxWalk, into: Gathering): void {
  switch (node.name) {
    case 'w:fldChar':
      return walk.fields.mark(node.attributes['w:fldCharType']);
    case 'w:lastRenderedPageBreak':
      return walk.turnPage();
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      return gatherTextBoxes(node, walk, into);
    case 'mc:AlternateContent':
      for (const each of elements(chooseAlternative(node))) gatherRunChild(each, style, walk, into);
      return;
    case 'w:footnoteReference':
    case 'w:endnoteReference':
      into.footnotes.push(`${node.name}:${node.attributes['w:id']}`);
      return;
    case 'w:commentReference':
      into.comments.push(node.attributes['w:id']);
      return;
  }
  const text = plainText(node);
  if (text === '' || walk.fields.inInstruction) return;
  if (style.hidden) into.hidden += text;
  else add(into, text, style, walk.page);
}

function plainText(node: XmlNode): string {
  switch (node.name) {
    case 'w:t':
      return readableSymbol(textOf(node));
    case 'w:tab':
    case 'w:ptab':
      return '\t';
    case 'w:br':
    case 'w:cr':
      return '\n';
    case 'w:noBreakHyphen':
      return '-';
    case 'w:sym':
      return readableSymbol(String.fromCodePoint(parseInt(node.attributes['w:char'] ?? 'F0B7', 16) || 0xf0b7));
    case 'w:ruby':
      return elements(node, 'w:rubyBase').map(textOf).join('');
    default:
      return '';
  }
}

function add(into: Gathering, text: string, style: RunStyle, page: number | null = null): void {
  into.page ??= page;
  into.pieces.push({ text, style });
}

/** Word offers a modern and an old form of the same content; one of them is enough, the modern one when it holds text. */
function chooseAlternative(node: XmlNode): XmlNode {
  const choices = elements(node).filter((each) => each.name === 'mc:Choice' || each.name === 'mc:Fallback');
  return choices.find((each) => textOf(each).trim() !== '') ?? choices[0] ?? node;
}

function gatherTextBoxes(node: XmlNode, walk: DocxWalk, into: Gathering): void {
  for (const each of elements(node)) {
    if (each.name === 'w:txbxContent') into.after.push(...walk.apart(() => walk.blocks(each)));
    else if (each.name === 'mc:AlternateContent') gatherTextBoxes(chooseAlternative(each), walk, into);
    else gatherTextBoxes(each, walk, into);
  }
}

/** What all visible runs share; the size of most letters. */
function commonStyle(pieces: readonly Piece[]): TextStyle {
  const inked = pieces.filter((piece) => piece.text.trim() !== '');
  const style: TextStyle = {};
  if (inked.length === 0) return style;
  if (inked.every((piece) => piece.style.bold)) style.bold = true;
  if (inked.every((piece) => piece.style.italic)) style.italic = true;
  if (inked.every((piece) => piece.style.underline)) style.underline = true;
  const size = inked.length === 1 ? inked[0]!.style.size : sizeOfMost(inked);
  if (size) style.size = size;
  return style;
}

function sizeOfMost(pieces: readonly Piece[]): number | undefined {
  const sizes = new Map<number, number>();
  for (const { text, style } of pieces)
    if (style.size) sizes.set(style.size, (sizes.get(style.size) ?? 0) + text.length);
  return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** Whether the paragraph's row or text was inserted or deleted is decided by its wrapper; this is for rows. */
export function isDeletedRow(trPr: XmlNode | undefined): boolean {
  return child(trPr, 'w:del') !== undefined;
}

export function isHeaderRow(trPr: XmlNode | undefined): boolean {
  return toggle(trPr, 'w:tblHeader') ?? false;
}

export type Carried = Gathering;
