import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';

/** The layout of that name, else the other, else the nine-column table. */
export function layoutOr(name: string | null, other: string | null): PlanLayoutName {
  const known = (text: string | null) => PLAN_LAYOUTS.find((layout) => layout === text);
  return known(name) ?? known(other) ?? 'nine-column';
}
