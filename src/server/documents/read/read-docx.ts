import type { SourceBlocks } from '#core/documents/block.ts';
import { draftParagraph, isBlank, numberBlocks, type Draft } from '#core/documents/blocks-draft.ts';
import { unwrapLayoutTables } from '#core/documents/blocks-nesting.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { type Chunks, readChunks } from './docx-chunks.ts';
import { readComments } from './docx-comments.ts';
import { DocxNumbering } from './docx-numbering.ts';
import { DocxStyles } from './docx-styles.ts';
import { withTabTables } from './docx-tab-table.ts';
import { DocxWalk } from './docx-walk.ts';
import { isLegacy } from './legacy-letters.ts';
import type { ReadContext } from './read-limits.ts';
import { elements, parseXml, textOf, toggle, type KnownElements, type XmlNode } from './xml-tree.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * A Word file (.docx, .docm, .dotx): one pass over OOXML that keeps automatic labels, merged cells, accepted insertions and text boxes.
 * Running headers and footers are furniture; notes and comments follow the body, with their number or author as label. Pages are known only when
 * Word left its page breaks in the file. Errors: `document.corrupted`, `document.encrypted`, `document.zip-bomb`.
 */
export function readDocx(bytes: Uint8Array, context: ReadContext, chunks: Chunks = new Map()): SourceBlocks {
  const zip = new ZipArchive(bytes, context.limits);
  const main = mainPart(zip);
  const xml = zip.read(main);
  if (!xml) throw new AppError('document.corrupted', { part: main });
  const relations = readRelations(zip, main);
  const part = (type: string) => relations.find((each) => each.type.endsWith(`/${type}`))?.target;
  const stylesXml = sideBytes(zip, part('styles'));
  const known: KnownElements = new Map();
  const parse = (bytes: Buffer) => parseXml(bytes, main, known);
  const tree = (name: string | undefined) => sideTree(sideBytes(zip, name), parse);

  const body = elements(parse(xml), 'w:body')[0];
  if (!body) throw new AppError('document.corrupted', { part: main });
  const styles = new DocxStyles(sideTree(stylesXml, parse));
  const numbering = new DocxNumbering(() => tree(part('numbering')), styles);
  const knowsPages = xml.includes('lastRenderedPageBreak');
  const legacy = namesOldFont(xml, stylesXml) && isLegacy(textWithin(body));
  const walk = new DocxWalk(styles, numbering, knowsPages ? 1 : null, legacy);
  if (chunks.size > 0) walk.chunk = (id) => chunks.get(relations.find((each) => each.id === id)?.target ?? '') ?? [];

  const content = withTabTables(unwrapLayoutTables(walk.blocks(body)));
  const notes = readNotes(walk, () => [tree(part('footnotes')), tree(part('endnotes'))]);
  const comments = readComments(walk, () => tree(part('comments')));
  const story = (target: string) => {
    const root = tree(target);
    return root ? unwrapLayoutTables(new DocxWalk(styles, numbering, null, legacy).blocks(root)) : [];
  };
  const running = readRunning([...walk.sections, ...elements(body, 'w:sectPr')], relations, story);
  const blocks = numberBlocks([
    ...running.first,
    ...running.headers,
    ...content,
    ...notes,
    ...comments,
    ...running.footers,
  ]);
  return { format: 'docx', blocks, pages: walk.page, recognised: false };
}

/** The same with the web pages that the file may hold. */
export async function readWord(bytes: Uint8Array, context: ReadContext): Promise<SourceBlocks> {
  return readDocx(bytes, context, await readChunks(new ZipArchive(bytes, context.limits)));
}

interface Relation {
  id: string;
  type: string;
  target: string;
}

/** The main part is named by the package, usually word/document.xml. */
function mainPart(zip: ZipArchive): string {
  const root = readRelations(zip, '').find((each) => each.type.endsWith('/officeDocument'));
  if (root && zip.has(root.target)) return root.target;
  return 'word/document.xml';
}

