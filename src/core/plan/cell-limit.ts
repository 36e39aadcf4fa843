/** Longest text of one cell, in characters: a page of A4 holds about 3,000. */
export const CELL_LIMIT = 20_000;
