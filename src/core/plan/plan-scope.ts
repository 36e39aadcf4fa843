/** What a plan is made for: several years of a school, one year of it, one year of one of its groups. */
export const PLAN_SCOPES = ['strategy', 'yearly', 'group'] as const;

export type PlanScope = (typeof PLAN_SCOPES)[number];

/** School years of a strategy when nobody says otherwise. */
export const STRATEGY_YEARS = 5;

/** Longest strategy, in school years: a vision of ten years is made in two. */
export const LONGEST_SPAN = 10;
