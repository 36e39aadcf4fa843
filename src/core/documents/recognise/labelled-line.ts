import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { fieldOfHeader } from './column-field.ts';

export interface LabelledText {
  /** Null for text without a known label in front. */
  field: ColumnField | null;
  text: string;
}

const LABEL =
  /^(?:[\s\-–—+*•·>→⇒➔➜►▸\uFE0F]|=>|\p{Extended_Pictographic})*(?:\d{1,2}[.)]\s*|[a-zđ][.)]\s*)?([\p{L}][\p{L}\s,/&()]{1,45}?)\s*[:：]\s*/u;
/** Between two labelled facts on one line: "… - Thời gian: tháng 9 - Người thực hiện: BGH". A full stop stays with its sentence. */
const NEXT = /(?:\s*(?:[-–;•|]|\p{Extended_Pictographic}\uFE0F?)\s+|(?<=\.)\s+)(?=\p{Lu}[\p{L}\s,/]{1,40}[:：]\s)/u;

/** The facts on a line that names them: "- Thời gian: tháng 9/2025 - Người thực hiện: BGH". */
export function labelledTexts(line: string): LabelledText[] {
  const name = nameAlone(line);
  if (name !== null) return [{ field: name, text: '' }];
  if (!/[:：]/.test(line)) return [{ field: null, text: line.trim() }];
  const pieces = line.split(NEXT).reduce<string[]>(joinNumber, []);
  const texts = pieces.map(labelled);
  return texts.filter(({ field }) => field !== null).length === 0 ? [{ field: null, text: line.trim() }] : texts;
}

/** "a) Điểm yếu" on a line of its own, its text below. */
const NAME_ALONE =
  /^(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z])\s*[.)]\s*((?:diem manh|uu diem|mo ta hien trang|hien trang|diem yeu|han che|ton tai|muc tieu|ket qua|bien phap|giai phap|thoi gian|nguoi|phan cong|kinh phi|minh chung|nguon luc)(?:,? (?:va )?(?:diem yeu|han che|ton tai|can|dat|cai tien|khac phuc|thuc hien|hoan thanh|phu trach|chiu trach nhiem|du kien|mong doi))*)\s*$/;

function nameAlone(line: string): ColumnField | null {
  const name = line.length > 60 ? undefined : NAME_ALONE.exec(fold(line))?.[1];
  return name === undefined ? null : fieldOfLabel(name);
}

/** "2. Mục tiêu: …" is one piece: the point ends its number, not a fact. */
function joinNumber(pieces: string[], piece: string): string[] {
  const last = pieces.at(-1);
  if (last === undefined || !/^\s*(?:\d{1,2}|[a-zđ])\.$/u.test(last)) return [...pieces, piece];
  return [...pieces.slice(0, -1), `${last} ${piece}`];
}

function labelled(piece: string): LabelledText {
  const match = LABEL.exec(piece);
  const field = match === null ? null : fieldOfLabel(match[1]!);
  if (match === null || field === null) return { field: null, text: piece.trim() };
  const text = piece.slice(match[0].length).trim();
  // "Hạn: 30/11" says until when: without its name it would be a day on which the work is done.
  const isDeadline = field === 'time' && A_DAY.test(text) && DEADLINE.test(fold(match[1]!));
  return { field, text: isDeadline ? `${match[1]!.trim()}: ${text}` : text };
}

const A_DAY = /^(?:ngày\s+)?\d{1,2}\s*[/.-]\s*\d{1,2}(?!\d)/iu;
const DEADLINE = /^(han( chot| cuoi( cung)?| hoan thanh)?|deadline)$/;

function fieldOfLabel(label: string): ColumnField | null {
  if (/^(tieu chuan|tieu chi|muc \d)\b/.test(fold(label))) return null;
  if (/^ke hoach (cai tien|khac phuc|hanh dong)/.test(fold(label))) return 'action';
  // In a report of self-assessment the judgement closes what is said of the criterion.
  if (/^tu danh gia$/.test(fold(label))) return 'currentState';
  const field = fieldOfHeader(label);
  if (field === 'number' || field === 'standard' || field === 'criterion') return null;
  if (field === 'timeStart' || field === 'timeEnd') return 'time';
  return field;
}
