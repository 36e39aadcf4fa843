import { fold } from '#core/kernel/text.ts';

/** A school or office named in a text. */
export interface Mention {
  quote: string;
  /** Without the kind: "hoa mai vàng"; folded. */
  name: string;
  /** Kind or level of the office, folded: "huyen"; "" for a school. */
  level: string;
  /** Words directly before it, lower case. */
  before: string;
}

const KIND =
  '(?:mầm non|mẫu giáo|tiểu học|trung học cơ sở|trung học phổ thông|phổ thông dân tộc (?:nội|bán) trú|mn|mg|th|thcs|thpt|th&thcs|th và thcs|pt)';
const CENTRE = '(?:giáo dục thường xuyên|giáo dục nghề nghiệp|gdtx|gdnn)';
const SCHOOL = new RegExp(
  `(?<!\\p{L})(?:trường\\s+${KIND}(?:\\s*(?:-|và|&)\\s*${KIND})*|trung tâm\\s+${CENTRE}(?:\\s*[-–]\\s*${CENTRE})*)\\s+`,
  'giu',
);
const OFFICE =
  /(?<!\p{L})(?:ubnd|[uủ][yỷ] ban nhân dân|phòng (?:gd\s*&\s*đt|gdđt|gd-đt|giáo dục và đào tạo|giáo dục|giáo dục – đào tạo))\s+(huyện|quận|thị xã|xã|phường|thị trấn)\s+/giu;

/** Words that follow "trường mầm non" in a sentence and are no name. */
const NO_NAME =
  /^(?:mức|đạt|chuẩn|quốc|công|tư|căn|năm|tiêu|hiệu|ban|hội|số|thực|xây|kế|trên|các|theo|có|là|thông|quyết|nghị|luật|việt|bộ|sở|phòng|ubnd|và|được|trong|hạng|hạnh)$/iu;

/** Quick look at a text in lower case: most of what is said of a school ("nhà trường …") names no kind behind it. */
export function mayNameSchool(lower: string): boolean {
  return /trường\s+(?:m[ầẫng]|t[irh]|p[ht])|trung tâm\s+g/.test(lower);
}

export function schoolMentions(text: string): Mention[] {
  return [...text.matchAll(SCHOOL)].flatMap((match) => mention(text, match, ''));
}

export function officeMentions(text: string): Mention[] {
  return [...text.matchAll(OFFICE)].flatMap((match) => mention(text, match, fold(match[1] ?? '')));
}

function mention(text: string, match: RegExpExecArray, level: string): Mention[] {
  const name = properName(text.slice(match.index + match[0].length));
  if (name === null) return [];
  const before = text.slice(Math.max(0, match.index - 90), match.index).toLowerCase();
  return [{ quote: `${match[0]}${name}`, name: fold(name), level, before }];
}

/** The words with a capital, or the number, that a text begins with. */
function properName(text: string): string | null {
  const name =
    /^(?:\p{Lu}[\p{L}\p{M}]*|\d{1,2}[-/.]\d{1,2}(?![\d./%-])|\d{1,2}(?![\d./%-]))(?:[ ](?:\p{Lu}[\p{L}\p{M}]*|\d{1,2}(?![\d./%])))*/u.exec(
      text,
    )?.[0];
  if (name === undefined || NO_NAME.test(name.split(' ')[0] ?? '')) return null;
  return name;
}

/** The name without its kind, folded: "TRƯỜNG TH CẦU XÁNG" -> "cau xang". Null when there is no name behind the kind. */
export function bareSchoolName(text: string): string | null {
  const folded = fold(text)
    .replace(/^(?:truong|trung tam)\s+/, '')
    .replace(/(?<=(?:^|\s)(?:mn|th|thcs|gdnn))\s*[&–-]\s*(?=(?:th|thcs|thpt|gdtx)(?:\s|[&–-]))/g, ' & ');
  const kind =
    /^(?:(?:mam non|mau giao|tieu hoc|trung hoc co so|trung hoc pho thong|mn|mg|th|thcs|thpt|va|cong lap|tu thuc|pho thong|dan toc|ban tru|noi tru|ptdtbt|ptdtnt|ptdt|giao duc thuong xuyen|giao duc nghe nghiep|gdtx|gdnn|-|–|&)\s+)+/;
  return folded.replace(kind, '').trim() || null;
}

const STAGES: readonly [string, RegExp][] = [
  ['preschool', /mam non|mau giao|(?<![a-z])m[ng](?![a-z])/],
  ['primary', /tieu hoc|(?<![a-z])th(?![a-z])/],
  ['lower-secondary', /trung hoc co so|thcs/],
  ['upper-secondary', /trung hoc pho thong|thpt/],
  ['continuing', /thuong xuyen|gdtx|nghe nghiep|gdnn/],
];

/** The stages that the name of a school says: "TRƯỜNG TH&THCS BẢN LIỀN" -> primary, lower-secondary. Empty when it says none. */
export function stagesNamed(name: string): string[] {
  const folded = fold(name);
  return STAGES.filter(([, pattern]) => pattern.test(folded)).map(([stage]) => stage);
}
