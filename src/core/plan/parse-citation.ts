import { squash } from '#core/kernel/text.ts';
import { parseDocumentDate } from './document-date.ts';

/** A document as another one cites it. Everything as typed, blanks and wraps taken out; nothing is looked up. */
export interface Citation {
  text: string;
  /** "Thông tư", "Kế hoạch", written out; null when the kind is not said. */
  kind: string | null;
  /** "19/2018/TT-BGDĐT"; null when left open or absent. */
  number: string | null;
  /** YYYY-MM-DD; null when absent, incomplete or impossible. */
  date: string | null;
  dateText: string | null;
  /** "Bộ Giáo dục và Đào tạo". */
  issuer: string | null;
  /** What it is about, without "về việc". */
  title: string | null;
  /** "Số  /KH-MN14". */
  numberBlank: boolean;
  /** "ngày   tháng 9 năm 2024". */
  dateBlank: boolean;
}

const KINDS: [string, string][] = [
  ['Thông tư liên tịch', 'thông tư liên tịch|ttlt'],
  ['Thông tư', 'thông tư|tt'],
  ['Nghị định', 'nghị định|nđ'],
  ['Nghị quyết', 'nghị quyết|nq'],
  ['Quyết định', 'quyết định|qđ'],
  ['Công văn', 'công văn|cv'],
  ['Kế hoạch', 'kế hoạch|kh'],
  ['Hướng dẫn', 'hướng dẫn|hd'],
  ['Chỉ thị', 'chỉ thị|ct'],
  ['Văn bản hợp nhất', 'văn bản hợp nhất|vbhn'],
  ['Thông báo', 'thông báo|tb'],
  ['Tờ trình', 'tờ trình|ttr'],
  ['Biên bản', 'biên bản'],
  ['Kết luận', 'kết luận|kl'],
  ['Pháp lệnh', 'pháp lệnh'],
  ['Luật', 'luật|bộ luật'],
  ['Báo cáo', 'báo cáo|bc'],
  ['Đề án', 'đề án'],
  ['Chương trình', 'chương trình'],
  ['Tiêu chuẩn quốc gia', 'tcvn'],
];
const KIND_WORDS = KINDS.map(([, words]) => words).join('|');
/** "số 210/KH-MNBN", "19/2018/TT-BGDĐT", "43/2019/QH14", "134/HD-PGD&ĐT", "40/KH-MN19-5": a number, a slash, letters in capitals. */
const NUMBER =
  /(?<![\d/\p{L}])(?:số\s*:?\s*)?(\d{1,5})\s*(?:\/\s*((?:19|20)\d\d)\s*)?\/\s*(\p{Lu}[\p{Lu}\d]*(?:\s*[-–&]\s*\p{Lu}[\p{L}\d]*|-\d{1,2}(?![\d/])|\.\p{Lu}+|đt)*)/u;
const BLANK_NUMBER = /(?:số|Số|SỐ)\s*:?\s*[.…_\s]*\/\s*(\p{Lu}[\p{Lu}\d]*(?:\s*[-–&]\s*\p{Lu}[\p{L}\d]*)*)/u;
const ABOUT =
  /(?:^|[\s,;])(?:(?:về\s+việc|vế\s+việc|v\/v|về|vế)\s*:?\s+|(?=(?:ban hành|quy định|hướng dẫn|sửa đổi|phê duyệt|thành lập|triển khai|công nhận|công bố)(?!\p{L})))/iu;

/** One citation: "Căn cứ Thông tư 19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ GD & ĐT về việc ban hành …". */
export function parseCitation(text: string): Citation {
  const typed = squash(text);
  const body = withoutLead(typed);
  const number = NUMBER.exec(body);
  const blank = number ? null : BLANK_NUMBER.exec(body);
  const named = number ?? blank;
  const kind =
    kindOf(named ? body.slice(0, named.index) : body, named !== null) ?? kindOfSymbol(number?.[3] ?? blank?.[1]);
  const rest = named ? body.slice(named.index + named[0].length) : body;
  const date = dateOf(rest);
  return {
    text: typed,
    kind,
    number: number ? numberText(number) : null,
    date: date.date,
    dateText: date.dateText,
    issuer: issuerOf(rest),
    title: kind === 'Luật' ? lawTitle(body, named?.index ?? body.length) : titleOf(rest, date.dateText),
    numberBlank: blank !== null,
    dateBlank: date.blank,
  };
}

function withoutLead(text: string): string {
  return text.replace(
    /^[\s\-–+*•·]*(?:\d{1,2}[.)]\s*)?(?:(?:căn cứ|thực hiện|theo|xét|trên cơ sở)(?:\s+(?:vào|các|tinh thần|nội dung))*\s*:?\s+)?/iu,
    '',
  );
}

