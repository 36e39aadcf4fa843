import type { SourceBlocks } from '#core/documents/block.ts';
import { paragraphsOf } from '#core/documents/block.ts';
import { normalise } from '#core/kernel/text.ts';
import { fromLegacy, legacyLettersOf } from './legacy-letters.ts';

/** Blocks of a file in TCVN3 or VNI whose reader knows no fonts (PDF, workbooks), in Unicode; any others as they are. */
export function withoutLegacyBlocks(source: SourceBlocks): SourceBlocks {
  const letters = legacyLettersOf(sourceTexts(source));
  if (letters === null) return source;
  for (const paragraph of paragraphsOf(source.blocks)) {
    // Normalising took soft hyphens out, which TCVN3 writes for "ư".
    const typed = paragraph.original ?? paragraph.text;
    paragraph.original = typed;
    paragraph.text = normalise(fromLegacy(typed, letters)).trim();
  }
  return source;
}

function* sourceTexts(source: SourceBlocks): Generator<string> {
  for (const { text, original } of paragraphsOf(source.blocks)) yield original ?? text;
}
