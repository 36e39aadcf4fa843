import type { SourceBlocks, SourceFormat } from '#core/documents/block.ts';
import type { DocumentKind, Reading } from '#core/documents/reading.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import type { ColumnType, Generated } from 'kysely';
import type { Moment, Version } from './schema-columns.ts';
import type {
  PlanCommentTable,
  PlanInvitationTable,
  PlanIssueTable,
  PlanItemLinkTable,
  PlanItemTable,
  PlanMentionReaderTable,
  PlanMentionTable,
  PlanStepTable,
  PlanTable,
  PlanVisitorTable,
} from './schema-plan.ts';

/**
 * The tables as queries see them. `migrations/` is the truth; `tests/support` compares the two. Tables of schools have
 * `school_id` first and are reached through `inSchool` only; the tables of sign-in are global and keep the column names that
 * better-auth expects.
 */
export interface Database {
  school: SchoolTable;
  school_year: SchoolYearTable;
  membership: MembershipTable;
  sign_in_card: SignInCardTable;
  staff_group: StaffGroupTable;
  staff_group_member: StaffGroupMemberTable;
  audit_head: AuditHeadTable;
  audit_entry: AuditEntryTable;
  audit_link: AuditLinkTable;
  upload: UploadTable;
  plan: PlanTable;
  plan_item: PlanItemTable;
  plan_step: PlanStepTable;
  plan_invitation: PlanInvitationTable;
  plan_comment: PlanCommentTable;
  plan_mention: PlanMentionTable;
  plan_mention_reader: PlanMentionReaderTable;
  plan_issue: PlanIssueTable;
  plan_item_link: PlanItemLinkTable;
  plan_visitor: PlanVisitorTable;
  user: UserTable;
  session: SessionTable;
  account: AccountTable;
  verification: VerificationTable;
  twoFactor: TwoFactorTable;
  rateLimit: RateLimitTable;
}

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
  /** False: has left, and cannot sign in; history still names them. */
  active: Generated<boolean>;
  /** Chức vụ, as typed. */
  job_title: string | null;
  phone: string | null;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

export interface SignInCardTable {
  school_id: string;
  id: string;
  user_id: string;
  /** Of the code on the card, which is kept nowhere. */
  code_hash: string;
  expires_at: ColumnType<Date, Date | string, Date | string>;
  withdrawn_at: Date | string | null;
  last_used_at: Date | string | null;
  created_by: string;
  created_at: Moment;
}

/** A post, group or body of one school year. */
export interface StaffGroupTable {
  school_id: string;
  id: string;
  year_start: number;
  name: string;
  kind: 'post' | 'group' | 'body';
  /** The key that names in plans are known by (`core/plan/owner-table.ts`); null for a group of the school's own. */
  owner_key: string | null;
  version: Version;
  created_at: Moment;
  updated_at: Moment;
}

export interface StaffGroupMemberTable {
  school_id: string;
  group_id: string;
  user_id: string;
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

export interface UserTable {
  id: string;
  name: string;
  email: string;
  emailVerified: Generated<boolean>;
  image: string | null;
  username: string | null;
  displayUsername: string | null;
  twoFactorEnabled: Generated<boolean>;
  /** Somebody else has switched their second step off, and they have not read of it yet. */
  secondFactorRemovedAt: Date | string | null;
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
  /** The card it was opened with; null: with a password. */
  cardId: string | null;
  /** When that card expires. */
  cardUntil: Date | null;
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
  /** Set with a password that somebody else has given: good until then, to be changed at the next sign-in. */
  temporaryUntil: Date | string | null;
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

export interface TwoFactorTable {
  id: string;
  secret: string;
  backupCodes: string;
  userId: string;
  verified: Generated<boolean>;
  failedVerificationCount: Generated<number>;
  lockedUntil: Date | null;
  /** Half minutes since 1970, of the last code that was taken. */
  lastStep: string | number | null;
}

export interface RateLimitTable {
  id: string;
  key: string;
  count: number;
  lastRequest: number;
}
