import type { Place } from '#core/documents/block.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { SchoolTime } from './school-time.ts';

/**
 * An improvement plan as a document: what reading produces, what people edit, what checks look at and what is printed. Text is
 * kept as typed. Legal bases, results per level and duties are not stored: they are read from the sections (`legal-basis.ts`,
 * `results.ts`, `assignment.ts`), so that there is one truth.
 */
export interface PlanDocument {
  letterhead: Letterhead;
  /** As printed without "Số:", "97/KH-CX"; null when blank or absent. */
  number: string | null;
  /** The whole number line as typed, "Số: /KH-MNLH"; null when the document has none. */
  numberText: string | null;
  /** YYYY-MM-DD; null when absent or incomplete. */
  date: string | null;
  /** The whole place-and-date line as typed; null when absent. */
  dateText: string | null;
  place: string | null;
  /** Lines of the title: name of the kind of document, then its abstract. */
  title: string[];
  /** From the letterhead, or else from the text (`letterhead.schoolName` is then null). */
  schoolName: string | null;
  schoolType: SchoolType | null;
  schoolYear: SchoolYear | null;
  /** The last of the school years that a strategy runs over; left out for a plan of one year. */
  lastSchoolYear?: SchoolYear;
  /** It follows a scheme of before 2018, whose criteria are not those of any set here: nothing is looked up for it. */
  legacyScheme?: true;
  /** Code as printed, "19/2018/TT-BGDĐT"; null when the document names none. */
  standardSet: string | null;
  /** Years that the self-assessment covers, as typed, "từ năm 2015 đến 2020". */
  assessmentPeriod: string | null;
  /** In order of the document. Exactly one has the role `items` when there are items. */
  sections: Section[];
  items: PlanItem[];
  /** Which columns or facts of an item this document has at all: a rule is silent about what the form does not have. */
  itemFields: ItemField[];
  signature: Signature | null;
  /** Lines under "Nơi nhận", without their dash. */
  recipients: string[];
}

export interface Letterhead {
  governingBody: string | null;
  schoolName: string | null;
  /** Quốc hiệu, as typed. */
  country: string | null;
  /** Tiêu ngữ, as typed. */
  motto: string | null;
}

export interface Signature {
  /** "HIỆU TRƯỞNG", "KT. HIỆU TRƯỞNG / PHÓ HIỆU TRƯỞNG" as typed, lines joined by "\n". */
  role: string | null;
  name: string | null;
}

export interface Section {
  /** "II", "1", "2.1", "A", "b" as typed without its punctuation; null for the opening and for an unnumbered heading. */
  label: string | null;
  /** As typed, without label; "" for the opening (from the title to the first heading). */
  title: string;
  role: SectionRole | null;
  lines: TextLine[];
  children: Section[];
  place: Place | null;
}

export type SectionRole =
  | 'opening'
  | 'bases'
  | 'purpose'
  | 'results'
  | 'strategy'
  | 'priorities'
  | 'items'
  | 'organisation'
  | 'monitoring'
  | 'reporting';

/** One paragraph of running text. */
export interface TextLine {
  /** "-", "1.", "a)" as typed or numbered by the source; null for a plain paragraph. */
  label: string | null;
  text: string;
  place: Place | null;
}

/** One row of the plan: a need, what is to be reached, what is done, by whom, until when, with what, shown by what. */
export interface PlanItem {
  /** Unique within the document. */
  id: string;
  /** "1", from the set's tree. */
  standard: string | null;
  /** "1.5"; null when the row names no criterion. */
  criterion: string | null;
  /** The cell or heading that names them, as typed: "Tiêu chí 1.5: Tổ chức nhóm trẻ và lớp mẫu giáo". */
  criterionText: string | null;
  /** Levels (Mức) that the row is grouped under: [1], [1, 2, 3]; empty when the document does not say. */
  levels: number[];
  /** Weakness, need, "nội dung cần cải tiến". */
  need: string | null;
  expectedResult: string | null;
  /** The whole action text, bullets included, lines joined by "\n". */
  action: string;
  /** The bullet steps of `action` without their dashes; empty when it has none. */
  steps: string[];
  /** Who, as typed in its cell or line, "BGH, GV"; null when the document has no such cell. Sentence owners leave it null. */
  ownersText: string | null;
  /** As typed, one name of a post, group or person each: "Hiệu trưởng", "BGH". */
  leads: string[];
  collaborators: string[];
  time: SchoolTime;
  budget: Budget;
  support: string | null;
  expectedEvidence: string | null;
  note: string | null;
  /** TT 57, Biểu 2 IV: đánh giá hiện trạng. */
  currentState: string | null;
  /** TT 57, Biểu 2 IV: nguyên nhân. */
  cause: string | null;
  /** TT 57, Biểu 2 V: chỉ số đánh giá kết quả. */
  resultIndicator: string | null;
  /** TT 57, Biểu 2 V: mức độ thực hiện. */
  progress: string | null;
  source: Place | null;
  /** Ids of the source paragraphs (`Paragraph.id`) that the row was read from; empty for a row typed in the product. */
  paragraphs: number[];
}

export type ItemField =
  | 'criterion'
  | 'level'
  | 'need'
  | 'expectedResult'
  | 'action'
  | 'owners'
  | 'collaborators'
  | 'time'
  | 'budget'
  | 'support'
  | 'expectedEvidence'
  | 'note'
  | 'currentState'
  | 'cause'
  | 'resultIndicator'
  | 'progress';

export interface Budget {
  /** As typed; null when the row has no budget cell or it is blank. */
  text: string | null;
  /** Đồng; null when no amount is said. "Không", "Không có" is 0. */
  amount: number | null;
  /** Where the money comes from, as typed: "ngân sách cấp trên và nguồn tài trợ"; null when not said. */
  source: string | null;
}
