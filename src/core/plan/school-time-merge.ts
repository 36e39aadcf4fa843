import { isBefore } from './school-time-moment.ts';
import { NOTHING } from './school-time-range.ts';
import type { TimeReading } from './school-time.ts';

/**
 * Several readings as one: earliest start, latest end (an open end wins), rhythm and condition from the first that has one. An
 * open start and a mere end are one range. What needs review keeps its gap: a missing end is not filled from another phrase.
 */
export function mergeReadings(readings: readonly TimeReading[]): TimeReading {
  const [only] = readings;
  if (only && readings.length === 1) return only;
  const wrong = readings.find((reading) => reading.needsReview);
  const open = isOpen(readings);
  const start = startOf(readings);
  const end = open || (wrong && wrong.end === null) ? null : latest(readings);
  const merged: TimeReading = {
    start,
    end,
    openEnded: open,
    recurrence: first(readings, 'recurrence'),
    condition: first(readings, 'condition'),
    needsReview: wrong !== undefined,
    suggestion: wrong?.suggestion ?? null,
    yearInferred: readings.some(
      (reading) => reading.yearInferred && ((start && reading.start === start) || (end && reading.end === end)),
    ),
  };
  return merged.needsReview ? merged : withoutReversal(merged);
}

function withoutReversal(reading: TimeReading): TimeReading {
  if (!reading.start || !reading.end || !isBefore(reading.end, reading.start)) return reading;
  const next = `${Number(reading.start.slice(0, 4)) + (reading.end.slice(4) < reading.start.slice(4) ? 1 : 0)}${reading.end.slice(4)}`;
  return { ...reading, end: null, needsReview: true, suggestion: next };
}

/** Open, unless the phrase that opens is closed by a phrase that is only an end. */
function isOpen(readings: readonly TimeReading[]): boolean {
  const lonelyEnd = readings.some((reading) => reading.start === null && reading.end !== null && !reading.needsReview);
  return readings.some((reading) => reading.openEnded) && !lonelyEnd;
}

function startOf(readings: readonly TimeReading[]): string | null {
  const starts = readings.flatMap((reading) => reading.start ?? []);
  return starts.reduce<string | null>((best, start) => (best === null || isBefore(start, best) ? start : best), null);
}

function latest(readings: readonly TimeReading[]): string | null {
  const ends = readings.flatMap((reading) => reading.end ?? []);
  return ends.reduce<string | null>((best, end) => (best === null || isBefore(best, end) ? end : best), null);
}

function first(readings: readonly TimeReading[], field: 'recurrence' | 'condition'): string | null {
  return readings.find((reading) => reading[field] !== null)?.[field] ?? NOTHING[field];
}
