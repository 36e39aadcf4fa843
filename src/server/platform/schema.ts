import type { ColumnType, Generated } from 'kysely';
import type { SourceBlocks, SourceFormat } from '#core/documents/block.ts';
import type { Place } from '#core/documents/block.ts';
import type { DocumentKind, Reading } from '#core/documents/reading.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { Budget, PlanDocument } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';

/**
 * The tables as queries see them. `migrations/` is the truth; `tests/support` compares the two. Tables of schools have
 * `school_id` first and are reached through `inSchool` only; the tables of sign-in are global and keep the column names that
 * better-auth expects.
 */
export interface Database {
  school: SchoolTable;
  school_year: SchoolYearTable;
  membership: MembershipTable;
  audit_head: AuditHeadTable;
  audit_entry: AuditEntryTable;
  audit_link: AuditLinkTable;
  upload: UploadTable;
  plan: PlanTable;
  plan_item: PlanItemTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  rateLimit: RateLimitTable;
}

/** Filled by the database when left out; always given by use cases, from their clock. */
type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
/** 1 for a new row; each write adds one and names the version that it read. */
type Version = Generated<number>;

export interface SchoolTable {
  school_id: string;
  name: string;
  school_type: SchoolType;
  governing_body: string | null;
  /** Place named beside the date of documents. */
  place: string | null;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

export interface SchoolYearTable {
  school_id: string;
  start: number;
  first_month: Generated<number>;
  last_month: Generated<number>;
  created_at: Moment;
}

export interface MembershipTable {
  school_id: string;
  user_id: string;
  /** A role of `core/identity`. */
  role: string;
  display_name: string;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

export interface AuditHeadTable {
  school_id: string;
  sequence: number;
  hash: string;
}

export interface AuditEntryTable {
  school_id: string;
  id: string;
  at: ColumnType<Date, Date | string, never>;
  actor_id: string | null;
  action: string;
  subject_type: string;
  subject_id: string;
  details: Record<string, unknown>;
  content_hash: string;
}

export interface AuditLinkTable {
  school_id: string;
  sequence: number;
  entry_id: string;
  hash: string;
}

export type UploadState = 'received' | 'reading' | 'read' | 'failed' | 'accepted';

/** What came of reading a file, in a few numbers. */
export interface UploadOutcome {
  kind: DocumentKind;
  /** Why this kind, in words of the document. */
  kindReason: string;
  legacyScheme: boolean;
  items: number;
  unread: number;
}

export interface UploadTable {
  school_id: string;
  id: string;
  file_name: string;
  format: SourceFormat | null;
  /** Bytes. */
  size: number;
  /** Hex; the name under which `FileStore` keeps the bytes. */
  sha256: string;
  state: Generated<UploadState>;
  progress: Record<string, unknown> | null;
  error_code: string | null;
  error_details: Record<string, string | number> | null;
  reading: Reading | null;
  blocks: SourceBlocks | null;
  outcome: UploadOutcome | null;
  created_by: string;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

/** `review`: read from a file, not yet accepted by a person. */
export type PlanState = 'review' | 'draft';

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
  created_by: string;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
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

export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  createdAt: Moment;
  updatedAt: Moment;
}

export interface SessionTable {
  id: string;
  userId: string;
  token: string;
  expiresAt: Date;
  ipAddress: string | null;
  userAgent: string | null;
  createdAt: Moment;
  updatedAt: Moment;
}

export interface AccountTable {
  id: string;
  accountId: string;
  providerId: string;
  userId: string;
  accessToken: string | null;
  refreshToken: string | null;
  idToken: string | null;
  accessTokenExpiresAt: Date | null;
  refreshTokenExpiresAt: Date | null;
  scope: string | null;
  password: string | null;
  createdAt: Moment;
  updatedAt: Moment;
}

export interface VerificationTable {
  id: string;
  identifier: string;
  value: string;
  expiresAt: Date;
  createdAt: Moment;
  updatedAt: Moment;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}
