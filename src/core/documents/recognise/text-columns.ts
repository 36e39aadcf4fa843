import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { criterionIn } from './context-row.ts';
import { EVIDENCE, MONEY, OWNER, TARGET, TIME } from './infer-columns.ts';

export interface PlacedText {
  field: ColumnField;
  text: string;
}

/** "BGH Tháng 9/2024": owner and time that a narrow page put on one line. */
const OWNER_AND_TIME = /^(.{2,40}?)[\s,]+((?:Từ\s+)?[Tt]háng\s+\d{1,2}\s*[/-]\s*\d{4}.*|Cả năm.*)$/u;
/** A line this long that begins inside a sentence goes on with the action, wherever it stands: a page break tore it off. */
const TORN = 60;

/**
 * Assigns the lines of one row to its columns, in the order of the columns, so that each line stands where it looks most at
 * home; columns may stay blank. Dynamic programming over lines and columns.
 */
export function columnsOfLines(lines: readonly string[], fields: readonly ColumnField[]): PlacedText[] {
  const columns = fields.filter((field) => field !== 'number');
  const texts = lines.flatMap((line) => splitLine(line, columns));
  const torn = texts.map(
    (text, index) => index > 1 && text.length > TORN && /^\p{Ll}/u.test(text) && columns.includes('action'),
  );
  const whole = texts.filter((_, index) => !torn[index]);
  const placed = isCellByCell(whole, columns) ? columns : place(whole, columns);
  let next = 0;
  return texts.map((text, index) => ({ field: torn[index] ? 'action' : placed[next++]!, text }));
}

/** As many lines as columns, times and owners where they belong: each line is a cell. */
function isCellByCell(lines: readonly string[], columns: readonly ColumnField[]): boolean {
  return (
    lines.length === columns.length &&
    columns.some((field) => IS_TIME.has(field)) &&
    columns.every((field, index) => {
      const words = fold(lines[index]!);
      if (IS_TIME.has(field)) return lines[index]!.length <= 60 && TIME.test(words);
      if (field === 'criterion') return criterionIn(lines[index]!, true) !== null;
      return !IS_OWNER.has(field) || (lines[index]!.length <= 60 && !TIME.test(words));
    })
  );
}

function splitLine(line: string, columns: readonly ColumnField[]): string[] {
  const match = OWNER_AND_TIME.exec(line);
  const owners = columns.some((field) => field === 'owners' || field === 'leads');
  return match !== null && owners && OWNER.test(fold(match[1]!)) && line.length < 80 ? [match[1]!, match[2]!] : [line];
}

function place(texts: readonly string[], columns: readonly ColumnField[]): ColumnField[] {
  let best = columns.map((field) => ({
    score: texts.length === 0 ? 0 : scoreOf(texts[0]!, field, true, ''),
    path: [field],
  }));
  for (const [index, text] of texts.entries()) {
    if (index === 0) continue;
    best = columns.map((field, column) => {
      const from = columns.slice(0, column + 1).map((_, before) => {
        const opens = before !== column;
        return {
          score: best[before]!.score + scoreOf(text, field, opens, texts[index - 1]!),
          path: best[before]!.path,
        };
      });
      const top = from.reduce((a, b) => (b.score > a.score ? b : a));
      return { score: top.score, path: [...top.path, field] };
    });
  }
  return texts.length === 0 ? [] : best.reduce((a, b) => (b.score > a.score ? b : a)).path;
}

const IS_TIME = new Set<ColumnField>(['time', 'timeStart', 'timeEnd']);
const IS_OWNER = new Set<ColumnField>(['owners', 'leads', 'collaborators']);

/** How well a line fits a column; `opens` when it is the first line of that cell, `above` is the line before. */
function scoreOf(text: string, field: ColumnField, opens: boolean, above: string): number {
  const words = fold(text);
  const short = text.length <= 60;
  const inside = /^[\p{Ll}]/u.test(text);
  const sentence = field === 'action' || field === 'expectedResult' || field === 'need';
  const start = (opens ? (sentence ? 3 : 1) : 0) - (opens && inside ? 3 : 0);
  if (IS_TIME.has(field)) return start + timeScore(words, field, short, opens);
  if (IS_OWNER.has(field)) return start + (short && OWNER.test(words) && !TIME.test(words) ? 5 : -5);
  if (field === 'criterion') return criterionScore(text, opens, above);
  if (field === 'budget') return start + (text.length < 80 && MONEY.test(words) ? (opens ? 4 : 1) : -4);
  if (field === 'expectedResult' || field === 'need') return start + resultScore(text, words, above);
  if (field === 'action') return start + actionScore(text, words);
  if (field === 'expectedEvidence') return start + (EVIDENCE.test(words) && short ? 3 : -1);
  if (field === 'note') return start - 2;
  return start + (short && TIME.test(words) ? -2 : 0.5);
}

function timeScore(words: string, field: ColumnField, short: boolean, opens: boolean): number {
  if (!short || !TIME.test(words)) return -5;
  if (field === 'timeEnd') return /^den\b/.test(words) ? 7 : opens ? 4.5 : 4;
  if (field === 'timeStart') return /^den\b/.test(words) ? 0 : opens ? 5 : 2;
  return 5;
}

function criterionScore(text: string, opens: boolean, above: string): number {
  if (criterionIn(text) !== null) return 8;
  return !opens && /:\s*$/.test(above) && text.length < 120 ? 5 : -5;
}

function resultScore(text: string, words: string, above: string): number {
  if (TARGET.test(words) && text.length < 60) return 6;
  if (TARGET.test(fold(above)) && above.length < 60) return -4;
  const length = text.length < 90 ? 1 : text.length < 200 ? 0 : -1.5;
  return length - (OWNER.test(words) && text.length > 25 ? 2 : 0) - (looksLikeFact(words, text) ? 2 : 0);
}

function actionScore(text: string, words: string): number {
  const length = text.length > 100 ? 3 : text.length > 60 ? 1.5 : 0;
  return length + (OWNER.test(words) && text.length > 25 ? 2 : 0) - (looksLikeFact(words, text) ? 3 : 0);
}

function looksLikeFact(words: string, text: string): boolean {
  return text.length <= 40 && (TIME.test(words) || OWNER.test(words) || MONEY.test(words));
}
