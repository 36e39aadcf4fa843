import { plain } from '#core/kernel/text.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';

/** A heading or group row above an item. */
export interface ItemGroup {
  kind: 'levels' | 'standard' | 'criterion';
  text: string;
}

export type GroupKind = ItemGroup['kind'];

interface Open {
  levels: string | null;
  standard: string | null;
  criterion: string | null;
}

/**
 * The headings that come before each item, those only that differ from what the item above stood under. Items keep their order.
 */
export function groupsBefore(
  items: readonly PlanItem[],
  kinds: readonly GroupKind[],
  set: StandardSet | null,
): ItemGroup[][] {
  const open: Open = { levels: null, standard: null, criterion: null };
  return items.map((item) => {
    const groups: ItemGroup[] = [];
    const levels = item.levels.length > 0 ? levelsText(item.levels) : null;
    if (kinds.includes('levels') && levels !== null && levels !== open.levels) {
      groups.push({ kind: 'levels', text: levels });
      Object.assign(open, { levels, standard: null, criterion: null });
    }
    const criterion = kinds.includes('criterion') ? criterionHeading(item, set) : null;
    const leaves = open.criterion !== null && criterion === null;
    if (kinds.includes('standard') && item.standard !== null && (item.standard !== open.standard || leaves)) {
      groups.push({ kind: 'standard', text: standardText(item.standard, set) });
      Object.assign(open, { standard: item.standard, criterion: null });
    }
    if (criterion !== null && criterion !== open.criterion) {
      groups.push({ kind: 'criterion', text: criterion });
      open.criterion = criterion;
    }
    return groups;
  });
}

export function levelsText(levels: readonly number[]): string {
  return `MỨC ${levels.join(', ')}`;
}

/** "Tiêu chuẩn 1: Tổ chức và quản lý nhà trường", with the title when the set is known. */
export function standardText(standard: string, set: StandardSet | null): string {
  const title = set?.standards.find(({ code }) => code === standard)?.title;
  return title === undefined ? `Tiêu chuẩn ${standard}` : `Tiêu chuẩn ${standard}: ${title}`;
}

/** The criterion as typed, else by its code and title; null when the item names none. */
export function criterionText(item: PlanItem, set: StandardSet | null): string | null {
  if (item.criterionText !== null) return item.criterionText;
  if (item.criterion === null) return null;
  const title = set?.standards.flatMap(({ criteria }) => criteria).find(({ code }) => code === item.criterion)?.title;
  return title === undefined ? `Tiêu chí ${item.criterion}` : `Tiêu chí ${item.criterion}: ${title}`;
}

/** A criterion that the words of the row already name needs no heading. */
function criterionHeading(item: PlanItem, set: StandardSet | null): string | null {
  const text = criterionText(item, set);
  if (text === null) return null;
  const words = plain([item.need ?? '', item.expectedResult ?? '', item.action].join(' '));
  const named = item.criterionText === null && words.includes(`tiêu chí ${item.criterion}`);
  return named || words.includes(plain(text)) ? null : text;
}
