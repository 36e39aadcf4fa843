/** Paths on a 24 × 24 grid, for HTML that is made as text; drawn as those of `lib/ui/Icon.svelte`. */
const PATHS = {
  error: 'M12 3 2 20h20L12 3Zm0 6v5m0 3v.5',
  warning: 'M12 7v6m0 3.5v.5M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  hint: 'M12 11v6m0-9.5V7M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  success: 'm7.5 12.5 3 3 6-7M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  reading: 'M12 7v5l3 3M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  review: 'M4 20h4L19 9l-4-4L4 16v4Zm9-13 4 4',
  other: 'M9.2 9.3a2.9 2.9 0 1 1 4.2 2.9c-.9.5-1.4 1-1.4 1.9m0 2.9v.4M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Z',
  plus: 'M12 5v14M5 12h14',
} as const;

export type HtmlIcon = keyof typeof PATHS;

/** Decoration: a word always stands beside it. */
export function iconHtml(name: HtmlIcon): string {
  return `<svg viewBox="0 0 24 24" width="1.1em" height="1.1em" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false"><path d="${PATHS[name]}"/></svg>`;
}
