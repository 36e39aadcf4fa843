import type { Place } from '#core/documents/block.ts';
import { squash } from '#core/kernel/text.ts';
import type { PlanDocument, Section } from './plan-document.ts';

export type LevelKey = '1' | '2' | '3' | '4';

/** How many criteria meet a level, as the document states it; nothing is recomputed. */
export interface LevelResult {
  met: number;
  /** Null when the document gives no total. */
  total: number | null;
  /** 66.3 for "66,3%"; null when none is stated. */
  statedPercent: number | null;
  /** As typed, "66,3": tells comma from point. */
  statedText: string | null;
  notMet: number | null;
  notMetPercent: number | null;
  notMetText: string | null;
}

export interface PlanResults {
  levels: Partial<Record<LevelKey, LevelResult>>;
  /** Level that the school as a whole reaches (Mức); null when not said. */
  overallLevel: number | null;
  /** Cấp độ of accreditation. */
  grade: number | null;
  /** Mức độ of the national standard. */
  nationalStandard: number | null;
  /** The lines that said so, in order; `index` counts the lines given. */
  used: { index: number; text: string; place: Place | null }[];
}

export type Results = PlanResults;

const COUNT = /(?<![\d/.,])(\d{1,3})\s*(?:tiêu chí\s*)?(?:\/|trên(?: tổng số)?)\s*(\d{1,3})(?![\d/]|\s*\/)/iu;
const PERCENT = /(\d{1,3}(?:[.,]\d+)?)\s*%/u;
const LEVEL = /mức\s*(?:độ\s*)?:?\s*([1-4])(?!\d|\s*[,-]\s*\d)/iu;
const FAILS = /(?:không|chưa)\s*(?:đạt|được)/iu;
/** "Số lượng và tỷ lệ các tiêu chí đạt và không đạt Mức 1: …" names both counts that follow, so that it says neither. */
const BOTH_COUNTED = /đạt(?:\s*[,/]\s*|\s+(?:và|hoặc|hay)\s+)(?:không|chưa)\s+đạt(?=\s+mức)/giu;
const INTENDED =
  /phấn đấu|chỉ tiêu|mục tiêu|dự kiến|kế hoạch đến|sẽ đạt|^[\s\d.)+*•-]*(?:tiếp tục )?(?:duy trì|giữ vững)\s/iu;

/** Results per level from lines in order: one line for each level, a heading with the counts below, or table rows. */
export function readResults(lines: readonly string[]): PlanResults {
  const results: PlanResults = { levels: {}, overallLevel: null, grade: null, nationalStandard: null, used: [] };
  let heading: LevelKey | null = null;
  let totals: number | null = null;
  let ofCriterion = false;
  lines.forEach((line, index) => {
    const text = squash(line.replace(/\t/g, ' | '));
    if (text === '' || INTENDED.test(text)) return;
    totals = columnOfTotals(line) ?? totals;
    if (PART_OF_REPORT.test(text)) ofCriterion = /tiêu chí/iu.test(text);
    const before = JSON.stringify(results);
    const pieces = text
      .replace(BOTH_COUNTED, 'đạt')
      .split(/;|,\s*(?=(?:đạt\s*)?mức\s*\d|(?:không|chưa)\s+đạt[\s:]+\d)|(?<=%\)?)[,.]\s+/iu);
    for (const piece of pieces) heading = readPiece(results, piece, heading, totals);
    readWhole(results, text, ofCriterion);
    if (JSON.stringify(results) !== before) results.used.push({ index, text: line, place: null });
  });
  return results;
}

/** Under the heading of a criterion "Tự đánh giá: Đạt Mức 3" is said of it; a heading above it ends that. */
const PART_OF_REPORT =
  /^(?:tiêu chí\s+\d{1,2}\.\d{1,2}\b|tiêu chuẩn\s+\d|phần\s+[IVX\d]|[IVX]+\s*[.)]|[A-C]\.\s|kết luận)/iu;

