import { carriedBand } from './blocks-carried-band.ts';
import { rowsOfBand } from './blocks-band-rows.ts';
import { cardAt, type Card } from './blocks-cards.ts';
import type { DraftCell, DraftRow, DraftTable } from './blocks-draft.ts';
import type { PageGeometry } from './blocks-geometry.ts';
import { startsLowerCase } from './blocks-lines.ts';
import { columnOf, leadingOf, paragraphsOfLines, toDraft } from './blocks-paragraphs.ts';
import { segmentsOf, type TextLine } from './blocks-text-lines.ts';

/** Lines that stand side by side in columns without ruling lines: a letterhead, a signature block, a table without borders. */
export interface Band {
  lines: TextLine[];
  /** Empty strips between the columns, from left to right. */
  gutters: Gutter[];
}

interface Gutter {
  left: number;
  right: number;
}

/**
 * The bands of a run of lines, and the lines between them, in order. `middles`: where a centred title has its middle; `carried`: the
 * middles of the gutters of a table that may go on at the top of the run.
 */
export function splitBands(
  lines: readonly TextLine[],
  middles: readonly number[],
  carried: readonly number[] = [],
): (TextLine | Band | Card)[] {
  const result: (TextLine | Band | Card)[] = [];
  const leading = leadingOf(lines);
  for (let at = 0; at < lines.length;) {
    const goesOn = at === 0 && carried.length > 0 ? carriedBand(lines, carried, leading) : null;
    const band = goesOn ?? cardAt(lines, at, at <= 1 && carried.length === 1) ?? bandAt(lines, at, leading, middles);
    result.push(band ?? lines[at]!);
    at += band?.lines.length ?? 1;
  }
  return result;
}

/** Between two columns of text; columns of a table may stand nearer, since many lines agree on them. */
const NARROWEST_GUTTER = 6;
const NARROWEST_IN_TABLE = 3.6;

function bandAt(lines: readonly TextLine[], at: number, leading: number, middles: readonly number[]): Band | null {
  const first = lines[at]!;
  let gutters = seedOf(first, lines[at + 1]);
  if (gutters.length === 0 || gutters.length > 16) return null;
  const taken = [first];
  let lastWithRight = 1;
  for (const [index, line] of lines.slice(at + 1).entries()) {
    const narrowed = narrow(gutters, line, gutters.length > 1 || (index < 2 && gapsOf(line).length > 1));
    const ahead = lines.slice(at + 2 + index, at + 8 + index);
    const spans = narrowed.length < gutters.length;
    if (spans && !isGroupRow(line, gutters, ahead)) break;
    const previous = taken.at(-1)!;
    const leftOnly = line.right < (spans ? gutters : narrowed)[0]!.right;
    const step = line.baseline - previous.baseline;
    if (leftOnly && (step > 2.3 * leading || /^[IVX]{1,5}[.)]\s/u.test(line.text))) break;
    if (step > 8 * leading || (gutters.length === 1 && isTitle(line, taken, middles)) || DOCUMENT_TITLE.test(line.text))
      break;
    if (!spans) gutters = narrowed;
    taken.push(line);
    if (!leftOnly) lastWithRight = taken.length;
  }
  const band = { lines: taken, gutters };
  if (gutters.length > 1) {
    // The last row may end in a sentence that goes on alone in the first column.
    while (lastWithRight < taken.length && goesOnBelow(taken[lastWithRight - 1]!, taken[lastWithRight]!, leading))
      lastWithRight += 1;
    band.lines = taken.slice(0, lastWithRight);
    band.gutters = agreedGutters(band.lines, gutters);
  }
  return isConvincing(band) ? band : null;
}

function goesOnBelow(above: TextLine, line: TextLine, leading: number): boolean {
  return (
    startsLowerCase(line.text) && line.baseline - above.baseline < 1.3 * leading && Math.abs(line.left - above.left) < 3
  );
}

/** The name of the kind of document, alone on its line below a letterhead. */
const DOCUMENT_TITLE =
  /^(?:DỰ THẢO )?(?:KẾ HOẠCH|BÁO CÁO|THÔNG BÁO|QUYẾT ĐỊNH|BIÊN BẢN|TỜ TRÌNH|CHƯƠNG TRÌNH|PHƯƠNG ÁN|ĐỀ ÁN|CHIẾN LƯỢC|PHỤ LỤC|PHỤ BIỂU)(?: [\p{Lu}\d]|$)/u;

/** The gaps of a line, or the one between two lines that stand beside each other at different heights. */
function seedOf(line: TextLine, next: TextLine | undefined): Band['gutters'] {
  const gaps = gapsOf(line);
  if (gaps.length > 0 || next === undefined) return gaps;
  if (next.baseline - line.baseline > 0.8 * Math.max(line.size, next.size)) return [];
  const [left, right] = line.left < next.left ? [line, next] : [next, line];
  if (right.left - left.right < 12 || startsLowerCase(right.text)) return [];
  return [{ left: left.right, right: right.left }];
}

const GROUP = /^(?:[\dIVX]{1,3}[.)]?\s+)?(?:tiêu chuẩn|tiêu chí|mức)\s*:?\s*\d/iu;

