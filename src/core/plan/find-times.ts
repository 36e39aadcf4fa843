import type { SchoolYear, SchoolYearMonths } from '#core/kernel/school-year.ts';
import { mergeReadings } from './school-time-merge.ts';
import { phraseAt, phrasesIn } from './school-time-phrases.ts';
import type { Phrase } from './school-time-phrases.ts';
import { NOTHING } from './school-time-range.ts';
import { timeText } from './school-time-text.ts';
import type { TimeText } from './school-time-text.ts';
import type { SchoolTime, TimeReading } from './school-time.ts';

export interface FoundTime {
  /** As typed. */
  text: string;
  /** Place in the normalised sentence (`core/kernel/text.ts`). */
  index: number;
  reading: TimeReading;
  /**
   * `labelled`: "Thời gian: …", or a line that says only "Thực hiện vào …"; it decides like a time cell. `leading`: opens the
   * paragraph. `inner`: inside the action, a target or a horizon; never decides against the others.
   */
  kind: 'leading' | 'labelled' | 'inner';
}

interface Context {
  schoolYear: SchoolYear | null;
  months?: SchoolYearMonths;
}

const LABEL =
  /^[\s*+\-•·.]*thoi\s+(?:gian|diem|han)(?:\s+(?:thuc\s+hien|hoan\s+thanh|tien\s+hanh|du\s+kien|va|trien\s+khai))*\s*:?\s*/;
const CARRIED_OUT =
  /^[\s*+\-•·.]*(?:duoc\s+)?(?:thuc\s+hien|trien\s+khai|tien\s+hanh|hoan\s+thanh)\s*:?\s+(?:(?:vao|trong|ngay)\s+)*/;
const OPENING = /^[\s*+\-•·.]*(?:(?:thuc\s+hien|vao|trong|ngay|bat\s+dau)\s+)*/;
/** Between two phrases that belong together: "hàng tháng, từ tháng 9/2025", "tháng 10/2021 sau khi …". */
const JOINT = /^[\s,;()]*(?:(?:va|vao|trong|thuc hien)\s+)*$/;
/** What stands before a target year or the horizon of a document to be written. */
const TARGET =
  /(?:phan dau|du kien|muc tieu|tam nhin|giai doan|chien luoc|ke hoach|nghi quyet|quyet dinh|bao cao|ket qua)[^,;.]{0,60}$/;

/** Every time named in a sentence or paragraph, in order. */
export function findTimes(sentence: string, context: Context): FoundTime[] {
  const text = timeText(sentence);
  const head = headOf(text, context);
  const rest = phrasesIn(text, 'sentence', context).filter((phrase) => phrase.index >= (head.at(-1)?.end ?? 0));
  return [...head, ...rest.map((phrase) => found(text, phrase, 'inner'))].map(
    ({ text: typed, index, reading, kind }) => ({
      text: typed,
      index,
      reading,
      kind,
    }),
  );
}

/** A sentence inside a paragraph that says the time by its name speaks like a line of its own. */
const BEFORE_LABEL =
  /(?<=[.;])\s+(?=thời\s+(?:gian|điểm|hạn)(?:\s+(?:thực\s+hiện|hoàn\s+thành|tiến\s+hành))*\s*:?\s)/iu;

/** The time of a plan item written as prose: its labelled lines, or else the phrases that open its paragraphs. */
export function timeOfNarrative(text: string[], context: Context): SchoolTime {
  const paragraphs = text.flatMap((paragraph) => paragraph.split(BEFORE_LABEL));
  const all = paragraphs.flatMap((paragraph) => findTimes(paragraph, context));
  const labelled = all.filter((time) => time.kind === 'labelled');
  const leading = all.filter((time) => time.kind === 'leading');
  let deciding = labelled.some(isDated) ? labelled : inOrder(all, [...leading.filter(isDatedOrSaid), ...labelled]);
  if (!deciding.some(isDated)) deciding = [...onlyInner(paragraphs, context), ...deciding];
  if (!deciding.some((time) => time.reading.recurrence))
    deciding = [...deciding, ...closingRhythm(paragraphs, context)];
  if (deciding.length === 0) return { ...NOTHING, text: null, parts: [] };
  const parts = deciding.map((time) => ({ ...time.reading, text: time.text }));
  return {
    ...mergeReadings(parts.map(({ text: _, ...reading }) => reading)),
    text: parts.map((part) => part.text).join('\n'),
    parts: parts.length > 1 ? parts : [],
  };
}

function isDated(time: FoundTime): boolean {
  return time.reading.start !== null || time.reading.end !== null || time.reading.needsReview;
}

