import { squash } from '#core/kernel/text.ts';

/** What a cell, heading or phrase names in a standard set. Numbers as printed: standard "1", criterion "1.5". */
export interface CriterionReference {
  standard: string | null;
  criterion: string | null;
  /** Levels named ("MỨC 1, 2, 3" -> 1, 2, 3); empty when none is. */
  levels: number[];
  /** The first of `levels`. */
  level: number | null;
  /** What follows the number: "Tổ chức nhóm trẻ và lớp mẫu giáo". */
  title: string | null;
  /** Named in the scheme before 2018 ("chỉ báo b, tiêu chí 8, tiêu chuẩn 1"), whose criteria are not mapped. */
  legacy: boolean;
}

const SEPARATOR = /^\s*[.:,;\-–—)]*\s*/u;
const STANDARD = /(?:ti[eê]u\s+chu[aẩ]n|tchuẩn|t\/c|\btc)\s*:?\s*(?:số\s*)?(\d{1,2}|[IVX]{1,4})(?![\d.]*\d|\p{L})/iu;
const CRITERION = /(?:ti[eê]u\s+ch[ií]|tchí|tc)\s*:?\s*(?:số\s*)?(\d{1,2})\s*[.,]\s*(\d{1,2})(?![\d/]|\.\d)/iu;
const BARE_CRITERION = /^[\s\-–+*•]*(\d{1,2})\.(\d{1,2})(?![\d/%]|\.\d)\s*(?:[.:)\-–;,+&]|\s|$)/u;
const LEVELS = /(?:^|[\s(])m[uứ]c\s*(?:độ\s*)?:?\s*(\d(?:\s*(?:,|và|-|–|&|;)\s*(?:mức\s*)?\d)*)(?!\d)/iu;
const OLD = /(?:tiêu\s+ch[ií]|chỉ\s+số|chỉ\s+báo)\s+(?:\p{L}|\d{1,2})(?![\p{L}\d.]).*/iu;
/** "1.3; 2.1", "3.3, 3.4 và 3.5", "TC 1.1 + TC 1.2". */
const LIST =
  /\d{1,2}\.\d{1,2}(?:\s*(?:[,;+&/]|và)\s*(?:và\s+)?(?:(?:tiêu\s+ch[ií]|tc)\s*:?\s*)?\d{1,2}\.\d{1,2}(?![\d/%]|\.\d))+/iu;
const ROMAN: Record<string, string> = { I: '1', II: '2', III: '3', IV: '4', V: '5', VI: '6', VII: '7' };

/** Reads "Tiêu chí 1.5: …", "TC 1.5", "1.5. …", "tiêu chí 1.1, của tiêu chuẩn 1", "Tiêu chuẩn 3", "MỨC 1, 2, 3"; all null for none. */
export function parseCriterionReference(text: string): CriterionReference {
  const typed = squash(text);
  const named = namedIn(typed);
  const levels = levelsIn(typed);
  const base = { levels, level: levels[0] ?? null, legacy: false };
  if (named) {
    const title = titleAfter(typed, named.index + named[0].replace(/[\s.:)\-–]+$/u, '').length);
    return { ...base, standard: trim(named[1]), criterion: codeOf(named), title };
  }
  const standard = STANDARD.exec(typed);
  const old = oldCriterion(typed);
  if (old !== null) return { ...base, standard: numberOf(standard?.[1]), criterion: null, title: null, legacy: true };
  if (!standard) return { ...base, standard: null, criterion: null, title: null };
  return {
    ...base,
    standard: numberOf(standard[1]),
    criterion: null,
    title: titleAfter(typed, standard.index + standard[0].length),
  };
}

function namedIn(typed: string): RegExpExecArray | null {
  return CRITERION.exec(typed) ?? BARE_CRITERION.exec(typed);
}

function codeOf([, standard, criterion]: RegExpExecArray): string {
  return `${trim(standard)}.${trim(criterion)}`;
}

/** "tiêu chí 8 (của) tiêu chuẩn 1", "chỉ số b": a criterion without its standard's number in front is of the old scheme. */
function oldCriterion(text: string): string | null {
  if (/chỉ\s+(?:số|báo)\s+[a-zđ](?!\p{L}).*tiêu\s+ch[ií]\s+\d{1,2}(?!\s*[.,]?\d)/iu.test(text)) return text;
  if (/tiêu\s+ch[ií]\s+\d{1,2}(?!\d|\s*\.\s*\d)(?=[\s,]+(?:của\s+|thuộc\s+)?tiêu\s+chuẩn)/iu.test(text)) return text;
  return /^[\s\-–+*]*tiêu\s+ch[ií]\s+\d{1,2}(?!\d|\s*[.,]\s*\d)\s*[.:]/iu.test(text) && OLD.test(text) ? text : null;
}

function levelsIn(text: string): number[] {
  const match = LEVELS.exec(text);
  if (!match) return [];
  const numbers = [...(match[1] ?? '').matchAll(/\d/g)].map(Number);
  const [first = 0, second = 0] = numbers;
  const isRange = numbers.length === 2 && /[-–]/.test(match[1] ?? '') && second > first;
  const all = isRange ? Array.from({ length: second - first + 1 }, (_, index) => first + index) : numbers;
  return [...new Set(all)].filter((level) => level >= 1 && level <= 4);
}

function titleAfter(text: string, at: number): string | null {
  const rest = text.slice(at).replace(SEPARATOR, '').trim();
  return rest === '' || /^(?:của|thuộc)\s/iu.test(rest) || !/\p{L}/u.test(rest) ? null : rest;
}

function trim(number: string | undefined): string {
  return String(Number(number));
}

function numberOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  return ROMAN[text.toUpperCase()] ?? (/^\d+$/.test(text) ? trim(text) : null);
}

/**
 * Every criterion that a cell names, in order and once each: "Tiêu chí 1.3; 2.1" -> ["1.3", "2.1"]. A row that serves several
 * criteria stays one row, filed under the first (`PlanItem.criterion`): splitting it would double its money and its tasks.
 */
export function criteriaNamedIn(text: string): string[] {
  const typed = squash(text);
  const named = namedIn(typed);
  if (named === null) return [];
  const list = LIST.exec(typed)?.[0] ?? '';
  return [...new Set([codeOf(named), ...[...list.matchAll(/(\d{1,2})\.(\d{1,2})/g)].map(codeOf)])];
}
