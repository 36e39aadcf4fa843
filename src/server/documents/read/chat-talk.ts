/** What in a conversation copied from a chat is no part of the text that was sent. */
export interface ChatTalk {
  /** Lines that only say who wrote, on what day, or that a picture was sent. */
  marks: ReadonlySet<string>;
  /** Short messages that talk about the text: "Được em, chốt vậy nhé". */
  remarks: ReadonlySet<string>;
}

const NO_TALK: ChatTalk = { marks: new Set(), remarks: new Set() };

/** "07:31", "Hôm qua 07:31", "07:31 08/09/2025" alone on a line, above or below the name of who wrote. */
const TIME = /^(?:hôm (?:nay|qua),?\s*)?\d{1,2}:\d{2}(?:,?\s*\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)?$/iu;
const DAY = /^(?:(?:thứ \p{L}+|chủ nhật|hôm nay|hôm qua|t[2-7]|cn),?\s*)?\d{1,2}[/-]\d{1,2}[/-]\d{4}$/iu;
const ATTACHMENT = /^\[(?:hình ảnh|ảnh|sticker|nhãn dán|tệp|file|video|tin nhắn thoại|thư mục)[^\]]*\]$/iu;
/** How colleagues address each other; a name in a chat often begins so. */
const TITLE = /^(?:cô|thầy|chị|anh|em|bác|chú|bạn|c|t|a|mr|ms)\.?\s+\p{Lu}/iu;
const NAME = /^\p{Lu}[\p{L}.]*(?:\s+[\p{Lu}\d(][\p{L}\d.)]*){0,5}$/u;
const LONGEST_NAME = 40;
const REMARK =
  /^(?:ok|oke|okie|dạ|vâng|ừ|uh|được|rồi|tốt|cảm ơn|cám ơn|thanks|nhất trí|đồng ý|hay quá)(?![\p{L}\d])|(?:^|\s)(?:nhé|nha|ạ|nhỉ|nhá|với|nghe|hen|hè)(?:\s+(?:em|chị|anh|cô|thầy|các \p{L}+|mọi người))?[\s.!)~]*$/iu;
const LONGEST_REMARK = 90;
/** What belongs to a plan, however short: a fact with its name, a list, a criterion. */
const CONTENT = /:\s*\S|^\s*[-–+*•\d]|tiêu ch|mức \d|kế hoạch|năm học|\t|\|/iu;

/** The talk around a text in a copied conversation; none when fewer than two lines say a time of day alone. */
export function chatTalkOf(lines: readonly string[]): ChatTalk {
  const texts = lines.map((line) => line.trim()).filter((line) => line !== '');
  const times = texts.flatMap((text, at) => (TIME.test(text) ? [at] : []));
  if (times.length < 2) return NO_TALK;
  const senders = sendersOf(texts, times);
  const marks = new Set([...senders, ...texts.filter((text) => DAY.test(text) || ATTACHMENT.test(text))]);
  const isMark = (text: string) => marks.has(text) || TIME.test(text);
  const remarks = new Set<string>();
  for (const message of messagesOf(texts, isMark))
    if (message.every(isRemark)) for (const text of message) remarks.add(text);
  return { marks, remarks };
}

/** Names right above a time: with a form of address, or more than once. */
function sendersOf(texts: readonly string[], times: readonly number[]): Set<string> {
  const above = times.map((at) => texts[at - 1] ?? '').filter((text) => text.length <= LONGEST_NAME && mayBeName(text));
  const repeated = above.filter((name, at) => above.indexOf(name) !== at || above.lastIndexOf(name) !== at);
  // Where one who writes is named above the time again and again, so is everybody.
  const everybody = repeated.length > 0 && above.length === times.length;
  return new Set(
    everybody ? above : above.filter((name) => repeated.includes(name) || (TITLE.test(name) && NAME.test(name))),
  );
}

/** Names in a chat are followed by what people call each other: "Nguyễn Thu Cô Hiệu phó", "Lê Tổ trưởng tổ 5". */
function mayBeName(text: string): boolean {
  return (
    NAME.test(text) || (/^\p{Lu}\p{L}+\s+\p{Lu}[^.;,!?]*$/u.test(text) && !CONTENT.test(text) && !REMARK.test(text))
  );
}

function messagesOf(texts: readonly string[], isMark: (text: string) => boolean): string[][] {
  const messages: string[][] = [];
  let open: string[] = [];
  for (const text of texts) {
    if (!isMark(text)) open.push(text);
    else if (open.length > 0) {
      messages.push(open);
      open = [];
    }
  }
  if (open.length > 0) messages.push(open);
  return messages;
}

/** Letters that say agreement or how a colleague is spoken to, or only a little picture. */
export function isRemark(text: string): boolean {
  if (!/[\p{L}\d]/u.test(text)) return true;
  return text.length <= LONGEST_REMARK && !CONTENT.test(text) && REMARK.test(text);
}
