/**
 * Words that a column narrower than they are cut in two: "10/20" "25", "5.000.0" "00", "phẩm/mi" "nh". The halves belong together
 * when they cannot be words of their own and are one when joined.
 */
export function isCutWord(above: string, below: string): boolean {
  return isCutNumber(above, below) || isCutSyllable(above, below);
}

/** Halves of a number that mean nothing by themselves, however much room there was: "31/12/20" "26", "30.000." "000đ". */
export function isCutForSure(above: string, below: string): boolean {
  const year = /\d\s?\/\s?((?:19|20)\d?)$/.exec(above)?.[1] ?? '';
  const rest = /^(\d{1,2})(?![\d/.])/.exec(below)?.[1] ?? '';
  return (year + rest).length === 4 && year !== ''
    ? rest !== ''
    : /\d{3}\.\d{0,2}$/.test(above) && isCutAmount(above, below);
}

function isCutNumber(above: string, below: string): boolean {
  const year = /(?:[/-]|năm\s|^)(\d{1,3})$/u.exec(above)?.[1];
  const rest = /^(\d{1,3})(?![\d/.])/.exec(below)?.[1];
  if (year !== undefined && rest !== undefined && /^(?:19|20)\d\d$/.test(year + rest)) return !/^\d+$/.test(above);
  return isCutAmount(above, below);
}

/** "5.000.0" "00 đồng", "15.000." "000". */
function isCutAmount(above: string, below: string): boolean {
  const digits = /(?:^|\s)\d{1,3}(?:\.\d{3})*\.(\d{0,2})$/.exec(above);
  const rest = /^(\d{1,3})((?:\.\d{3})*)(?![\d.])/.exec(below);
  if (digits === null || rest === null || digits[1]!.length + rest[1]!.length !== 3) return false;
  return /\d{3}\.\d{0,2}$/.test(above) || digits[1] === '' || rest[2] !== '';
}

function isCutSyllable(above: string, below: string): boolean {
  const head = /(?<![^\s/("“-])\p{L}+$/u.exec(above)?.[0];
  const tail = /^\p{Ll}+/u.exec(below)?.[0];
  if (head === undefined || tail === undefined || !/^\p{Lu}?\p{Ll}*$/u.test(head)) return false;
  return (!isSyllable(head) || !isSyllable(tail)) && isSyllable(head + tail);
}

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const ONSET = '(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?';
const NUCLEUS =
  '(?:iêu|yêu|oai|oao|oay|oeo|uôi|ươi|ươu|uây|uya|uyu|uyê|oă|oa|oe|oi|oo|ôi|ơi|uâ|uê|uô|uơ|ươ|uy|ua|ui|ưa|ưi|ưu|iê|yê|ia|iu|ai|ao|au|ay|âu|ây|eo|êu|[aăâeêioôơuưy])';
const SYLLABLE = new RegExp(`^(?!iê)${ONSET}${NUCLEUS}(?:ch|c|m|ng|nh|n|p|t)?$`);

/** Whether letters can be one Vietnamese syllable by their spelling; its tone is not looked at. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word.toLowerCase().normalize('NFD').replace(TONES, '').normalize('NFC'));
}

const NAME_BEFORE_DASH = /(?:^|[\s,;])(?:Tổ|Phòng|Ban|Sở|Trung tâm|Khối|Nhóm)\s\p{L}+(?:\s\p{Ll}+){0,2}$/u;

/** "Tổ Toán" "- Tin": the dash of a name that was broken there, no bullet. */
export function isDashOfName(above: string, below: string): boolean {
  return /^[-–]\s?\p{Lu}\p{L}+(?:[\s,;].*)?$/u.test(below) && below.length < 30 && NAME_BEFORE_DASH.test(above);
}
