import { fold, squash } from '#core/kernel/text.ts';
import { firstArticle, isDecision } from './decision-in-front.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import { labelOf } from './label.ts';
import { letterheadPart, namesCountry, sideBySide } from './letterhead-line.ts';
import type { Recognition } from './recognition.ts';
import { use } from './recognition.ts';

/** Kinds of document that can stand in a title (Nghị định 30/2020/NĐ-CP, Phụ lục III, and working papers of a council). */
const KIND_OF_DOCUMENT =
  /^(du thao\s+)?(ke hoach|chien luoc|phuong huong,? chien luoc|bao cao|thong bao|quyet dinh|bien ban|phieu|to trinh|de an|danh muc|chuong trinh|phuong an|giay moi|cong van|huong dan|quy che|noi quy|giay chung nhan|(bang|bieu|ho so)( tong hop| theo doi)?( noi dung)? (ke hoach|cai tien))\b/;
/** "📌 KẾ HOẠCH …", as in a chat. */
const SIGN = /^(?:\s|\p{Extended_Pictographic}|\uFE0F)+/u;
/** How far down a title is looked for: a report has a cover, a web page its navigation. */
const DEEPEST = 60;

/** Index of the first line of the title in the flow; -1 when there is none. */
export function findTitle(state: Recognition): number {
  const lines = state.flow.slice(0, DEEPEST);
  const isStrong = (part: FlowPart) => part.kind === 'line' && isTitle(part) && isCapitals(part.text);
  const strong = lines.findIndex(isStrong);
  const attached = attachedTitle(state.flow, strong);
  if (attached >= 0) return attached;
  if (strong >= 0) {
    // The headline of a site repeats the title above the letterhead; the document's own one stands below it.
    const repeated = lines.findLastIndex(isStrong);
    const country = lines.findIndex(
      (part, index) => index > strong && index < repeated && part.paragraphs.some(({ text }) => namesCountry(text)),
    );
    return country < 0 ? strong : lines.findIndex((part, index) => index > country && isStrong(part));
  }
  return lines.findIndex((part) => part.kind === 'line' && isTitle(part) && isSetApart(part));
}

/**
 * The title of a plan that a decision in front of it puts into force: it stands behind the articles of the decision, or "(Kèm theo
 * Quyết định số …)" stands below it.
 */
function attachedTitle(flow: readonly FlowPart[], decision: number): number {
  if (!isDecision(flow[decision])) return -1;
  const article = firstArticle(flow, decision);
  return flow.findIndex(
    (part, index) =>
      index > decision + 1 &&
      part.kind === 'line' &&
      /^(ke hoach|chien luoc)\b/.test(fold(part.text)) &&
      isCapitals(part.text) &&
      ((article >= 0 && index > article) ||
        flow
          .slice(index + 1, index + 6)
          .some((next) => next.kind === 'line' && /^\(?\s*(ban hanh )?kem theo/.test(fold(next.text)))),
  );
}

function isTitle(line: FlowLine): boolean {
  const words = fold(line.text.replace(SIGN, ''));
  return (
    KIND_OF_DOCUMENT.test(words) &&
    words.length < 200 &&
    (SIGN.test(line.text) || labelOf(line) === null) &&
    !/[;,]$/.test(words)
  );
}

function isCapitals(text: string): boolean {
  const first = squash(text).split(/\n| (?=\p{Lu}?\p{Ll})/u)[0] ?? '';
  return /\p{Lu}/u.test(first) && !/\p{Ll}/u.test(first) && first.length >= 6;
}

function isSetApart(line: FlowLine): boolean {
  return (
    line.style.heading !== undefined ||
    line.style.align === 'center' ||
    line.style.bold === true ||
    line.text.length < 100
  );
}

/** Claims the title and the lines of its abstract; returns the index after it. */
export function readTitle(state: Recognition, titleAt: number): number {
  let index = titleAt;
  for (; index < Math.min(state.flow.length, titleAt + 7); index += 1) {
    const part = state.flow[index]!;
    if (part.kind === 'table') break;
    if (index > titleAt && !continuesTitle(part) && !isAbstract(state.plan.title, part)) break;
    if (/^[\s*_=~.\-–—]{3,}$/.test(part.text)) use(state, part.paragraphs, 'letterhead');
    else {
      state.plan.title.push(
        ...part.text
          .split('\n')
          .map(squash)
          .filter((line) => line !== ''),
      );
      use(state, part.paragraphs, 'title');
    }
  }
  return index;
}

/** What "KẾ HOẠCH HÀNH ĐỘNG" says below itself that it is about. */
const ABOUT = /^(v\/v |ve viec |ve )?(cai tien|nang cao|khac phuc|phat trien|xay dung va phat trien)/;

/** Right below a bare "KẾ HOẠCH" stands what it is about, in whatever style. */
function isAbstract(title: readonly string[], line: FlowLine): boolean {
  const words = title.length === 1 ? title[0]!.split(' ').length : Infinity;
  const names = /^\p{Lu}/u.test(line.text) && !/\.$/.test(line.text) && ABOUT.test(fold(line.text));
  return (
    (words <= 2 || (words <= 4 && names)) &&
    line.text.length <= 160 &&
    labelOf(line) === null &&
    !/[;:]$/.test(line.text) &&
    !/^can cu/.test(fold(line.text))
  );
}

/** A letterhead below the title, as on a page of a site. */
function isMark(text: string): boolean {
  const parts = sideBySide(text).map(letterheadPart);
  return (
    parts.some((part) => part !== null && part !== 'school' && part !== 'rule') && parts.every((part) => part !== null)
  );
}

function continuesTitle(line: FlowLine): boolean {
  const words = fold(line.text);
  if (isMark(line.text)) return false;
  if (labelOf(line) !== null && !/^[\s*_=~.\-–—]{3,}$/.test(line.text)) return false;
  if (!isCapitals(line.text) && /^(theo|de|nham) /.test(words)) return false;
  if (
    words.length > 160 ||
    /^(can cu|kinh gui|thuc hien (thong tu|cong van|ke hoach|quyet dinh|nghi)|theo (thong tu|quyet dinh|cong van)|ngay \d|thoi gian|tieu chuan|tieu chi|muc \d)/.test(
      words,
    )
  )
    return false;
  if (/[.;:]$/.test(words) && !/^\(/.test(words)) return false;
  if (/^nam hoc\b/.test(words) || letterheadPart(line.text) === 'school') return true;
  if (line.style.align === 'center') return true;
  if (line.style.bold === true && line.style.heading === undefined) return true;
  return isCapitals(line.text) || /^\(.*\)$/.test(words);
}
