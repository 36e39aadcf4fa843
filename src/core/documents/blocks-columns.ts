import type { DraftCell, DraftRow, DraftTable } from './blocks-draft.ts';
import type { PageGeometry } from './blocks-geometry.ts';
import { startsLowerCase, startsParagraph } from './blocks-lines.ts';
import { columnOf, leadingOf, paragraphsOfLines, toDraft } from './blocks-paragraphs.ts';
import { segmentsOf, type TextLine } from './blocks-text-lines.ts';

/** Lines that stand side by side in columns without ruling lines: a letterhead, a signature block, a table without borders. */
export interface Band {
  lines: TextLine[];
  /** Empty strips between the columns, from left to right. */
  gutters: { left: number; right: number }[];
}

/** The bands of a run of lines, and the lines between them, in order. `middles`: where a centred title has its middle. */
export function splitBands(lines: readonly TextLine[], middles: readonly number[]): (TextLine | Band)[] {
  const result: (TextLine | Band)[] = [];
  const leading = leadingOf(lines);
  for (let at = 0; at < lines.length;) {
    const band = bandAt(lines, at, leading, middles);
    result.push(band ?? lines[at]!);
    at += band?.lines.length ?? 1;
  }
  return result;
}

const NARROWEST_GUTTER = 6;

function bandAt(lines: readonly TextLine[], at: number, leading: number, middles: readonly number[]): Band | null {
  const first = lines[at]!;
  let gutters = gapsOf(first);
  if (gutters.length === 0 || gutters.length > 11) return null;
  const taken = [first];
  let lastWithRight = 1;
  for (const line of lines.slice(at + 1)) {
    const narrowed = narrow(gutters, line);
    if (narrowed.length < gutters.length) break;
    const previous = taken.at(-1)!;
    const leftOnly = line.right < narrowed[0]!.right;
    const step = line.baseline - previous.baseline;
    if (leftOnly && (step > 2.3 * leading || /^[IVX]{1,5}[.)]\s/u.test(line.text))) break;
    if (step > 8 * leading || isTitle(line, taken, middles)) break;
    gutters = narrowed;
    taken.push(line);
    if (!leftOnly) lastWithRight = taken.length;
  }
  const band = { lines: taken, gutters };
  if (gutters.length > 1) band.lines = taken.slice(0, lastWithRight);
  return isConvincing(band) ? band : null;
}

/** One piece in the middle of the page below columns whose lines have another middle. */
function isTitle(line: TextLine, above: readonly TextLine[], middles: readonly number[]): boolean {
  const middle = (line.left + line.right) / 2;
  const near = (x: number) => Math.abs(middle - x) < 6;
  if (!middles.some(near) || segmentsOf(line, 12).length > 1) return false;
  return !above.some((each) => segmentsOf(each, 12).some((segment) => near((segment.left + segment.right) / 2)));
}

/** Gaps of a line that are no mere wide blank. A list mark before its text and a value after a tab make no column. */
function gapsOf(line: TextLine): { left: number; right: number }[] {
  const segments = segmentsOf(line, Math.max(12, 1.3 * line.size));
  if (segments.length < 2 || isListMark(segments[0]!.text)) return [];
  if (segments.slice(1).some((each) => startsLowerCase(each.text))) return [];
  // A line stretched to the margins has single words everywhere.
  if (segments.length > 3 && segments.every((each) => !each.text.includes(' ')) && startsLowerCase(segments[1]!.text))
    return [];
  return segments.slice(1).map((each, index) => ({ left: segments[index]!.right, right: each.left }));
}

function isListMark(text: string): boolean {
  return /^(?:[-–—+*•·▪]|\(?[\p{L}\d]{1,4}[.)])$/u.test(text);
}

