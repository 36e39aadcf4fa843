import { fold, squash } from '#core/kernel/text.ts';
import { parseDocumentDate } from '#core/plan/document-date.ts';
import { parseNumberLine } from '#core/plan/document-number.ts';
import type { Paragraph } from '../block.ts';
import { ownLetterheadStart } from './decision-in-front.ts';
import type { FlowPart } from './flow.ts';
import { isLetterheadLine, letterheadPart, sideBySide } from './letterhead-line.ts';
import type { Recognition } from './recognition.ts';
import { use } from './recognition.ts';

/** Parts of the flow in which a letterhead is looked for. */
const DEEPEST = 40;

/**
 * The letterhead: quốc hiệu, tiêu ngữ, governing body, school, number, place and date, in a borderless table or on lines of
 * their own, before the title (`titleAt`). A document may have none. What the letterhead of a plan does not say, that of a decision
 * in front of it says.
 */
export function readLetterhead(state: Recognition, titleAt: number): void {
  const end = titleAt < 0 ? firstSentence(state.flow) : Math.min(titleAt, DEEPEST);
  const own = ownLetterheadStart(state.flow, titleAt);
  const parts = [
    ...belowHeadline(state.flow.slice(own, Math.max(own === 0 ? 0 : titleAt, end))),
    ...state.flow.slice(0, Math.min(own, DEEPEST)),
  ];
  let besideMotto = false;
  let besideCountry = false;
  for (const part of parts) {
    const lines = part.paragraphs.map((paragraph) => ({ paragraph, pieces: sideBySide(paragraph.text) }));
    const isLetterhead = part.kind === 'line' || lines.some(({ pieces }) => pieces.some((piece) => isMark(piece)));
    if (!isLetterhead) continue;
    for (const { paragraph, pieces } of lines) {
      const [only = ''] = pieces;
      const goesOn = besideCountry && part.kind === 'table' && paragraph.place.column === 1;
      if ((besideMotto || goesOn) && pieces.length === 1 && continuesBeside(state, only, goesOn))
        use(state, [paragraph], 'letterhead');
      else takeLine(state, paragraph, pieces, part.kind === 'table');
      besideMotto = pieces.length > 1 && letterheadPart(only) === 'school';
      besideCountry ||= pieces.length > 1 && letterheadPart(pieces.at(-1)!) === 'country';
    }
  }
}

/** The second half of a name whose first half stood on one line with the motto; `belowCountry`, with the name of the country. */
function continuesBeside(state: Recognition, piece: string, belowCountry: boolean): boolean {
  const part = letterheadPart(piece);
  if (part === null && state.plan.letterhead.schoolName !== null) return joinName(state, piece, true);
  return belowCountry && (part === null || PLACE_ALONE.test(piece)) && joinGoverning(state, piece, true);
}

/**
 * The banner of a site names the school as well; where its letterhead, office above school, stands further down, after other
 * lines, what is above it belongs to the page.
 */
function belowHeadline(parts: FlowPart[]): FlowPart[] {
  const kinds = parts.map((part) =>
    part.paragraphs.flatMap(({ text }) => sideBySide(text)).map((piece) => letterheadPart(piece)),
  );
  const school = kinds.findIndex((kind) => kind.includes('school'));
  const start = kinds.findLastIndex(
    (kind, index) => kind.includes('governing') && [...kind, ...(kinds[index + 1] ?? [])].includes('school'),
  );
  const apart = kinds.slice(school + 1, start).some((kind) => kind.length > 0 && kind.every((each) => each === null));
  return school >= 0 && start > school && apart ? parts.slice(start) : parts;
}

/**
 * On a page of a site the title may stand above the letterhead. Reads the lines from `start` on that are nothing else, when no
 * letterhead was found before; returns the index after them.
 */
export function readLetterheadBelow(state: Recognition, start: number): number {
  const { letterhead, numberText, dateText } = state.plan;
  if (letterhead.country !== null || letterhead.governingBody !== null || (numberText ?? dateText) !== null)
    return start;
  let index = start;
  for (; index < Math.min(state.flow.length, start + 8); index += 1) {
    const part = state.flow[index]!;
    if (part.kind === 'table' || !isLetterheadLine(part.text)) break;
    for (const paragraph of part.paragraphs) takeLine(state, paragraph, sideBySide(paragraph.text), false);
  }
  return index;
}

/** Sheets and plain texts may put place and date right above the signature, at `end`. */
export function readDateAbove(state: Recognition, end: number): void {
  if (state.plan.dateText !== null) return;
  for (const part of state.flow.slice(Math.max(state.bodyStart, end - 2), end)) {
    const [paragraph] = part.paragraphs;
    if (part.kind === 'table' || paragraph === undefined || letterheadPart(part.text) !== 'date') continue;
    takeLine(state, paragraph, [part.text], false);
  }
}

function isMark(text: string): boolean {
  const part = letterheadPart(text);
  return part === 'country' || part === 'motto' || part === 'number';
}

