import { fold, plain } from '#core/kernel/text.ts';

/** Somebody, or a group of people, who can be named in a comment. */
export interface MentionTarget {
  /** `person:<user id>`, `group:<id>` of a group of the school, `owner:<key>` of the owner table. */
  ref: string;
  /** What they are called now; what stands behind the "@". */
  label: string;
  /** Title or kind, to tell people of one name apart; "" when nothing is known. */
  hint: string;
}

/** A target that a comment names. `starts`: where its "@" stands in the words, in UTF-16 code units; null: named beside them. */
export interface FoundMention<Target extends MentionTarget> {
  target: Target;
  starts: number | null;
}

/**
 * Whom a text names: each "@" with the longest name that follows it, and whoever was chosen without being written. A name that two
 * people have means the one that was chosen; without a choice it stays mere text, since nobody may be told by guess.
 * @param chosen refs of targets that were picked from the list; what is no target is passed over
 */
export function findMentions<Target extends MentionTarget>(
  words: string,
  targets: readonly Target[],
  chosen: readonly string[],
): FoundMention<Target>[] {
  const picked = targets.filter(({ ref }) => chosen.includes(ref));
  const found: FoundMention<Target>[] = [];
  const names = namesOf(targets);
  for (const { index } of words.matchAll(/(?<![\p{L}\p{N}])@(?=[^\s@])/gu)) {
    const target = targetAt(words, index + 1, names, picked);
    if (target) found.push({ target, starts: index });
  }
  const written = new Set(found.map(({ target }) => target.ref));
  const beside = picked.filter(({ ref }) => !written.has(ref));
  return [...found, ...beside.map((target) => ({ target, starts: null }))];
}

/** Targets by name, the longest names first: a long text full of "@" is compared with each length once, not with each name. */
type Names<Target> = readonly (readonly [length: number, targets: ReadonlyMap<string, readonly Target[]>])[];

function namesOf<Target extends MentionTarget>(targets: readonly Target[]): Names<Target> {
  const named = targets.filter(({ label }) => label !== '');
  return [...Map.groupBy(named, ({ label }) => label.length)]
    .sort(([one], [other]) => other - one)
    .map(([length, same]) => [length, Map.groupBy(same, ({ label }) => plain(label))]);
}

function targetAt<Target extends MentionTarget>(
  words: string,
  at: number,
  names: Names<Target>,
  picked: readonly Target[],
): Target | null {
  for (const [length, targets] of names) {
    const next = words.slice(at + length, at + length + 2);
    if (/^[\p{L}\p{N}\p{M}]/u.test(next)) continue;
    const best = targets.get(plain(words.slice(at, at + length)));
    if (best) return best.length === 1 ? best[0]! : (best.find((target) => picked.includes(target)) ?? null);
  }
  return null;
}

/** A mention as it was kept: the name in the words, and what whoever it means is called now. */
export interface KeptMention {
  starts: number | null;
  /** As it stands behind the "@". */
  label: string;
  name: string;
}

export interface WordPiece {
  text: string;
  mention: boolean;
}

/** The words in pieces, each mention by the name of today. Mentions that do not fit the words are left as text. */
export function wordPieces(words: string, mentions: readonly KeptMention[]): WordPiece[] {
  const pieces: WordPiece[] = [];
  let end = 0;
  const text = (until: number) => {
    if (until > end) pieces.push({ text: words.slice(end, until), mention: false });
  };
  const inWords = mentions.flatMap(({ starts, ...mention }) => (starts === null ? [] : [{ ...mention, starts }]));
  for (const { starts, label, name } of inWords.sort((a, b) => a.starts - b.starts)) {
    if (starts < end || words[starts] !== '@' || starts + 1 + label.length > words.length) continue;
    text(starts);
    pieces.push({ text: `@${name}`, mention: true });
    end = starts + 1 + label.length;
  }
  text(words.length);
  return pieces;
}

/** Names of those whom a comment names beside its words. */
export function namedBeside(mentions: readonly KeptMention[]): string[] {
  return mentions.filter(({ starts }) => starts === null).map(({ name }) => name);
}

/**
 * Targets for what was typed behind "@", tones and order of words forgiven: those that begin with it, then those of which a word does.
 * @param most how many
 */
export function matchTargets<Target extends MentionTarget>(
  typed: string,
  targets: readonly Target[],
  most: number,
): Target[] {
  const wanted = fold(typed);
  const words = wanted.split(' ').filter((word) => word !== '');
  const ranked = targets.flatMap((target) => {
    const name = fold(target.label);
    const all = `${name} ${fold(target.hint)}`.split(' ');
    if (!words.every((word) => all.some((each) => each.startsWith(word)))) return [];
    const given = name.split(' ').at(-1) ?? '';
    const rank = name.startsWith(wanted) ? 0 : given.startsWith(words[0] ?? '') ? 1 : 2;
    return [{ target, rank }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(({ target }) => target);
}
