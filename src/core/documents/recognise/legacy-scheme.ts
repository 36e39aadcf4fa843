import { fold } from '#core/kernel/text.ts';
import type { Recognition } from './recognition.ts';

/** What a text must have to be looked at closely. */
const HINT = /chỉ\s+số|\/\s*(?:28|29|36)|20(?:07|08|11|12|14)/iu;
const OLD_CIRCULARS = /(?:42\/2012|25\/2014|67\/2011|13\/2012|45\/2011|80\/2008|07\/2011|83\/2008)\/(?:tt|qd)-bgd/;
const OLD_COUNTS = /\b\d{1,2}\s*\/\s*(?:28|29|36)\b(?!\s*[-/]?\s*\d{4})/;
const INDICATOR = /chi so\s+[a-c]\b/g;

/**
 * The scheme before 2018 (28, 29 or 36 criteria, "chỉ số a, b, c"): cited by an old circular, or used by its counts and its word
 * for indicators. Two words of it in a plan under a new circular do not make it one.
 */
export function findLegacyScheme(state: Recognition): void {
  if (state.plan.standardSet !== null && !/^(42|25|67|13|45)\/20(11|12|14)/.test(state.plan.standardSet)) return;
  const texts = state.flow.flatMap((part) =>
    part.paragraphs
      .map(({ text }) => text)
      .filter((text) => HINT.test(text))
      .map(fold),
  );
  const counts = texts.filter((text) => OLD_COUNTS.test(text) && /tieu chi|dat/.test(text)).length;
  const indicators = texts.reduce((sum, text) => sum + (text.match(INDICATOR)?.length ?? 0), 0);
  state.legacyScheme =
    texts.some((text) => OLD_CIRCULARS.test(text) && /kiem dinh|tieu chuan danh gia|tieu chi danh gia/.test(text)) ||
    (counts > 0 && indicators > 0) ||
    indicators >= 3;
}
