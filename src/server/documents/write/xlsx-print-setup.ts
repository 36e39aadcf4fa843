import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/**
 * What the writer of workbooks has no option for: every sheet as wide as the page, the header of the table on each printed page,
 * page numbers, rows that grow when somebody types, and the pane below frozen rows named as the format asks. `headerRow` counts from 1.
 */
export function withPrintSetup(bytes: Uint8Array, headerRow: number): Uint8Array {
  const files = unzipSync(bytes);
  const made: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    const text = /\.xml$/.test(name) ? setUp(name, strFromU8(content), headerRow) : null;
    made[name] = [text === null ? content : strToU8(text), { mtime: EPOCH }];
  }
  return zipSync(made);
}

/** The same plan gives the same bytes. */
const EPOCH = new Date(1980, 0, 1);

function setUp(name: string, xml: string, headerRow: number): string {
  if (name === 'xl/workbook.xml') return xml.replace(/<definedNames\s*\/>/, titles(headerRow));
  return name.startsWith('xl/worksheets/') ? sheet(xml) : xml;
}

/** Excel repeats these rows at the top of each printed page. */
function titles(row: number): string {
  return `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'Kế hoạch'!$${row}:$${row}</definedName></definedNames>`;
}

function sheet(xml: string): string {
  const footer = '<headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>';
  return xml
    .replace(/(<worksheet[^>]*>)/, '$1<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    .replace(/ xSplit="0"/, '')
    .replace('activePane="bottomRight"', 'activePane="bottomLeft"')
    .replace(/ customHeight="(1|true)"/g, '')
    .replace(/<pageMargins[^>]*\/>/, '')
    .replace(/<pageSetup[^>]*\/>/, '')
    .replace('</worksheet>', `${MARGINS}${setupOf(xml)}${footer}</worksheet>`);
}

/** In inches: 15 mm left and right, 20 mm above and below. */
const MARGINS = '<pageMargins left="0.59" right="0.59" top="0.79" bottom="0.79" header="0.3" footer="0.3"/>';

function setupOf(xml: string): string {
  const orientation = xml.includes('orientation="landscape"') ? 'landscape' : 'portrait';
  return `<pageSetup paperSize="9" orientation="${orientation}" fitToWidth="1" fitToHeight="0"/>`;
}
