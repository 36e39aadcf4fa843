import type { CheckRule, Fault } from './check-rule.ts';
import type { Passage } from './passage.ts';
import { quoted } from './quoted.ts';

/** Cells of sentences; the others hold names, numbers and units. */
const FIELDS = new Set(
  'currentState need cause expectedResult action resultIndicator support expectedEvidence'.split(' '),
);

/** "học k", "công ngh": what a word begins with. People do write "kh" and "ph" for whole words. */
const BEGINNING = /^(?:ngh?|nh|ch|tr|gh|[bcdđghklmnprstvx])$/u;
/** "hiệ", "trườ", "thuậ", "hoặ": vowels that no Vietnamese word ends in. */
const UNFINISHED =
  /^(?:ngh?|nh|[cgkpt]h|tr|gi|qu|[bcdđghklmnrstvx])?(?:i[êếềểễệ]|u?y[êếềểễệ]|u[ôốồổỗộ]|ư[ơớờởỡợ])$|^(?:ngh?|nh|[cgkpt]h|tr|gi|qu|[bcdđghklmnrstvx])[ou]?[ăắằẳẵặâấầẩẫậ]$/u;
/** "lớp b", "chỉ báo c": a letter as a name. */
const LETTERED = new Set(
  'lớp báo số nhóm điểm khối mục ý tổ hạng khoản lục loại phần dãy nhà khu phòng mẫu bảng biểu cột câu đội bước hình đề'.split(
    ' ',
  ),
);

export const wordCut: CheckRule = {
  id: 'word-cut',
  severity: 'warning',
  title: { vi: 'Ô bị cắt giữa một từ', en: 'Cell cut inside a word' },
  explanation: {
    vi: 'Chữ trong ô dừng giữa một từ, thường do chép hoặc chuyển tệp làm mất phần cuối. Chỉ báo khi chữ cuối không thể là một từ tiếng Việt trọn vẹn.',
    en: 'The text of a cell stops inside a word, usually because copying lost its end. Only what cannot be a whole Vietnamese word is told.',
  },
  example: 'Ô việc làm: “Bồi dưỡng giáo viên theo nghiên cứu bài học, mỗi học k”',
  check: ({ passages }) => passages.filter((passage, at) => isEndOfCell(passage, passages[at + 1])).flatMap(cutEnd),
};

function isEndOfCell({ item, field }: Passage, next: Passage | undefined): boolean {
  return item !== null && field !== null && FIELDS.has(field) && !(next?.item === item && next.field === field);
}

/** The last word of a cell that ends without a mark, behind another word: abbreviations stand in capitals, units behind a number. */
function cutEnd(passage: Passage): Fault[] {
  const { text } = passage;
  const end = text.lastIndexOf(' ');
  const last = text.slice(end + 1);
  if (end < 1 || !(BEGINNING.test(last) || UNFINISHED.test(last))) return [];
  const before = /[\p{L}\p{M}]+$/u.exec(text.slice(text.lastIndexOf(' ', end - 1) + 1, end))?.[0];
  const isName = last.length === 1 && LETTERED.has((before ?? '').toLowerCase());
  if (before === undefined || isName) return [];
  const message = `Ô dừng giữa một từ: ${quoted(`… ${before} ${last}`)}. Xem lại bản gốc và viết cho trọn.`;
  return [{ where: passage.at(`${before} ${last}`), message }];
}