function numberText(match: RegExpExecArray): string {
  const symbol = (match[3] ?? '').replace(/\s*([-–&])\s*/g, '$1').replace(/–/g, '-');
  return [match[1], match[2], symbol].filter((piece) => piece !== undefined).join('/');
}

/** The last kind named before the number; a citation without number begins with its kind. */
function kindOf(before: string, numbered: boolean): string | null {
  const words = [...before.matchAll(new RegExp(`(?<!\\p{L})(${KIND_WORDS})(?!\\p{L})`, 'giu'))];
  const word = numbered ? words.at(-1) : words[0];
  if (!word || (numbered ? before.length - word.index : word.index) > 60) return null;
  return KINDS.find(([, all]) => all.split('|').includes((word[1] ?? '').toLowerCase()))?.[0] ?? null;
}

function kindOfSymbol(symbol: string | undefined): string | null {
  if (symbol === undefined) return null;
  if (/^QH\d/.test(symbol)) return 'Luật';
  if (/-?(?:BGDĐT|BGD|SGD|PGD)[\p{L}&]*\s*-\s*\p{Lu}+/u.test(symbol) && !/^(?:TT|QĐ|KH|HD|CT|TB)/.test(symbol))
    return 'Công văn';
  const head = /^\p{Lu}+/u.exec(symbol)?.[0].toLowerCase() ?? '';
  return KINDS.find(([, all]) => all.split('|').includes(head))?.[0] ?? null;
}

/** Only a date near the number is the document's own; one inside the title is not. */
function dateOf(rest: string): { date: string | null; dateText: string | null; blank: boolean } {
  const found = parseDocumentDate(rest);
  const at = found.dateText === null ? -1 : rest.indexOf(found.dateText);
  if (at < 0 || at > 70 || /(?:về|vế|v\/v)\s/iu.test(rest.slice(0, at)))
    return { date: null, dateText: null, blank: false };
  return { date: found.date, dateText: found.dateText, blank: found.blank };
}

function issuerOf(rest: string): string | null {
  const match = /(?:^|[\s,])của\s+(.+)$/iu.exec(rest);
  if (!match) return null;
  const about = ABOUT.exec(rest);
  if (about && about.index < match.index) return null;
  const until = ABOUT.exec(match[1] ?? '');
  const issuer = (match[1] ?? '')
    .slice(0, until?.index)
    .replace(/\s+năm học.*$/iu, '')
    .replace(/[\s,;.:(]+$/u, '');
  return issuer === '' ? null : issuer;
}

function titleOf(rest: string, dateText: string | null): string | null {
  const from = dateText === null ? 0 : rest.indexOf(dateText) + dateText.length;
  const about = ABOUT.exec(rest.slice(from));
  if (!about) return null;
  const title = rest.slice(from + about.index + about[0].length).replace(/^[\s,:"“]+|[\s;.,"”]+$/gu, '');
  return title === '' ? null : title;
}

/** The name of a law stands before its number: "Luật Giáo dục số 43/2019/QH14". */
function lawTitle(body: string, numberAt: number): string | null {
  const name = /(?:bộ\s+)?luật\s.*/iu
    .exec(body.slice(0, numberAt))?.[0]
    .replace(/(?:\s+số)?[\s:;,.(]*$/iu, '')
    .replace(/\s+(?:năm|ngày)\s+\d.*$/iu, '');
  return name === undefined || name === '' ? null : name;
}

/** Every document that a sentence cites by number, each with the words that belong to it. */
export function citationsIn(text: string): Citation[] {
  const typed = squash(text);
  const numbers = [...typed.matchAll(new RegExp(`${NUMBER.source}|${BLANK_NUMBER.source}`, 'gu'))];
  const starts = numbers.map((match, index) => {
    const previous = numbers[index - 1];
    return index === 0 ? 0 : startOf(typed, (previous?.index ?? 0) + (previous?.[0].length ?? 0), match.index);
  });
  return starts.map((start, index) =>
    parseCitation(typed.slice(start, starts[index + 1]).replace(/[\s,;]*(?:và|;|,)?\s*$/iu, '')),
  );
}

/** The kind word before a number, where it is not too far away. */
function startOf(text: string, from: number, numberAt: number): number {
  const words = [...text.slice(from, numberAt).matchAll(new RegExp(`(?<!\\p{L})(?:${KIND_WORDS})(?!\\p{L})`, 'giu'))];
  const word = words.at(-1);
  return word && numberAt - from - word.index < 60 ? from + word.index : numberAt;
}
