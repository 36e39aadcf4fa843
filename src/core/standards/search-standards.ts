import { fold, plain } from '#core/kernel/text.ts';
import type { LegalDocument, LegalLibrary } from './legal-document.ts';
import type { StandardSet } from './standard-set.ts';

export type HitKind = 'standard' | 'criterion' | 'indicator' | 'element' | 'clause' | 'legal-document';

export interface SearchHit {
  kind: HitKind;
  /** Id of the set; null for a legal document. */
  set: string | null;
  /** "1", "1.9", "1.9/1a", "1.9/1.2" (level 1, second element), "22.3", or the number of the document. */
  code: string;
  /** The criterion that it belongs to, for a page to open; null for standards, clauses and documents. */
  criterion: string | null;
  text: string;
  score: number;
}

export interface SearchEntry extends Omit<SearchHit, 'score'> {
  /** Searched besides the text: the code, the printed number of the set. */
  extra: string;
  /** Prepared once: words with and without tones, each between spaces. */
  toned: string;
  folded: string;
}

/** Everything that can be found, prepared once: building takes some milliseconds, searching it well under one. */
export function searchIndex(sets: readonly StandardSet[], legal: LegalLibrary): SearchEntry[] {
  return [...sets.flatMap(entriesOfSet), ...legal.documents.map(entryOfDocument)];
}

/**
 * Entries that hold every word asked for, in any order, the last one perhaps unfinished. Words typed without tones find words
 * with them ("dan chu" finds "dân chủ"); what agrees with the tones as typed comes first, then whole phrases, then titles
 * before details.
 */
export function searchStandards(index: readonly SearchEntry[], query: string, limit = 50): SearchHit[] {
  const toned = words(plain(query));
  const folded = words(fold(query));
  if (folded.length === 0) return [];
  const hits = index.flatMap((entry) => {
    const score = scoreOf(entry, toned, folded);
    return score === 0 ? [] : [{ entry, score }];
  });
  hits.sort((a, b) => b.score - a.score);
  return hits
    .slice(0, limit)
    .map(({ entry: { kind, set, code, criterion, text }, score }) => ({ kind, set, code, criterion, text, score }));
}

/** Tones as typed outweigh everything; then whole words, the words as a phrase, the kind. */
const EXACT = 100;
const WHOLE = 40;
const PHRASE = 20;
const KIND_WEIGHT: Record<HitKind, number> = {
  criterion: 6,
  standard: 5,
  'legal-document': 4,
  clause: 3,
  indicator: 2,
  element: 1,
};

function scoreOf(entry: SearchEntry, toned: string[], folded: string[]): number {
  if (!holdsAll(entry.folded, folded)) return 0;
  const typedTones = toned.join(' ') !== folded.join(' ');
  const exact = typedTones && holdsAll(entry.toned, toned) ? EXACT : 0;
  const whole = folded.every((word) => entry.folded.includes(` ${word} `)) ? WHOLE : 0;
  const phrase = folded.length > 1 && entry.folded.includes(` ${folded.join(' ')}`) ? PHRASE : 0;
  return exact + whole + phrase + KIND_WEIGHT[entry.kind];
}

/** Whole words, of which the last may still be typed. */
function holdsAll(text: string, wanted: readonly string[]): boolean {
  return wanted.every((word, at) => text.includes(at === wanted.length - 1 ? ` ${word}` : ` ${word} `));
}

function entriesOfSet(set: StandardSet): SearchEntry[] {
  const extra = `${set.code} ${set.label}`;
  const make = (kind: HitKind, code: string, criterion: string | null, text: string) =>
    prepare({ kind, set: set.id, code, criterion, text, extra: `${code} ${extra}` });
  const clauses = set.levelRule.kind === 'cumulative-all' ? set.levelRule.clauses.items : [];
  return [
    ...set.standards.flatMap((standard) => [
      make('standard', standard.code, null, standard.title),
      ...standard.criteria.flatMap((criterion) => [
        make('criterion', criterion.code, criterion.code, criterion.title),
        ...criterion.levels.flatMap((level) => [
          ...level.indicators.map((each) =>
            make('indicator', `${criterion.code}/${each.code}`, criterion.code, each.summary),
          ),
          ...level.elements.map((each, at) =>
            make('element', `${criterion.code}/${level.level}.${at + 1}`, criterion.code, each),
          ),
        ]),
      ]),
    ]),
    ...clauses.map((clause) => make('clause', clause.code, null, clause.summary)),
  ];
}

function entryOfDocument(document: LegalDocument): SearchEntry {
  const text = document.title ?? document.kind;
  const extra = `${document.number} ${document.kind} ${document.issuer}`;
  return prepare({ kind: 'legal-document', set: null, code: document.number, criterion: null, text, extra });
}

function prepare(entry: Omit<SearchEntry, 'toned' | 'folded'>): SearchEntry {
  const all = `${entry.text} ${entry.extra}`;
  return { ...entry, toned: spaced(plain(all)), folded: spaced(fold(all)) };
}

function spaced(text: string): string {
  return ` ${words(text).join(' ')} `;
}

/** "19/2018/TT-BGDĐT" is four words, so that a part of a number finds it; "1.9" stays whole. */
function words(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:\.\p{N}+)*/gu) ?? [];
}
