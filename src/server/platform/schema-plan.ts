import type { Generated } from 'kysely';
import type { Place } from '#core/documents/block.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { PlanMove, PlanState } from '#core/plan/life/plan-life.ts';
import type { Budget, PlanDocument } from '#core/plan/plan-document.ts';
import type { PlanScope } from '#core/plan/plan-scope.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import type { Moment, Version } from './schema-columns.ts';

/** The tables of plans; see `schema.ts`. */

export interface PlanTable {
  school_id: string;
  id: string;
  school_year_start: number | null;
  title: string;
  layout: string;
  standard_set: string | null;
  school_type: SchoolType | null;
  document: Omit<PlanDocument, 'items'>;
  upload_id: string | null;
  state: Generated<PlanState>;
  /** 1 until an issued plan is revised. */
  revision: Generated<number>;
  /** YYYY-MM-DD: until when the next step is due. */
  due_on: string | null;
  /** Of the content that was approved; hex. */
  approved_sha256: string | null;
  scope: Generated<PlanScope>;
  /** The plan that this one goes on from. */
  follows_plan_id: string | null;
  /** Of a strategy: start of the last school year that it runs over. */
  last_year_start: number | null;
  /** Of a plan of a group. */
  group_id: string | null;
  /** The yearly plan that a group's plan carries out. */
  part_of_plan_id: string | null;
  created_by: string;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

/** A step that a plan took. Never changes. */
export interface PlanStepTable {
  school_id: string;
  plan_id: string;
  id: string;
  revision: number;
  move: PlanMove;
  from_state: PlanState;
  to_state: PlanState;
  remark: string | null;
  due_on: string | null;
  by_user: string;
  at: Moment;
}

/** A link with which somebody without an account reads a plan and says what they think. */
export interface PlanInvitationTable {
  school_id: string;
  plan_id: string;
  id: string;
  revision: number;
  /** Who is invited, "Ban đại diện cha mẹ học sinh". */
  name: string;
  secret_sha256: string;
  expires_on: string;
  withdrawn_at: Date | null;
  /** When it was first opened. */
  opened_at: Date | null;
  created_by: string;
  created_at: Moment;
}

/** What became of a comment: taken up, in part, not, or only noted; a discussion is settled. */
export type CommentDecision = 'taken' | 'partly' | 'not-taken' | 'noted' | 'settled' | 'withdrawn';

/** Said in a consultation, which owes an answer; or among those who write the plan. */
export type CommentKind = 'consultation' | 'discussion';

export interface PlanCommentTable {
  school_id: string;
  plan_id: string;
  id: string;
  revision: number;
  /** Null: on the whole plan. */
  item_id: string | null;
  author_id: string | null;
  invitation_id: string | null;
  author_name: string;
  words: string;
  created_at: Moment;
  answer: string | null;
  decision: CommentDecision | null;
  answered_by: string | null;
  answered_at: Date | null;
  version: Version;
  kind: Generated<CommentKind>;
  /** What it replies to; null: the first of its thread. */
  parent_id: string | null;
}

/** A person, a group of a school year or a known owner that a comment names: one of the three is set. Never changes. */
export interface PlanMentionTable {
  school_id: string;
  plan_id: string;
  comment_id: string;
  /** From 1. */
  ordinal: number;
  user_id: string | null;
  group_id: string | null;
  /** A key of `core/plan/owner-table.ts`. */
  owner_key: string | null;
  /** The name as it was then. */
  label: string;
  /** Where "@label" stands in the words; null: named beside them. */
  starts: number | null;
}

/** Somebody who is told of a comment that names them. */
export interface PlanMentionReaderTable {
  school_id: string;
  user_id: string;
  plan_id: string;
  comment_id: string;
  created_at: Moment;
  seen_at: Date | null;
}

/** What was issued. Never changes. */
export interface PlanIssueTable {
  school_id: string;
  plan_id: string;
  revision: number;
  /** A `PlanDocument` as canonical JSON. */
  content: string;
  content_sha256: string;
  standard_set: string | null;
  /** `Finding[]` as JSON, as they stood. */
  findings: string;
  layout: string;
  number: string;
  issued_on: string;
  signer_role: string;
  signer_name: string;
  /** Why it was revised; null for the first. */
  reason: string | null;
  /** The documents printed when it was issued here; null for what was issued before. */
  docx_sha256: string | null;
  docx_size: number | null;
  pdf_sha256: string | null;
  pdf_size: number | null;
  /** The file that was brought in, for what was issued before; null for what was issued here. */
  original_sha256: string | null;
  original_size: number | null;
  original_name: string | null;
  issued_by: string;
  issued_at: Moment;
}

/** That a row of a group's plan carries out a row of the yearly plan. */
export interface PlanItemLinkTable {
  school_id: string;
  plan_id: string;
  item_id: string;
  to_plan_id: string;
  to_item_id: string;
  created_by: string;
  created_at: Moment;
}

/** One column per field of `PlanItem`, in its order. */
export interface PlanItemTable {
  school_id: string;
  plan_id: string;
  id: string;
  /** Fractional key; compared byte by byte. */
  position: string;
  standard: string | null;
  criterion: string | null;
  criterion_text: string | null;
  levels: Generated<number[]>;
  need: string | null;
  expected_result: string | null;
  action: Generated<string>;
  steps: Generated<string[]>;
  owners_text: string | null;
  leads: Generated<string[]>;
  collaborators: Generated<string[]>;
  time_text: string | null;
  time: SchoolTime;
  /** YYYY-MM of `time.start` and `time.end`, for lists by month. */
  start_month: string | null;
  end_month: string | null;
  budget_text: string | null;
  budget: Budget;
  support: string | null;
  expected_evidence: string | null;
  note: string | null;
  current_state: string | null;
  cause: string | null;
  result_indicator: string | null;
  progress: string | null;
  source: Place | null;
  paragraphs: Generated<number[]>;
  version: Version;
  updated_by: string;
  updated_at: Moment;
  /** Set while the row can still be brought back by undo. */
  deleted_at: Date | string | null;
}

/** A window in which a plan is open now. */
export interface PlanVisitorTable {
  school_id: string;
  plan_id: string;
  id: string;
  user_id: string;
  /** The row that the person is at, or a part around the table (`core/plan/part-id.ts`). */
  item_id: string | null;
  seen_at: Moment;
}