function isDatedOrSaid(time: FoundTime): boolean {
  return isDated(time) || time.reading.recurrence !== null || time.reading.condition !== null;
}

function inOrder(all: readonly FoundTime[], chosen: readonly FoundTime[]): FoundTime[] {
  return all.filter((time) => chosen.includes(time));
}

type Placed = FoundTime & { end: number };

function headOf(text: TimeText, context: Context): Placed[] {
  const label = LABEL.exec(text.folded);
  if (label) return chain(text, label[0].length, 'labelled', context);
  const carried = CARRIED_OUT.exec(text.folded);
  if (carried) {
    const times = chain(text, carried[0].length, 'labelled', context);
    const last = times.at(-1);
    if (last && saysOnlyTime(text, times, last)) return times;
  }
  const opening = OPENING.exec(text.folded);
  return chain(text, opening?.[0].length ?? 0, 'leading', context);
}

/** A line with a date may end after it, one with a rhythm may go on behind a comma ("Thực hiện hàng tháng, ghi nhận …"). */
function saysOnlyTime(text: TimeText, times: readonly FoundTime[], last: Placed): boolean {
  const rest = text.folded.slice(last.end);
  if (/^[\s.;)]*$/.test(rest)) return true;
  return !times.some(isDated) && /^\s*(?:[,.;(]|trong\s|tai\s|qua\s)/.test(rest);
}

/** The phrase at `at` and those joined to it. Dates of a label may be written as freely as in a cell. */
function chain(text: TimeText, at: number, kind: 'labelled' | 'leading', context: Context): Placed[] {
  const times: Placed[] = [];
  let phrase = phraseAt(text, at, kind === 'labelled' ? 'cell' : 'sentence', context);
  while (phrase) {
    times.push(found(text, phrase, kind));
    phrase = next(text, phrase, kind, context);
  }
  return times;
}

function next(text: TimeText, phrase: Phrase, kind: 'labelled' | 'leading', context: Context): Phrase | null {
  for (let at = phrase.end; at < Math.min(text.folded.length, phrase.end + 24); at += 1) {
    if (!JOINT.test(text.folded.slice(phrase.end, at))) continue;
    const follower = /\s/.test(text.folded.charAt(at)) ? null : phraseAt(text, at, 'sentence', context);
    if (follower && (kind === 'labelled' || follower.kind !== 'dates')) return follower;
  }
  return null;
}

function found(text: TimeText, phrase: Phrase, kind: FoundTime['kind']): Placed {
  const typed = text.typed.slice(phrase.index, phrase.end).trim();
  return { text: typed, index: phrase.index, reading: phrase.reading, kind, end: phrase.end };
}

/** With nothing at the head of any paragraph, the one date inside that is neither a target nor a horizon. */
function onlyInner(paragraphs: readonly string[], context: Context): FoundTime[] {
  const inner = paragraphs.flatMap((paragraph) => {
    const { folded } = timeText(paragraph);
    return findTimes(paragraph, context).filter(
      (time) =>
        time.kind === 'inner' &&
        (isDeadline(time) ||
          ((time.reading.start !== null || time.reading.needsReview) &&
            /(?:^|\s)(?:vao|trong|tu|hoan thanh|thuc hien|den)\s+$/.test(
              `${folded.slice(0, time.index)}${/^từ/i.test(time.text) ? 'tu ' : ''}`,
            ))) &&
        !TARGET.test(folded.slice(0, time.index)),
    );
  });
  return inner.slice(0, 1);
}

/** "…, hoàn thành trong tháng 9/2024", "…, chậm nhất 30/11" */
function isDeadline({ text, reading }: FoundTime): boolean {
  return reading.end !== null && DEADLINE.test(text);
}

const DEADLINE =
  /^(?:hoàn thành|xong|trước|chậm nhất|muộn nhất|hạn|deadline|không (?:muộn|chậm|trễ) hơn|không quá|(?:đến )?hết)[\s:]/iu;

/** "Nhận xét đánh giá hàng tháng trong sinh hoạt chuyên môn.": a short last sentence that says how often. */
function closingRhythm(paragraphs: readonly string[], context: Context): FoundTime[] {
  const sentences = (paragraphs.at(-1) ?? '').split(/[.;](?=\s|$)/).map((sentence) => sentence.trim());
  const last = sentences.filter((sentence) => sentence !== '').at(-1);
  if (last === undefined || sentences.length < 2 || last.split(/\s+/).length > 14) return [];
  return findTimes(last, context)
    .filter((time) => time.reading.recurrence !== null)
    .slice(0, 1);
}
