import type { Generated } from 'kysely';
import type { Place } from '#core/documents/block.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { PlanMove, PlanState } from '#core/plan/life/plan-life.ts';
import type { Budget, PlanDocument } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import type { Moment, Version } from './schema-columns.ts';

/** The tables of plans; see `schema.ts`. */

/** What a plan is made for: five years of a school, one year of it, one year of one of its groups. */
export type PlanScope = 'strategy' | 'yearly' | 'group';

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
  /** When it was last opened. */
  opened_at: Date | null;
  created_by: string;
  created_at: Moment;
}

/** What became of a comment: taken up, in part, not, or only noted. */
export type CommentDecision = 'taken' | 'partly' | 'not-taken' | 'noted';

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
  docx_sha256: string;
  docx_size: number;
  pdf_sha256: string;
  pdf_size: number;
  issued_by: string;
  issued_at: Moment;
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
  /** The row that the person is at. */
  item_id: string | null;
  seen_at: Moment;
}
