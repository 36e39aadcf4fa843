import { squash } from '#core/kernel/text.ts';

const KIND =
  '(?:(?:phổ thông dân tộc (?:nội|bán) trú|ptdt\\s?(?:nt|bt)|thực hành|tư thục|chuyên|liên cấp)\\s+)?(?:mầm non|mẫu giáo|mn|mg|tiểu học cơ sở|tiểu học|thcs|thpt|th|trung học cơ sở|trung học phổ thông|phổ thông)(?:\\s*(?:,|&|và|-|–)\\s*(?:thcs|thpt|th|trung học cơ sở|trung học phổ thông|tiểu học))*';
const LEAD = new RegExp(
  `(?<!\\p{L})(?:trường\\s+(?:${KIND}|phổ thông dân tộc (?:nội|bán) trú(?:\\s+${KIND})?|ptdt\\s?(?:nt|bt)(?:\\s+${KIND})?|liên cấp)|trung tâm\\s+(?:gdnn\\s*[-–]\\s*gdtx|gdtx|giáo dục (?:nghề nghiệp\\s*[-–]\\s*giáo dục thường xuyên|thường xuyên)))(?![\\p{L}\\d])`,
  'giu',
);
/** One word of a name: a capital or a number; "xã", "huyện" … may stand between. */
const WORD =
  /^\s+(?:(?:xã|huyện|quận|tỉnh|thị xã|thị trấn|thành phố|số|dân lập|tư thục|bán trú|dân tộc|nội trú)\s+)?(?:\p{Lu}[\p{L}.]*|\d{1,3}[\p{Lu}]?(?![\d/%.,]))(?:[-–]\p{Lu}\p{L}*)?/u;
const NO_NAME =
  /^(?:Hội|Phòng|Sở|Căn|Năm|Bộ|Thông|Quy|Kế|Đạt|Mức|Tiêu|Chuẩn|NĂM|KẾ|CỘNG|SỐ|Số|HỘI|ĐỘC|Độc|Cộng)(?!\p{L})/u;

/** "Ban giám hiệu", "Ban đại diện …"; "Ban Mai" is a name. */
const BOARD = /^\s*Ban\s+(?:\p{Ll}|Giám|Đại|Chấp|Thanh)/u;

/** The first school named with a proper name: "Trường mầm non Bé Ngoan", "TRƯỜNG TH CẦU XÁNG"; null for schools in general. */
export function schoolNameIn(text: string): string | null {
  const typed = squash(text);
  for (const lead of typed.matchAll(LEAD)) {
    const name = properName(typed.slice(lead.index + lead[0].length));
    if (name !== '') return lead[0] + name;
  }
  return null;
}

function properName(rest: string): string {
  let name = '';
  for (let count = 0; count < 7; count += 1) {
    const word = WORD.exec(rest.slice(name.length))?.[0];
    if (word === undefined || NO_NAME.test(word.trim()) || BOARD.test(rest.slice(name.length))) break;
    name += word;
  }
  return name.replace(/[.\s]+$/u, '');
}
