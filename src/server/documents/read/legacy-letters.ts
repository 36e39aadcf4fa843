/**
 * Vietnamese from before Unicode: TCVN3 ("ABC", fonts .VnTime …) and VNI (fonts VNI-Times …). Files that hold it say it with
 * Latin-1 letters, which only the right font shows as Vietnamese.
 */
export type LegacyLetters = 'tcvn3' | 'tcvn3-capitals' | 'vni';

/** The old encoding that a font is made for; null for any other font. `.VnTimeH` shows small letters as capitals. */
export function lettersOfFont(font: string): LegacyLetters | null {
  if (/^\.Vn/i.test(font)) return /H$/.test(font) ? 'tcvn3-capitals' : 'tcvn3';
  return /^VNI[-\s]/i.test(font) ? 'vni' : null;
}

/** The text in Unicode. Text that has letters only Unicode has was converted already, whatever its font. */
export function fromLegacy(text: string, letters: LegacyLetters): string {
  if (UNICODE_ONLY.test(text)) return text;
  if (letters === 'vni') return fromVni(text);
  const read = fromTcvn3(text);
  return letters === 'tcvn3-capitals' ? read.toUpperCase() : read;
}

/** Letters of Vietnamese that Latin-1 lacks. */
const UNICODE_ONLY = /[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/u;

/** Whether a text with fonts of an old encoding really is in it: files were often converted while their fonts stayed. */
export function isLegacy(text: string): boolean {
  const unicode = text.match(/[ĂăĐđĨĩŨũƠơƯư\u1EA0-\u1EF9]/gu)?.length ?? 0;
  const latin = text.match(/[\u00A1-\u00FF]/gu)?.length ?? 0;
  return latin > 0 && unicode < 0.6 * latin;
}

/** The old encoding of texts without one Vietnamese letter of Unicode that read as Vietnamese in it; null for any others. */
export function legacyLettersOf(texts: Iterable<string>): LegacyLetters | null {
  let sample = '';
  for (const text of texts) {
    if (UNICODE_ONLY.test(text)) return null;
    if (sample.length < SAMPLE) sample += `${text}\n`;
  }
  if (!/[\u00A1-\u00FF]/u.test(sample)) return null;
  const plain = scoreVietnamese(sample);
  const [best] = (['tcvn3', 'vni'] as const)
    .map((letters) => ({ letters, score: scoreVietnamese(fromLegacy(sample, letters)) }))
    .sort((a, b) => b.score - a.score);
  return best !== undefined && best.score >= 3 && best.score > 2 * plain ? best.letters : null;
}

/** As much text as the judgement needs, in characters. */
const SAMPLE = 20_000;

/** A text that lost its font, in Unicode; any other as it is. */
export function withoutLegacyLetters(text: string): string {
  const letters = legacyLettersOf([text]);
  return letters === null ? text : fromLegacy(text, letters);
}

const COMMON =
  /(?<!\p{L})(và|của|các|được|trường|giáo|dục|học|kế|hoạch|chất|lượng|thực|hiện|năm|đánh|giá|chuẩn|tiêu|chí|nhà|tháng|số|về|cho)(?!\p{L})/giu;

/** How many very common words of a plan it holds. */
export function scoreVietnamese(text: string): number {
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
  return latin.replace(
    /([aeouyAEOUYôöÔÖ])([ùøûõïâáàåãäêéèúüëÙØÛÕÏÂÁÀÅÃÄÊÉÈÚÜË])|[ñÑíìæóòîÍÌÆÓÒÎôöÔÖ]/g,
    (all, vowel: string | undefined, mark: string | undefined) =>
      vowel === undefined || mark === undefined
        ? (VNI_SINGLE[all] ?? all)
        : ((VNI_SINGLE[vowel] ?? vowel) + (VNI_MARKS[mark.toLowerCase()] ?? '')).normalize('NFC'),
  );
}