/** Without a title, only lines before the first long one can be a letterhead. */
function firstSentence(flow: readonly FlowPart[]): number {
  const index = flow.findIndex((part) => part.kind === 'line' && part.text.length > 120);
  return Math.min(index < 0 ? flow.length : index, 12);
}

function takeLine(state: Recognition, paragraph: Paragraph, pieces: string[], inTable: boolean): void {
  for (const piece of pieces) {
    if (takePiece(state, piece, inTable)) use(state, [paragraph], 'letterhead');
  }
}

function takePiece(state: Recognition, piece: string, inTable: boolean): boolean {
  const { plan } = state;
  const head = plan.letterhead;
  switch (letterheadPart(piece)) {
    case 'country':
      head.country ??= squash(piece);
      return true;
    case 'motto':
      head.motto ??= squash(piece);
      return true;
    case 'rule':
      return true;
    case 'number':
      if (plan.numberText !== null) return false;
      plan.numberText = squash(piece);
      plan.number = parseNumberLine(piece).number;
      return true;
    case 'date': {
      if (plan.dateText !== null) return false;
      const typed = state.source.recognised ? piece.replace(/(?<=\s)th\p{L}ng(?=\s)/iu, 'tháng') : piece;
      const { date, place } = parseDocumentDate(typed);
      Object.assign(plan, { dateText: squash(piece), date, place });
      return true;
    }
    case 'school':
      // The second half of a name can begin like a school itself: "TRƯỜNG PTDT NỘI TRÚ" / "THCS VÀ THPT …".
      if (head.schoolName !== null) return !/^tr[uư][oờ]ng\b|^trung tâm\b/iu.test(piece) && joinName(state, piece);
      head.schoolName = nameOf(piece);
      return true;
    case 'governing':
      if (head.schoolName !== null) return goesOnLikeBody(state, piece, inTable);
      head.governingBody =
        head.governingBody === null
          ? nameOf(piece)
          : `${head.governingBody}${PLACE_ALONE.test(piece) ? ' ' : '\n'}${squash(piece)}`;
      return true;
    case null:
      if (endsCountry(head.country, piece)) {
        head.country = `${head.country} ${squash(piece)}`;
        return true;
      }
      if (inTable && head.schoolName === null && head.governingBody !== null) return joinGoverning(state, piece);
      return inTable && head.schoolName !== null && head.governingBody !== null && joinName(state, piece);
  }
}

/** Without the specks of a scan behind it. */
function nameOf(piece: string): string {
  return squash(piece).replace(/[\s.…]+$/u, '');
}

/** A place is no body by itself: "PHÒNG GD&ĐT" / "HUYỆN ĐỒNG NẮNG" is one name on two lines. */
const PLACE_ALONE = /^(huyện|quận|thị xã|thành phố|tỉnh|xã|phường|thị trấn)(?=\s)/iu;

/** Words with which the name of a governing body begins, with their tones. */
const BODY =
  /^(?:ubnd|[uủ][ỷy] ban|phòng|sở|bộ|đảng [uủ][ỷy]|công ty|tập đoàn|tỉnh|huyện|quận|thành phố|xã|phường|đại học|hội đồng)(?!\p{L})/iu;

/** "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT" / "NAM". */
function endsCountry(country: string | null, piece: string): boolean {
  if (country === null || /viet nam$/.test(fold(country))) return false;
  return 'cong hoa xa hoi chu nghia viet nam'.startsWith(fold(`${country} ${piece}`));
}

/** A name of the governing body that a narrow cell broke: "PHÒNG GD&ĐT HUYỆN YÊN" / "THÀNH". */
function joinGoverning(state: Recognition, piece: string, beside = false): boolean {
  const head = state.plan.letterhead;
  if (piece.length > 30 || /\p{Ll}/u.test(piece) || !/\p{Lu}/u.test(piece)) return false;
  if ((head.country !== null && !beside) || head.governingBody === null || head.schoolName !== null) return false;
  head.governingBody = `${head.governingBody} ${squash(piece)}`;
  return true;
}

/** "QUÂN II" goes on with a name and only looks like "Quận" without its tones. */
function goesOnLikeBody(state: Recognition, piece: string, inTable: boolean): boolean {
  return inTable && !BODY.test(piece) && joinName(state, piece);
}

/**
 * A school name that a narrow cell broke: "TRƯỜNG MẦM NON" / "HOA HỒNG"; `beside` the country's name only where its first half stood on
 * one line with the motto.
 */
function joinName(state: Recognition, piece: string, beside = false): boolean {
  const head = state.plan.letterhead;
  if (piece.length > 40 || /\p{Ll}{3}/u.test(piece) || !/\p{L}/u.test(piece) || state.plan.numberText !== null)
    return false;
  if (head.country !== null && !beside) return false;
  head.schoolName = `${head.schoolName} ${squash(piece)}`;
  return true;
}
