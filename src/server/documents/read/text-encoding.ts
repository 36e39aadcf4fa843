import { AppError } from '#core/kernel/app-error.ts';

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
  if (strict !== null) return strict;
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

const COMMON =
  /(?<!\p{L})(và|của|các|được|trường|giáo|dục|học|kế|hoạch|chất|lượng|thực|hiện|năm|đánh|giá|chuẩn|tiêu|chí|nhà|tháng|số|về|cho)(?!\p{L})/giu;

/** How many very common words of a plan it holds. */
function scoreVietnamese(text: string): number {
  return text.slice(0, 20_000).match(COMMON)?.length ?? 0;
}

const TCVN3_BYTES = 'µ¶·¸¹¨»¼½¾Æ©ÇÈÉÊË®ÌÎÏÐÑªÒÓÔÕÖ×ØÜÝÞßáâãä«åæçèé¬êëìíîïñòóô\u00ADõö÷øùúûüýþ¡¢£¤¥¦§';
const TCVN3_LETTERS = [...'àảãáạăằẳẵắặâầẩẫấậđèẻẽéẹêềểễếệìỉĩíịòỏõóọôồổỗốộơờởỡớợùủũúụưừửữứựỳỷỹýỵĂÂÊÔƠƯĐ'];
const TCVN3 = new Map([...TCVN3_BYTES].map((byte, index) => [byte, TCVN3_LETTERS[index] ?? byte]));

/** TCVN 5712:1993 VN3 ("ABC", fonts .Vn…), given byte for byte as Latin-1. Capitals with marks come out as small letters. */
export function fromTcvn3(latin: string): string {
  return latin.replace(/[\u0080-\u00FF]/g, (byte) => TCVN3.get(byte) ?? byte);
}

/** Marks of VNI by the byte after the vowel, as combining signs. */
const VNI_MARKS: Record<string, string> = {
  ù: '\u0301',
  ø: '\u0300',
  û: '\u0309',
  õ: '\u0303',
  ï: '\u0323',
  â: '\u0302',
  á: '\u0302\u0301',
  à: '\u0302\u0300',
  å: '\u0302\u0309',
  ã: '\u0302\u0303',
  ä: '\u0302\u0323',
  ê: '\u0306',
  é: '\u0306\u0301',
  è: '\u0306\u0300',
  ú: '\u0306\u0309',
  ü: '\u0306\u0303',
  ë: '\u0306\u0323',
};
const VNI_SINGLE: Record<string, string> = {
  ñ: 'đ',
  Ñ: 'Đ',
  í: 'í',
  ì: 'ì',
  æ: 'ỉ',
  ó: 'ĩ',
  ò: 'ị',
  î: 'ỵ',
  Í: 'Í',
  Ì: 'Ì',
  Æ: 'Ỉ',
  Ó: 'Ĩ',
  Ò: 'Ị',
  Î: 'Ỵ',
  ô: 'ơ',
  ö: 'ư',
  Ô: 'Ơ',
  Ö: 'Ư',
};

/** VNI for Windows, given byte for byte as Latin-1: a vowel, then a byte for its mark. */
export function fromVni(latin: string): string {
  return latin
    .replace(/([aeouyAEOUYôöÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])/g, (_, vowel: string, mark: string) =>
      ((VNI_SINGLE[vowel] ?? vowel) + (VNI_MARKS[mark.toLowerCase()] ?? '')).normalize('NFC'),
    )
    .replace(/[ñÑíìæóòîÍÌÆÓÒÎôöÔÖ]/g, (byte) => VNI_SINGLE[byte] ?? byte);
}
