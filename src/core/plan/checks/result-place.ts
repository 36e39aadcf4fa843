import type { FindingPlace } from '../finding.ts';
import type { CheckedDocument } from './checked-document.ts';
import { inDocument } from './finding-place.ts';

/** Where the results say these words; the document as a whole when no single line does. */
export function resultPlace({ passages, results }: CheckedDocument, words: string): FindingPlace {
  const used = new Set(results.used.map(({ text }) => text.trim()));
  const own = passages.filter((passage) => passage.role === 'results' || used.has(passage.text.trim()));
  return own.find((passage) => passage.text.includes(words))?.at(words) ?? inDocument(words);
}
