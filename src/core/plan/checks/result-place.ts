import type { FindingPlace } from '../finding.ts';
import type { CheckedDocument } from './checked-document.ts';
import { inDocument } from './finding-place.ts';

/** Where the results say these words; the document as a whole when no single line does. */
export function resultPlace({ passages, results }: CheckedDocument, words: string): FindingPlace {
  const used = new Set(results.used.map(({ text }) => text.trim()));
  const own = passages.find(({ role, text }) => text.includes(words) && (role === 'results' || used.has(text.trim())));
  return own?.at(words) ?? inDocument(words);
}
