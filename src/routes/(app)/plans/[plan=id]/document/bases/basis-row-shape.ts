import type { PageData } from './$types';

/** One basis as the page got it. */
export type BasisRow = PageData['rows'][number];
export type LegalChoice = PageData['search']['choices'][number];
