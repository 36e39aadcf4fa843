import { AppError } from '#core/kernel/app-error.ts';
import { fromTcvn3, fromVni, scoreVietnamese, withoutLegacyLetters } from './legacy-letters.ts';

/**
 * Text of unknown encoding: a byte order mark decides, then a declared charset, then valid UTF-8, then the three encodings of
 * Vietnamese files from before Unicode, when the result reads as Vietnamese. Errors: `document.legacy-encoding`.
 */
export function decodeText(
  bytes: Uint8Array,
  options: { declared?: string | undefined; partial?: boolean } = {},
): string {
  const mark = markedEncoding(bytes);
  if (mark) return new TextDecoder(mark).decode(bytes);
  const strict = strictUtf8(bytes, options.partial ?? false);
  if (strict !== null) return withoutLegacyLetters(strict);
  const declared = options.declared?.toLowerCase();
  if (declared && declared !== 'utf-8' && declared !== 'utf8') {
    const text = tryDecoder(declared, bytes);
    if (text !== null && scoreVietnamese(text) > 0) return text.normalize('NFC');
  }
  const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const candidates = [
    new TextDecoder('windows-1258').decode(bytes).normalize('NFC'),
    fromTcvn3(latin),
    fromVni(latin),
    new TextDecoder('utf-8').decode(bytes),
  ].map((text) => ({ text, score: scoreVietnamese(text) }));
  candidates.sort((a, b) => b.score - a.score);
  const [best, second] = candidates;
  if (best && best.score >= 3 && best.score > 2 * (second?.score ?? 0)) return best.text;
  if (options.partial) return latin;
  throw new AppError('document.legacy-encoding');
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Null when it is not UTF-8; a piece of a file may end inside a letter. */
function strictUtf8(bytes: Uint8Array, partial: boolean): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial });
  } catch {
    return null;
  }
}

function tryDecoder(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return null;
  }
}
