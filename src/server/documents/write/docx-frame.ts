import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableLayoutType, TableRow, WidthType } from 'docx';
import type { PrintClosing, PrintLetterhead } from '#core/documents/layout/print-model.ts';
import { TEXT_WIDTH } from '#core/documents/layout/print-model.ts';
import { textWidth } from '#core/documents/layout/text-width.ts';
import { type Look, mm, paragraph, pt, rule } from './docx-paragraphs.ts';

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE, insideHorizontal: NONE, insideVertical: NONE };
/** Governing body and school on the left, quốc hiệu and tiêu ngữ on the right; below them number and date on one line. */
export function letterheadTable(head: PrintLetterhead): Table {
  const [left, , right] = head.columns;
  const narrow = (width: number) => ({ indent: { left: mm((left - width) / 2), right: mm((left - width) / 2) } });
  const issuer = [
    ...centred(head.governingBody, { size: 12 }, narrow(head.names.governingBody)),
    ...centred(head.schoolName, { size: 12, bold: true }, narrow(head.names.schoolName)),
    ...underRule(head.schoolName, 12, [head.names.schoolName, left], 0.4),
  ];
  const nation = [
    ...centred(head.country, { size: 12, bold: true }),
    ...centred(head.motto, { size: 13, bold: true }),
    ...underRule(head.motto, 13, [right, right], 1),
  ];
  const rows = [columns([issuer, [], nation], head.columns)];
  if (head.number !== null || head.date !== null) {
    const before = { spacing: { before: pt(8) } };
    const number = centred(head.number, { size: 13 }, before);
    const date = centred(head.date, { size: 13, italics: true }, before);
    rows.push(columns([number, [], date], head.columns));
  }
  return frame(rows, head.columns);
}

/** The lines of the title, and a rule of a third to a half of the last one. */
export function titleLines(title: readonly string[]): Paragraph[] {
  const lines = title.map((line, index) =>
    paragraph(
      line,
      { bold: true },
      {
        alignment: AlignmentType.CENTER,
        keepNext: true,
        spacing: { before: index === 0 ? pt(16) : 0, after: pt(2) },
      },
    ),
  );
  if (title.length > 1) lines.push(...underRule(title.at(-1)!, 14, [TEXT_WIDTH.portrait, TEXT_WIDTH.portrait], 0.4));
  if (title.length > 0) lines.push(new Paragraph({ children: [], spacing: { after: 0 }, keepNext: true }));
  return lines;
}

/** Recipients on the left, signer on the right, on one page. */
export function closingTable(closing: PrintClosing): Table {
  const [left, right] = [TEXT_WIDTH.portrait * 0.48, TEXT_WIDTH.portrait * 0.52];
  const keep = { keepNext: true, keepLines: true };
  const recipients =
    closing.recipients.length === 0
      ? []
      : [
          paragraph('Nơi nhận:', { size: 12, bold: true, italics: true }, keep),
          ...closing.recipients.map((line) => paragraph(`- ${line}`, { size: 11 }, keep)),
        ];
  const signer = [
    ...closing.roles.flatMap((role) => centred(role, { bold: true }, keep)),
    ...Array.from({ length: 4 }, () => new Paragraph({ children: [], ...keep })),
    ...centred(closing.name, { bold: true }, keep),
  ];
  return frame([columns([recipients, signer], [left, right])], [left, right]);
}

function centred(text: string | null, look: Look, options = {}): Paragraph[] {
  return text === null ? [] : [paragraph(text, look, { alignment: AlignmentType.CENTER, ...options })];
}

/** A rule as long as `share` of the longest line of the text, in a column; both widths in mm. */
function underRule(
  text: string | null,
  size: number,
  [width, column]: readonly [number, number],
  share: number,
): Paragraph[] {
  if (text === null || text.trim() === '') return [];
  const longest = Math.max(...text.split('\n').map((line) => textWidth(line, size, true)));
  return [rule(Math.min(longest, width) * share, column)];
}

function columns(cells: Paragraph[][], widths: readonly number[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: cells.map(
      (children, index) =>
        new TableCell({
          borders: NO_BORDERS,
          width: { size: mm(widths[index]!), type: WidthType.DXA },
          children: children.length > 0 ? children : [new Paragraph({ children: [] })],
        }),
    ),
  });
}

function frame(rows: TableRow[], widths: readonly number[]): Table {
  return new Table({
    rows,
    borders: NO_BORDERS,
    layout: TableLayoutType.FIXED,
    margins: { marginUnitType: WidthType.DXA, left: 0, right: 0 },
    width: { size: mm(widths.reduce((sum, width) => sum + width, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
  });
}
