import { fold } from '#core/kernel/text.ts';
import { criteriaOf } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { ItemDraft } from './item-draft.ts';

/**
 * A page break inside a row leaves the rest of its cells behind the last one: "Tuỳ tình hình thực tế quản trị viên có chỗ nghỉ".
 * Where that cell repeats the cell before it and goes on in lower case, the rest belongs further left: first what the title of the
 * criterion still lacks, then the rest of the expected result, if that has no end yet.
 */
export function mendTornTail(texts: ItemDraft['texts'], sets: readonly StandardSet[]): void {
  const { budget, support, expectedResult } = texts;
  if (budget === undefined || support === undefined || expectedResult === undefined) return;
  const rest = support.startsWith(`${budget} `) ? support.slice(budget.length + 1) : '';
  if (!/^\p{Ll}/u.test(rest) || /[.;]$/.test(expectedResult)) return;
  texts.support = budget;
  const lacking = lackingTitle(texts.criterion ?? '', rest, sets);
  if (lacking > 0) texts.criterion = `${texts.criterion} ${rest.slice(0, lacking)}`;
  texts.expectedResult = `${expectedResult}\n${rest.slice(lacking).trim()}`;
}

/** How many letters of `rest` complete the title of the criterion; 0 when it is whole or unknown. */
function lackingTitle(criterion: string, rest: string, sets: readonly StandardSet[]): number {
  const begun = fold(criterion).replace(/^.*?\d+\.\d+\s*[.:-]?\s*/, '');
  if (begun === '') return 0;
  const titles = sets.flatMap(criteriaOf).map(({ title }) => fold(title));
  const lacking = titles
    .filter((title) => title.length > begun.length && title.startsWith(begun))
    .map((title) => title.slice(begun.length).trim())
    .find((words) => fold(rest).startsWith(words));
  return lacking?.length ?? 0;
}
