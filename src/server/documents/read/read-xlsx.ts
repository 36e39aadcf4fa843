import type { SourceBlocks } from '#core/documents/block.ts';
import { numberBlocks, type Draft } from '#core/documents/blocks-draft.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { ReadContext } from './read-limits.ts';
import { readSheetComments, type SheetComment } from './xlsx-comments.ts';
import { draftsOfSheet } from './xlsx-drafts.ts';
import { readSheet, type SheetCell } from './xlsx-sheet.ts';
import { readNumberFormats } from './xlsx-value.ts';
import { child, elements, parseXml, textOf, type XmlNode } from './xml-tree.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * An Excel workbook (.xlsx, .xlsm): each visible sheet's rows of text above a table are paragraphs, the table keeps its merged
 * cells, numbers and dates are written as the cell shows them; what people wrote on cells are notes. Hidden sheets are furniture.
 * Errors: `document.corrupted`, `document.encrypted`, `document.zip-bomb`.
 */
export function readXlsx(bytes: Uint8Array, context: ReadContext): SourceBlocks {
  const drafts = readSheets(bytes, context).flatMap(({ cells, comments, hidden }): Draft[] =>
    draftsOfSheet(cells, comments(), hidden ? 'hidden-sheet' : undefined),
  );
  return { format: 'xlsx', blocks: numberBlocks(drafts), pages: null, recognised: false };
}

export interface ReadSheet {
  /** In the places where Excel shows them. */
  cells: SheetCell[];
  /** What people wrote on cells; read when asked for. */
  comments: () => SheetComment[];
  hidden: boolean;
}

/** The sheets of a workbook. Errors: those of `readXlsx`. */
export function readSheets(bytes: Uint8Array, context: ReadContext): ReadSheet[] {
  const zip = new ZipArchive(bytes, context.limits);
  const main = zip.names.find((name) => /^xl\/workbook\d*\.xml$/.test(name)) ?? 'xl/workbook.xml';
  const workbook = part(zip, main);
  if (!workbook) throw new AppError('document.corrupted', { part: main });
  const relations = new Map(
    elements(part(zip, main.replace(/([^/]+)$/, '_rels/$1.rels')), 'Relationship').map((node) => [
      node.attributes['Id'] ?? '',
      pathOf(node.attributes['Target'] ?? ''),
    ]),
  );
  const strings = elements(part(zip, zip.names.find((name) => /^xl\/sharedStrings\.xml$/i.test(name)) ?? ''), 'si').map(
    richText,
  );
  const formats = readNumberFormats(part(zip, 'xl/styles.xml'));
  const date1904 = /^(1|true)$/.test(child(workbook, 'workbookPr')?.attributes['date1904'] ?? '');
  const sheets: ReadSheet[] = [];
  for (const sheet of elements(child(workbook, 'sheets'), 'sheet')) {
    const target = relations.get(sheet.attributes['r:id'] ?? '');
    const root = target === undefined ? undefined : part(zip, target);
    if (!root) continue;
    const hidden = /hidden/i.test(sheet.attributes['state'] ?? '');
    sheets.push({
      cells: readSheet(root, { strings, formats, date1904 }),
      comments: () => commentsOf(zip, target!),
      hidden,
    });
  }
  return sheets;
}

/** A sheet names the part that holds its comments in its own list of relations. */
function commentsOf(zip: ZipArchive, sheet: string): SheetComment[] {
  const relations = part(zip, sheet.replace(/([^/]+)$/, '_rels/$1.rels'));
  const target = elements(relations, 'Relationship').find(({ attributes }) =>
    /\/comments$/.test(attributes['Type'] ?? ''),
  )?.attributes['Target'];
  return target === undefined ? [] : readSheetComments(part(zip, pathOf(target.replace(/^\.\.\//, ''))));
}

function part(zip: ZipArchive, name: string): XmlNode | undefined {
  const bytes = zip.read(name);
  return bytes ? parseXml(bytes, name) : undefined;
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** Text of a shared or inline string; phonetic guides are not part of it. */
export function richText(node: XmlNode): string {
  return elements(node)
    .map((each) =>
      each.name === 't' ? textOf(each) : each.name === 'r' ? elements(each, 't').map(textOf).join('') : '',
    )
    .join('')
    .replace(/_x000D_/gi, '')
    .replace(/\r\n?/g, '\n');
}
