import { squash } from '#core/kernel/text.ts';
import { parseBudget } from './budget.ts';
import type { Budget } from './plan-document.ts';

const AMOUNT =
  /(?<![\d.,/])\d[\d.,]*(?:\s\d{3})*\s*(?:(?:tỷ|tỉ|triệu|nghìn|ngàn)(?:\s*\d|\s*rưỡi)?(?:\s*(?:đồng|vnđ|vnd|đ))?|đồng|vnđ|vnd|đ|tr)(?![\p{L}\d])/giu;
/** Words of money that stand in front of an amount, with what may come between them. */
const MONEY_WORDS =
  /(?:(?:tổng|dự kiến|dự trù)\s+)*(?:kinh phí|dự toán|chi phí|số tiền|tổng tiền|trị giá|mức đầu tư|tổng chi)[^.,;:\n]{0,40}:?[^.,;:\n\d]{0,20}$/iu;
/** Words behind an amount that say where it comes from. */
const FROM =
  /^[\s,(]*(?:(?:được\s+)?(?:trích|lấy|chi)\s+)?(?:từ|bằng|do|nguồn|trích)\s+(?:nguồn|kinh phí|ngân sách|nsnn|quỹ|tài trợ|xã hội h|xhh|học phí|phụ huynh|cha mẹ|mạnh thường quân|nhà hảo tâm|chi thường xuyên|dự án|đề án|vận động|hội|công đoàn|ubnd|vốn)/iu;
/** "500.000 đồng/em", "2 triệu đồng mỗi lớp" is a rate, "20 triệu lượt" no money at all. */
const EACH =
  /^\s*(?:\/|(?:cho\s+)?(?:mỗi|một|1)\s|trên\s+(?:một|mỗi)\s|(?:lượt|lần|người|trang|cuốn|bản|học sinh|trẻ)(?!\p{L}))/iu;
/** Where a clause ends; a comma only when no source follows. */
const CLAUSE_END = /[.;)\n](?=\s|$)|\s(?:để|nhằm|phục vụ)\s|,\s(?!(?:từ|bằng|do|nguồn|trích|trong đó|gồm)\s)/u;

/**
 * The money that a sentence plans, where a row has no cell for it: "…, kinh phí khoảng 12 triệu đồng từ nguồn xã hội hóa." An amount
 * counts when words of money stand in front of it or its source behind it; a rate for each child does not. `text` is the clause as
 * typed; all of it null when the sentence plans no money.
 */
export function budgetOfSentence(sentence: string): Budget {
  const clauses: string[] = [];
  let until = 0;
  for (const match of sentence.matchAll(AMOUNT)) {
    const end = match.index + match[0].length;
    if (match.index < until || EACH.test(sentence.slice(end))) continue;
    const before = sentence.slice(until, match.index);
    const named = MONEY_WORDS.exec(before);
    if (named === null && !FROM.test(sentence.slice(end)) && !isAlone(before, sentence.slice(end))) continue;
    const rest = CLAUSE_END.exec(sentence.slice(end));
    const start = named === null ? match.index : until + named.index;
    until = rest === null ? sentence.length : end + rest.index;
    clauses.push(squash(sentence.slice(start, until)));
  }
  return parseBudget(clauses.join('\n'));
}

/** "Khoảng 12 triệu đồng" on a line of its own. */
function isAlone(before: string, after: string): boolean {
  return (
    /(?:^|\n)[\s\-+•]*(?:(?:khoảng|dự kiến|tầm|chừng|hết)\s+)*$/iu.test(before) && /^\s*\.?\s*(?:\n|$)/.test(after)
  );
}
