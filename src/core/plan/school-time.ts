/** A time as a school writes it, and what it means. Conventions: `docs/school-time.md`. */
export interface SchoolTime extends TimeReading {
  /** As typed, line breaks kept; null when the row has no time. */
  text: string | null;
  /** Each phrase on its own when there are several ("Thực hiện cả năm" / "Từ năm 2020-2025"); empty for none or one. */
  parts: TimePart[];
}

export interface TimePart extends TimeReading {
  text: string;
}

export interface TimeReading {
  /** YYYY-MM, or YYYY-MM-DD when a day is said; null when open, conditional, or impossible. */
  start: string | null;
  /** Inclusive, as `start`. */
  end: string | null;
  /** "Từ tháng 9/2020", "… và những năm tiếp theo": a start without an end. */
  openEnded: boolean;
  /** "monthly", "weekly", "termly", "yearly", "in rounds", "2 per month", "3 per school year"; null for none. */
  recurrence: string | null;
  /** "Khi có mở lớp", as typed, without brackets; null for none. */
  condition: string | null;
  /** The phrase is impossible or cannot be read: a person has to look. */
  needsReview: boolean;
  /** What was probably meant, as YYYY-MM for the part that is wrong; never applied by itself. */
  suggestion: string | null;
  /** The year was not written and comes from the school year of the document. */
  yearInferred: boolean;
}