/** "Mức | Số tiêu chí đạt | Tổng số tiêu chí | Tỷ lệ": the cell, counted from 0, below which totals stand. */
function columnOfTotals(line: string): number | null {
  if (!/tổng/iu.test(line) || /\d/.test(line)) return null;
  const at = cellsOf(line).findIndex((cell) => /^tổng(?:\s+số)?(?:\s+(?:các\s+)?(?:tiêu chí|TC))?$/iu.test(cell));
  return at > 0 ? at : null;
}

function cellsOf(line: string): string[] {
  return line.split(/[\t|]/).map(squash);
}

/** The level that lines below may belong to: named by this piece, or still the one before. */
function readPiece(
  results: PlanResults,
  text: string,
  heading: LevelKey | null,
  totals: number | null,
): LevelKey | null {
  const named = LEVEL.exec(text)?.[1] as LevelKey | undefined;
  const level = named ?? heading;
  if (level === null) return null;
  if (named && readRow(results, text, named, totals)) return named;
  const count = COUNT.exec(text);
  if (!count || (!named && !/đạt|số lượng|tỷ lệ|tỉ lệ|chiếm/iu.test(text))) return named ?? heading;
  const [, part, whole] = count;
  const percent = PERCENT.exec(text.slice(count.index + count[0].length)) ?? PERCENT.exec(text);
  record(results, level, Number(part), Number(whole), percent?.[1] ?? null, FAILS.test(text));
  return level;
}

/** A table row "Mức 1 | 25 | 100% | 0 | 0%": met, percent, not met, percent. */
function readRow(results: PlanResults, text: string, level: LevelKey, totals: number | null): boolean {
  if (!/^\|?\s*(?:đạt\s*)?mức\s*[1-4]\s*\|/iu.test(text)) return false;
  const all = cellsOf(text);
  const said = totals === null ? null : wholeNumber(all[totals]);
  const cells = all.filter((cell, at) => cell !== '' && (said === null || at !== totals)).slice(1);
  const [met, failed] = countsIn(cells, said);
  if (met === undefined) return false;
  const total = met.total ?? said ?? (failed === undefined ? null : met.count + failed.count);
  record(results, level, met.count, total, met.percent, false);
  if (failed !== undefined) record(results, level, failed.count, total, failed.percent, true);
  return true;
}

function wholeNumber(cell: string | undefined): number | null {
  return cell !== undefined && /^\d{1,3}$/.test(cell) ? Number(cell) : null;
}

const COUNT_CELL =
  /^(\d{1,3})(?:\s*\/\s*(\d{1,3}))?(?:\s*tiêu chí)?(?:(?:\s*[(;-]\s*|,\s+)(\d{1,3}(?:[.,]\d+)?)\s*%\s*\)?)?$/iu;

interface CellCount {
  count: number;
  total: number | null;
  percent: string | null;
}

/** "25", "25/27", "25 (92,6%)" or "25 tiêu chí", its percentage also in the cell behind. Empty when the first cell is no count. */
function countsIn(cells: readonly string[], total: number | null): CellCount[] {
  const counts: CellCount[] = [];
  for (const [index, cell] of cells.entries()) {
    const match = COUNT_CELL.exec(cell);
    const last = counts.at(-1);
    // Without a sign, the number behind a count is its percentage where the counts say their total, where cells come in pairs, or where
    // both together are not the `total` of the row.
    const isShare =
      last?.percent === null &&
      (last.total !== null ||
        (cells.length === 4 && index % 2 === 1) ||
        (total !== null && match !== null && last.count + Number(match[1]) !== total));
    if (match && !isShare)
      counts.push({ count: Number(match[1]), total: match[2] ? Number(match[2]) : null, percent: match[3] ?? null });
    else if (last === undefined) return [];
    else last.percent ??= numberText(cell);
  }
  return counts;
}

function numberText(cell: string | undefined): string | null {
  return /(\d{1,3}(?:[.,]\d+)?)/.exec(cell ?? '')?.[1] ?? null;
}

