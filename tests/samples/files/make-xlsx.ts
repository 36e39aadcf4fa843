import { strToU8, zipSync } from 'fflate';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

export interface MadeSheet {
  /** Rows of cells: text, or [number, style index]; null leaves the cell out. */
  rows: (string | [number, number] | null)[][];
  merges?: string[];
  hidden?: boolean;
  /** Cell, author, text. */
  comments?: [string, string, string][];
}

/** An Excel file for tests. Cell styles: 0 general, 1 date d/m/y, 2 month m/y, 3 percent, 4 thousands. */
export function makeXlsx(sheets: readonly MadeSheet[]): Uint8Array {
  const strings: string[] = [];
  const files: Record<string, Uint8Array> = {};
  sheets.forEach((sheet, index) => (files[`xl/worksheets/sheet${index + 1}.xml`] = xml(sheetXml(sheet, strings))));
  sheets.forEach((sheet, index) => addComments(files, sheet, index + 1));
  files['xl/sharedStrings.xml'] = xml(`<sst ${MAIN}>${strings.map((text) => `<si><t xml:space="preserve">${text}</t></si>`).join('')}</sst>`);
  files['xl/styles.xml'] = xml(
    `<styleSheet ${MAIN}><numFmts><numFmt numFmtId="164" formatCode="mm/yyyy"/></numFmts><cellXfs>${[0, 14, 164, 9, 3].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`,
  );
  const list = sheets.map((sheet, i) => `<sheet name="S${i}" sheetId="${i + 1}" r:id="r${i + 1}"${sheet.hidden ? ' state="hidden"' : ''}/>`);
  files['xl/workbook.xml'] = xml(`<workbook ${MAIN} xmlns:r="${R}"><sheets>${list.join('')}</sheets></workbook>`);
  const relations = sheets.map((_, i) => `<Relationship Id="r${i + 1}" Type="${R}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`);
  files['xl/_rels/workbook.xml.rels'] = xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`,
  );
  return zipSync(files);
}

function addComments(files: Record<string, Uint8Array>, { comments }: MadeSheet, number: number): void {
  if (!comments) return;
  const authors = comments.map(([, author]) => `<author>${author}</author>`).join('');
  const list = comments.map(([ref, , text], id) => `<comment ref="${ref}" authorId="${id}"><text><r><t>${text}</t></r></text></comment>`);
  files[`xl/comments${number}.xml`] = xml(`<comments ${MAIN}><authors>${authors}</authors><commentList>${list.join('')}</commentList></comments>`);
  files[`xl/worksheets/_rels/sheet${number}.xml.rels`] = xml(
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="${R}/comments" Target="../comments${number}.xml"/></Relationships>`,
  );
}

function sheetXml(sheet: MadeSheet, strings: string[]): string {
  const rows = sheet.rows.map((row, r) => {
    const cells = row.map((value, c) => {
      const at = `${String.fromCharCode(65 + c)}${r + 1}`;
      if (value === null) return '';
      if (typeof value !== 'string') return `<c r="${at}" s="${value[1]}"><v>${value[0]}</v></c>`;
      strings.push(value);
      return `<c r="${at}" t="s"><v>${strings.length - 1}</v></c>`;
    });
    return `<row r="${r + 1}">${cells.join('')}</row>`;
  });
  const merges = (sheet.merges ?? []).map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  return `<worksheet ${MAIN}><sheetData>${rows.join('')}</sheetData>${merges && `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function xml(text: string): Uint8Array {
  return strToU8(`<?xml version="1.0" encoding="UTF-8"?>${text}`);
}