function readRelations(zip: ZipArchive, part: string): Relation[] {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const rels = sideBytes(zip, `${folder}_rels/${part.slice(slash + 1)}.rels`);
  const root = sideTree(rels, (xml) => parseXml(xml, part));
  return elements(root, 'Relationship')
    .filter((node) => node.attributes['TargetMode'] !== 'External')
    .map((node) => {
      const target = node.attributes['Target'] ?? '';
      const path = target.startsWith('/') ? target.slice(1) : folder + target;
      return {
        id: node.attributes['Id'] ?? '',
        type: node.attributes['Type'] ?? '',
        target: path.replace(/[^/]+\/\.\.\//g, ''),
      };
    });
}

/** A side part (styles, numbering); damage to it costs its information, not the document. A bomb costs the document. */
function sideBytes(zip: ZipArchive, name: string | undefined): Buffer | null {
  return unlessDamaged(() => (name === undefined ? null : zip.read(name)));
}

function sideTree(xml: Buffer | null, parse: (xml: Buffer) => XmlNode): XmlNode | undefined {
  return unlessDamaged(() => xml && parse(xml)) ?? undefined;
}

function unlessDamaged<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof AppError && error.code === 'document.corrupted') return null;
    throw error;
  }
}

/** Whether a part may name a font of TCVN3 or VNI. */
function namesOldFont(...parts: (Buffer | null)[]): boolean {
  return parts.some((xml) => xml !== null && (xml.includes('.Vn') || xml.includes('VNI-')));
}

function textWithin(body: XmlNode): string {
  return findAll(body, 'w:t').map(textOf).join('');
}

/** `load` gives the parts of the footnotes and of the endnotes. */
function readNotes(walk: DocxWalk, load: () => (XmlNode | undefined)[]): Draft[] {
  if (walk.footnotes.length === 0) return [];
  const [footnotes, endnotes] = load();
  const notes = new Map<string, XmlNode>();
  for (const node of elements(footnotes)) notes.set(`w:footnoteReference:${node.attributes['w:id']}`, node);
  for (const node of elements(endnotes)) notes.set(`w:endnoteReference:${node.attributes['w:id']}`, node);
  const page = walk.page;
  const drafts = [...new Set(walk.footnotes)].flatMap((key, index) => {
    const node = notes.get(key);
    const content = paragraphs(node ? walk.apart(() => walk.blocks(node)) : []);
    if (content[0]) content[0].label ??= String(index + 1);
    return content.map((each): Draft => ({ ...each, note: true }));
  });
  walk.page = page;
  return drafts;
}

/**
 * Running headers and footers by the references of the sections. A header of the first page alone that says more than a
 * page number is often the letterhead, so it is content and comes first.
 */
function readRunning(sections: readonly XmlNode[], relations: readonly Relation[], story: (target: string) => Draft[]) {
  const result = { first: [] as Draft[], headers: [] as Draft[], footers: [] as Draft[] };
  const seen = new Set<string>();
  for (const section of sections) {
    const titlePage = toggle(section, 'w:titlePg') ?? false;
    for (const reference of elements(section)) {
      if (reference.name !== 'w:headerReference' && reference.name !== 'w:footerReference') continue;
      const target = relations.find((each) => each.id === reference.attributes['r:id'])?.target;
      if (target === undefined || seen.has(target)) continue;
      seen.add(target);
      const drafts = story(target);
      const header = reference.name === 'w:headerReference';
      const own = header && titlePage && reference.attributes['w:type'] === 'first' && letters(drafts) > 20;
      if (own) result.first.push(...drafts);
      else
        (header ? result.headers : result.footers).push(
          ...markFurniture(drafts, header ? 'running-header' : 'running-footer'),
        );
    }
  }
  return result;
}

function letters(drafts: readonly Draft[]): number {
  return paragraphs(drafts).reduce((sum, each) => sum + each.text.replace(/[^\p{L}]/gu, '').length, 0);
}

function markFurniture(drafts: readonly Draft[], reason: string): Draft[] {
  return paragraphs(drafts).map((each) => draftParagraph(each.text, { ...each, furniture: reason }));
}

function paragraphs(drafts: readonly Draft[]): Extract<Draft, { kind: 'paragraph' }>[] {
  return drafts.flatMap((draft) => {
    if (draft.kind === 'paragraph') return isBlank(draft) ? [] : [draft];
    return draft.rows.flatMap((row) => row.cells.flatMap((cell) => paragraphs(cell.content)));
  });
}

function findAll(node: XmlNode, name: string, found: XmlNode[] = []): XmlNode[] {
  for (const each of node.children) {
    if (typeof each === 'string') continue;
    if (each.name === name) found.push(each);
    else findAll(each, name, found);
  }
  return found;
}

/** Words of an XML part, for tests that nothing was lost. */
export function wordsOfXml(bytes: Buffer): string {
  return findAll(parseXml(bytes, 'test'), 'w:t').map(textOf).join(' ');
}
