import { columnsOf, namesGroupAcross, type Band } from './blocks-columns.ts';
import { startsLowerCase, startsParagraph, wantsNumber } from './blocks-lines.ts';
import { leadingOf } from './blocks-paragraphs.ts';
import { segmentsOf, type TextLine } from './blocks-text-lines.ts';

/** Lines of one row, and the blank above it. */
interface Strip {
  lines: TextLine[];
  above: number;
}

/**
 * The rows of a table without ruling lines: strips of text between blanks that run through all columns; without such blanks,
 * each line that opens the first column beside another. Cells may stand at the top or in the middle of their row.
 */
export function rowsOfBand(band: Band): TextLine[][] {
  const leading = leadingInColumns(band);
  const rows: TextLine[][] = [];
  let between: TextLine[] = [];
  const end = () => {
    if (between.length > 0) rows.push(...rowsBetween({ ...band, lines: between }, leading));
    between = [];
  };
  for (const line of band.lines) {
    if (namesGroupAcross(line, band)) {
      end();
      rows.push([line]);
    } else if (between.length === 0 && rows.length > 0 && goesOnAlone(line, rows.at(-1)!.at(-1)!, leading))
      rows.at(-1)!.push(line);
    else between.push(line);
  }
  end();
  return rows;
}

/** The rest of the name of a group, on a line of its own. */
function goesOnAlone(line: TextLine, above: TextLine, leading: number): boolean {
  return (
    startsLowerCase(line.text) &&
    Math.abs(line.left - above.left) < 3 &&
    line.baseline - above.baseline < 1.3 * leading &&
    segmentsOf(line, 10).length === 1
  );
}

/** Rows without names of groups among them. */
function rowsBetween(band: Band, leading: number): TextLine[][] {
  const blanks = stripsOf(band.lines, leading);
  // Three rows set apart by blanks show that all are.
  const apart = blanks.filter((strip) => isHead(strip, band)).length > 2;
  const strips = apart ? blanks : blanks.flatMap((strip) => splitAtStarts(strip, band, leading));
  return mergeTails(strips, band).map(({ lines }) => lines);
}

/** Lines of neighbouring columns may stand at different heights: the step counts inside of each column. */
function leadingInColumns(band: Band): number {
  const columns: TextLine[][] = [[], ...band.gutters.map((): TextLine[] => [])];
  for (const line of band.lines)
    columnsOf(line, band).forEach((pieces, column) => {
      if (pieces.length > 0) columns[column]!.push(line);
    });
  const leadings = columns
    .filter((lines) => lines.length > 2)
    .map(leadingOf)
    .sort((a, b) => a - b);
  return leadings[Math.floor(leadings.length / 2)] ?? leadingOf(band.lines);
}

function stripsOf(lines: readonly TextLine[], leading: number): Strip[] {
  const strips: Strip[] = [];
  let lowest = -Infinity;
  for (const line of lines) {
    const step = line.baseline - lowest;
    if (strips.length === 0 || step > 1.22 * leading + 0.5) strips.push({ lines: [line], above: step });
    else strips.at(-1)!.lines.push(line);
    lowest = Math.max(lowest, line.baseline);
  }
  return strips;
}

/** A strip that holds several rows set solid: each begins where the first column opens beside another, or by its number. */
function splitAtStarts(strip: Strip, band: Band, leading: number): Strip[] {
  const parts: Strip[] = [];
  const middle = !opensAtOnce(strip, band);
  for (const line of strip.lines) {
    const columns = columnsOf(line, band);
    const start = columns[0]![0]?.text;
    const filled = columns.filter((pieces) => pieces.length > 0);
    // "… của tiêu chí" / "1.6 theo từng năm học"
    const above = parts.at(-1)?.lines.findLast((each) => columnsOf(each, band)[0]!.length > 0);
    const runsOn = above !== undefined && wantsNumber(columnsOf(above, band)[0]!.at(-1)!.text);
    const marked = start !== undefined && !runsOn && (startsParagraph(`${start} `) || /^\d{1,2}\.?$/.test(start));
    const opens =
      start !== undefined &&
      filled.length > band.gutters.length / 2 &&
      filled.every(([piece]) => !startsLowerCase(piece!.text));
    if (parts.length === 0 || (!middle && (opens || (marked && filled.length > 1))))
      parts.push({ lines: [line], above: parts.length === 0 ? strip.above : leading });
    else parts.at(-1)!.lines.push(line);
  }
  return parts;
}

/** Whether the first line of a strip fills its first column: its cells stand at the top. */
function opensAtOnce(strip: Strip, band: Band): boolean {
  return columnsOf(strip.lines[0]!, band)[0]!.length > 0;
}

/**
 * A strip that leaves the first column blank is a part of the row above when cells stand at the top of their rows, else of the row
 * that stands nearer to it.
 */
function mergeTails(strips: readonly Strip[], band: Band): Strip[] {
  const heads = strips.filter((strip) => strip.lines.length > 1 && isHead(strip, band));
  const atTop = heads.filter((strip) => opensAtOnce(strip, band)).length >= 0.8 * heads.length;
  const rows: Strip[] = [];
  let pending: TextLine[] = [];
  const isTail = (strip: Strip | undefined) =>
    strip !== undefined && strip.lines.every((line) => columnsOf(line, band)[0]!.length === 0);
  for (const [index, strip] of strips.entries()) {
    const below = strips[index + 1];
    if (isTail(strip) && filledIn(strip, band) <= (band.gutters.length + 1) / 2) {
      const previous = rows.at(-1);
      if (
        previous !== undefined &&
        pending.length === 0 &&
        (atTop || below === undefined || strip.above <= below.above + 1)
      )
        previous.lines.push(...strip.lines);
      else if (below !== undefined) pending.push(...strip.lines);
      else rows.push(strip);
      continue;
    }
    rows.push({ ...strip, lines: [...pending, ...strip.lines] });
    pending = [];
  }
  return rows;
}

/** Whether a strip begins more than one cell, the first among them. */
function isHead(strip: Strip, band: Band): boolean {
  const first = strip.lines.some((line) => columnsOf(line, band)[0]!.length > 0);
  return first && filledIn(strip, band) > 1;
}

function filledIn(strip: Strip, band: Band): number {
  const filled = new Set<number>();
  for (const line of strip.lines)
    columnsOf(line, band).forEach((pieces, column) => {
      if (pieces.length > 0) filled.add(column);
    });
  return filled.size;
}