/** Whether a line of a table names a group and lies over its gutters. */
export function namesGroupAcross(line: TextLine, { gutters }: Band): boolean {
  return (
    gutters.length > 1 &&
    GROUP.test(line.text) &&
    segmentsOf(line, NARROWEST_IN_TABLE).some((piece) =>
      gutters.some((gutter) => piece.left < gutter.left && piece.right > gutter.right),
    )
  );
}

/** A row that names a group over the whole width of a table ("Tiêu chuẩn 3: …"), whose columns go on below it. */
function isGroupRow(line: TextLine, gutters: Band['gutters'], ahead: readonly TextLine[]): boolean {
  if (gutters.length < 2 || !GROUP.test(line.text)) return false;
  return ahead.some((each) => segmentsOf(each, 10).length > 1 && narrow(gutters, each).length >= gutters.length);
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

/**
 * The gutters that stay empty on another line too. A piece of text in the middle of a wide one, far from both sides, is a column
 * of its own and divides it.
 */
function narrow(gutters: Band['gutters'], line: TextLine, inTable = gutters.length > 1): Band['gutters'] {
  const pieces = segmentsOf(line, (inTable ? NARROWEST_IN_TABLE : NARROWEST_GUTTER) - 0.2);
  return gutters.flatMap((gutter) => freeParts(gutter, pieces, inTable));
}

function freeParts({ left, right }: Gutter, pieces: readonly TextLine[], inTable: boolean): Gutter[] {
  for (const piece of pieces) {
    if (piece.right <= left || piece.left >= right) continue;
    if (inTable && piece.left - left > FAR && right - piece.right > FAR)
      return [
        ...freeParts({ left, right: piece.left }, pieces, inTable),
        ...freeParts({ left: piece.right, right }, pieces, inTable),
      ];
    if (piece.left <= left && piece.right >= right) return [];
    if ((piece.left + piece.right) / 2 < (left + right) / 2) left = piece.right;
    else right = piece.left;
  }
  return right - left >= (inTable ? NARROWEST_IN_TABLE : NARROWEST_GUTTER) ? [{ left, right }] : [];
}

/**
 * The gutters of a table as all of its lines leave them: columns that stand near to each other in the first line show only when
 * many lines agree on the strip between them. Rows that name a group lie across.
 */
function agreedGutters(lines: readonly TextLine[], gutters: Band['gutters']): Band['gutters'] {
  const rows = lines.filter((line) => narrow(gutters, line).length >= gutters.length);
  if (rows.length < 4) return gutters;
  const pieces = rows.flatMap((line) => segmentsOf(line, NARROWEST_IN_TABLE - 0.2)).sort((a, b) => a.left - b.left);
  const strips: Gutter[] = [];
  let right = pieces[0]!.right;
  for (const piece of pieces) {
    if (piece.left - right >= NARROWEST_IN_TABLE) strips.push({ left: right, right: piece.left });
    right = Math.max(right, piece.right);
  }
  return strips.length >= gutters.length
    ? strips.filter((strip, index) => opens(strip, strips[index + 1], pieces))
    : gutters;
}

/** Whether something begins behind a strip. A line stretched to its margins leaves single words of its sentence between strips. */
function opens({ right }: Gutter, next: Gutter | undefined, pieces: readonly TextLine[]): boolean {
  const column = pieces.filter((piece) => piece.left >= right && piece.left < (next?.left ?? Infinity));
  return !column.every((piece) => startsLowerCase(piece.text) && piece.text.length > 1);
}

/** Room on both sides of a column that shows only on a later line. */
const FAR = 14;

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
  if (band.gutters.length >= 2) return sided.length >= (band.gutters.length > 2 ? 2 : 3);
  const gutter = band.gutters[0]!;
  return band.lines.length >= 2 || gutter.right - gutter.left > 2.5 * band.lines[0]!.size;
}

/** The pieces of a line by column. */
export function columnsOf(line: TextLine, band: Band): TextLine[][] {
  const columns: TextLine[][] = [[], ...band.gutters.map((): TextLine[] => [])];
  for (const segment of segmentsOf(line, band.gutters.length > 1 ? NARROWEST_IN_TABLE - 0.2 : NARROWEST_GUTTER - 1)) {
    const middle = (segment.left + segment.right) / 2;
    columns[band.gutters.filter((gutter) => middle > (gutter.left + gutter.right) / 2).length]!.push(segment);
  }
  return columns;
}

/** Two columns are one row of two cells (a letterhead); three or more are a table whose rows are told by their gaps or starts. */
export function tableOfBand(band: Band, page: PageGeometry): DraftTable {
  const groups = band.gutters.length === 1 ? [band.lines] : rowsOfBand(band);
  const rows = groups.map((lines): DraftRow => ({
    cells: namesGroupAcross(lines[0]!, band) ? [cellAcross(lines, band, page)] : cellsOf(lines, band, page),
    header: false,
    page: page.number,
  }));
  return { kind: 'table', columns: band.gutters.length + 1, rows, ruled: false };
}

/** One cell over all columns. */
function cellAcross(lines: readonly TextLine[], { gutters }: Band, page: PageGeometry): DraftCell {
  const [left, right] = [Math.min(...lines.map((line) => line.left)), Math.max(...lines.map((line) => line.right))];
  const area = { ...columnOf(lines, { left, right, top: 0, bottom: 0 }), left, right };
  const content = paragraphsOfLines(lines, area).map((each) => toDraft(each, page));
  return { column: 0, columnSpan: gutters.length + 1, rowSpan: 1, content };
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
