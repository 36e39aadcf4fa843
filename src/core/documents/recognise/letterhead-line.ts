import { fold } from '#core/kernel/text.ts';

/** What a line of the letterhead is. */
export type LetterheadPart = 'country' | 'motto' | 'number' | 'date' | 'school' | 'governing' | 'rule';

/** A narrow cell may break it before its last words. */
const COUNTRY =
  /cong hoa xa hoi chu nghia viet nam|^cong hoa xa hoi( chu nghia( viet)?)?$|^cong h\w{1,3} x\w{1,2} h\w{1,2} ch\w n\w{2,5} vi\w{1,3} n\w{1,3}$/;
const MOTTO = /doc lap.{0,4}tu do.{0,4}hanh phuc/;
const NUMBER = /^so\s*:|^so\s+\d*\s*\/|^so\s+\d+\s*-/;
const DATE = /ngay.{0,12}th.ng.{0,12}n.m(\s|$|\.|…)/;
/** "Bến Đò, ngày 15/9/2025" */
const DATE_IN_DIGITS = /^[^,;:.]{2,40},\s*ngay\s*\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}\.?$/;
/** A legal basis ends with its date too. */
const BASIS = /^(can cu|theo|thuc hien|luat|nghi (dinh|quyet)|thong tu|quyet dinh|ke hoach|cong van|van ban)\b|;$/;
/** The clock of a site: "Thứ Hai, ngày 22 tháng 11 năm 2021 | 08:15". */
const WEB_CLOCK = /^(thu (hai|ba|tu|nam|sau|bay|\d)|chu nhat)\b|\d{1,2}:\d{2}/;
const SCHOOL =
  /^(truong|trung tam|nhom tre|lop mau giao|nha tre|co so giao duc|th&thcs|thcs|thpt|pho thong|hoc vien)\b/;
const GOVERNING =
  /^(ubnd|uy ban|phong |so |bo |dang uy|cong ty|tap doan|tinh |huyen |quan |thanh pho |xa |phuong |dai hoc|hoi dong)\b/;
const RULE = /^[\s*_=~.\-–—oO○•]{3,}$/;

/** The part of the letterhead that a line is; null when it is none. `dense` lines are short enough to be one at all. */
export function letterheadPart(text: string): LetterheadPart | null {
  const words = fold(text);
  if (words.length > 120) return null;
  if (COUNTRY.test(words)) return 'country';
  if (MOTTO.test(words)) return 'motto';
  if (RULE.test(words)) return 'rule';
  if (NUMBER.test(words) && words.length < 40) return 'number';
  if ((DATE.test(words) || DATE_IN_DIGITS.test(words)) && words.length < 70 && !WEB_CLOCK.test(words))
    return BASIS.test(words) ? null : 'date';
  if (SCHOOL.test(words) && isName(text)) return 'school';
  if (GOVERNING.test(words) && isName(text)) return 'governing';
  return null;
}

/** Quick look at a text of the source, by the consonants of the country's name: nearly every text is passed over unfolded. */
export function mayNameCountry(text: string): boolean {
  return /c\S{1,4}ng\s+h\S{1,4}\s+x\S{1,3}\s+h/i.test(text);
}

/** Whether a text names the country as a letterhead does. */
export function namesCountry(text: string): boolean {
  return mayNameCountry(text) && sideBySide(text).some((piece) => letterheadPart(piece) === 'country');
}

/** Names of bodies are written in capitals, or with a capital in most words; sentences are not. */
function isName(text: string): boolean {
  // Behind capitals a full stop is a speck of the paper.
  if (text.length > 90 || (/[.;:]$/.test(text.trim()) && !/^[^\p{Ll};:]+$/u.test(text))) return false;
  const words = text.trim().split(/\s+/);
  return words.filter((word) => /^[\p{Lu}\d(&-]/u.test(word)).length >= words.length * 0.5;
}

/** What a line of several pieces, or its second piece, holds. */
const MAY_BE_SEVERAL = /\n|CỘNG|Độc|Số|[-–] (?:UBND|ỦY BAN|PHÒNG G|SỞ G)/u;

/** "TRƯỜNG TH ĐỒI THÔNG - UBND XÃ A" on one line: the office stands above its school. */
const SCHOOL_AND_OFFICE = /^(trường\s[^\n]{3,60}?)\s+[-–]\s+((?:UBND|ỦY BAN NHÂN DÂN|PHÒNG G|SỞ G)[^\n]*)$/gimu;

/** A PDF keeps no blank where a long number left none: "Số: 09/KH-MNSuối Bạc, ngày …". */
const NUMBER_AND_PLACE = /^(\s*Số\s*:?\s*\d*\s*\/\s*[\p{Lu}\d&-]*\p{Lu}{2})(?=\p{Lu}\p{Ll}+\s.*,\s*ngày)/gmu;

/** The pieces of a line that tabs or spaces set side by side: "PHÒNG GD&ĐT A    CỘNG HÒA XÃ HỘI …" -> two. */
export function sideBySide(text: string): string[] {
  if (!MAY_BE_SEVERAL.test(text)) return text.trim() === '' ? [] : [text.trim()];
  return text
    .replace(SCHOOL_AND_OFFICE, '$2\n$1')
    .replace(NUMBER_AND_PLACE, '$1\n')
    .replace(/(ngày[^\n]{0,12})\n\s*(?=tháng)|(tháng[^\n]{0,10})\n\s*(?=năm)/giu, '$1$2 ')
    .split('\n')
    .flatMap((line) =>
      line.split(
        /\s+(?=CỘNG\s+H[OÒ][AÀ]\s+XÃ\s+HỘI)|\s+(?=Độc\s+lập\s*[-–—]?\s*Tự\s+do)|(?<=Hạnh\s+phúc)\s+(?=\p{Lu})|(?<=^\s*Số\s*:?\s*[\p{L}\d]*\s*\/\s*[\p{L}\d&Đ-]+)\s+(?=\p{L}.*ngày)/u,
      ),
    )
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** Nothing but parts of a letterhead. */
export function isLetterheadLine(text: string): boolean {
  return sideBySide(text).every((piece) => letterheadPart(piece) !== null);
}