function record(
  results: PlanResults,
  level: LevelKey,
  part: number,
  total: number | null,
  percent: string | null,
  fails: boolean,
): void {
  const known = results.levels[level];
  if (fails) {
    const base = known ?? { met: (total ?? part) - part, total, statedPercent: null, statedText: null };
    results.levels[level] = { ...base, notMet: part, notMetPercent: valueOf(percent), notMetText: percent };
    return;
  }
  if (known && known.statedPercent !== null) return;
  const missing = {
    notMet: known?.notMet ?? null,
    notMetPercent: known?.notMetPercent ?? null,
    notMetText: known?.notMetText ?? null,
  };
  results.levels[level] = { met: part, total, statedPercent: valueOf(percent), statedText: percent, ...missing };
}

function valueOf(percent: string | null): number | null {
  return percent === null ? null : Number(percent.replace(',', '.'));
}

/** "Mức đánh giá của trường: Mức 2", "đạt cấp độ 2", "đạt chuẩn quốc gia mức độ 1". */
function readWhole(results: PlanResults, text: string, ofCriterion: boolean): void {
  const said = ofCriterion
    ? null
    : /(?:mức đánh giá|kết quả (?:đánh giá )?chung|kết luận|tự đánh giá|xếp loại|mức đạt)[^:]{0,80}:\s*(?:trường\s*)?(?:đạt\s*)?mức\s*(?:độ\s*)?([1-4])(?!\d)/iu.exec(
        text,
      );
  const overall =
    said ?? /trường\s(?:[^:;/%]{0,60}?\s)?(?:tự đánh giá\s*)?đạt\s*:?\s+mức\s+([1-4])(?![\d:]|\s*[:/])/iu.exec(text);
  if (overall && !/không đạt|chưa đạt/iu.test(overall[0])) results.overallLevel ??= Number(overall[1]);
  const grade = /(?:đạt|công nhận)[^;]{0,80}?cấp độ\s*([1-4])/iu.exec(text);
  if (grade) results.grade ??= Number(grade[1]);
  const national = /(?:đạt|công nhận)\s[^;]{0,80}?chuẩn quốc gia\s*(?:mức\s*(?:độ)?)\s*([1-4])/iu.exec(text);
  if (national) results.nationalStandard ??= Number(national[1]);
}

interface PlacedLine {
  text: string;
  place: Place | null;
}

/** The results that a plan states: from its results section, or else from any text outside the items and duties, or that above the rows. */
export function resultsOf(plan: PlanDocument): PlanResults {
  const own = plan.sections.flatMap((section) => linesOf(section, (each) => each.role === 'results', false));
  const found = placed(own);
  if (Object.keys(found.levels).length > 0) return found;
  const outside = placed(linesWhere(plan, (each) => !FOREIGN.has(each.role ?? '')));
  if (Object.keys(outside.levels).length > 0) return outside;
  const aboveRows = placed(linesWhere(plan, (each) => each.role === 'items'));
  return Object.keys(aboveRows.levels).length > 0 ? aboveRows : outside;
}

function linesWhere(plan: PlanDocument, isWanted: (section: Section) => boolean): PlacedLine[] {
  return plan.sections.flatMap((section) => linesOf(section, isWanted, true));
}

const FOREIGN = new Set(['items', 'organisation', 'monitoring', 'reporting', 'strategy', 'priorities']);

/** `whole`: every section must pass; otherwise everything below a section that passes is taken. */
function linesOf(section: Section, passes: (section: Section) => boolean, whole: boolean): PlacedLine[] {
  const pass = passes(section);
  if (whole && !pass) return [];
  const own = pass
    ? [{ text: section.title, place: section.place }, ...section.lines.map(({ text, place }) => ({ text, place }))]
    : [];
  const below = section.children.flatMap((child) => linesOf(child, pass && !whole ? () => true : passes, whole));
  return [...own, ...below];
}

function placed(lines: readonly PlacedLine[]): PlanResults {
  const results = readResults(lines.map((line) => line.text));
  return { ...results, used: results.used.map((use) => ({ ...use, place: lines[use.index]?.place ?? null })) };
}