/** The gutters that stay empty on another line too. */
function narrow(gutters: Band['gutters'], line: TextLine): Band['gutters'] {
  return gutters.flatMap((gutter) => {
    let { left, right } = gutter;
    for (const glyphs of line.glyphs) {
      if (glyphs.text.trim() === '' || glyphs.right <= left || glyphs.left >= right) continue;
      const middle = (left + right) / 2;
      if (glyphs.right < middle) left = glyphs.right;
      else if (glyphs.left > middle) right = glyphs.left;
      else return [];
    }
    return right - left >= NARROWEST_GUTTER ? [{ left, right }] : [];
  });
}

function isConvincing(band: Band): boolean {
  const sided = band.lines.filter((line) => columnsOf(line, band).filter((each) => each.length > 0).length > 1);
  if (
    sided.some((line) =>
      columnsOf(line, band)
        .slice(1)
        .some((each) => each[0] && startsLowerCase(each[0].text) && band.gutters.length < 2),
    )
  )
    return false;
  if (band.gutters.length >= 2) return sided.length >= 3;
  const gutter = band.gutters[0]!;
  return band.lines.length >= 2 || gutter.right - gutter.left > 2.5 * band.lines[0]!.size;
}

function columnsOf(line: TextLine, band: Band): TextLine[][] {
  const columns: TextLine[][] = [[], ...band.gutters.map((): TextLine[] => [])];
  for (const segment of segmentsOf(line, NARROWEST_GUTTER - 1)) {
    const middle = (segment.left + segment.right) / 2;
    columns[band.gutters.filter((gutter) => middle > (gutter.left + gutter.right) / 2).length]!.push(segment);
  }
  return columns;
}

/** Two columns are one row of two cells (a letterhead); three or more are a table whose rows are told by their gaps or starts. */
export function tableOfBand(band: Band, page: PageGeometry): DraftTable {
  const groups = band.gutters.length === 1 ? [band.lines] : rowsOf(band);
  const rows = groups.map((lines): DraftRow => ({
    cells: cellsOf(lines, band, page),
    header: false,
    page: page.number,
  }));
  return { kind: 'table', columns: band.gutters.length + 1, rows, ruled: false };
}

function cellsOf(lines: readonly TextLine[], band: Band, page: PageGeometry): DraftCell[] {
  const columns: TextLine[][] = [[], ...band.gutters.map((): TextLine[] => [])];
  const all = band.lines.flatMap((line) => columnsOf(line, band).map((each, column) => ({ column, each })));
  for (const line of lines)
    columnsOf(line, band).forEach((segments, index) => columns[index]!.push(...joined(segments)));
  return columns.map((own, column): DraftCell => {
    const room = all.filter((each) => each.column === column).flatMap((each) => each.each);
    const left = Math.min(...room.map((each) => each.left));
    const right = Math.max(...room.map((each) => each.right));
    const area = { ...columnOf(own.length > 0 ? own : room, { left, right, top: 0, bottom: 0 }), left, right };
    return {
      column,
      columnSpan: 1,
      rowSpan: 1,
      content: own.length > 0 ? paragraphsOfLines(own, area).map((each) => toDraft(each, page)) : [],
    };
  });
}

function joined(segments: readonly TextLine[]): TextLine[] {
  const first = segments[0];
  if (!first || segments.length === 1) return [...segments];
  return segmentsOf({ ...first, glyphs: segments.flatMap((each) => each.glyphs) }, Infinity);
}

function rowsOf(band: Band): TextLine[][] {
  const leading = leadingOf(band.lines);
  const steps = band.lines.slice(1).map((line, index) => line.baseline - band.lines[index]!.baseline);
  const byGap = steps.some((step) => step > 1.3 * leading + 1);
  const rows: TextLine[][] = [];
  band.lines.forEach((line, index) => {
    const columns = columnsOf(line, band);
    const start = columns[0]![0]?.text;
    const opens =
      start !== undefined && !startsLowerCase(start) && columns.filter((each) => each.length > 0).length > 1;
    const marked = start !== undefined && (startsParagraph(`${start} `) || /^\d+\.?$/.test(start));
    const begins = byGap ? steps[index - 1]! > 1.3 * leading + 1 || marked : opens;
    if (index === 0 || begins) rows.push([line]);
    else rows.at(-1)!.push(line);
  });
  return rows;
}
