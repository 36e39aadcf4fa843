import type { Permission } from '#core/identity/permissions.ts';
import type { Context } from '#server/identity/context.ts';
import type { StoredItem } from '#server/plan/plan-item-row.ts';
import type { FileStore } from '#server/platform/files.ts';

/** What a use case is tried on: ids of one school, and somebody of it who may do everything. */
export interface Target {
  context: Context;
  planId: string;
  uploadId: string;
  files: FileStore;
  item: StoredItem;
  /** Another row of the plan. */
  other: string;
  /** A plan that is open for comments, and what belongs to it. */
  open: { planId: string; commentId: string; invitationId: string };
  /** A plan that was issued, and what is discussed about it: the context began it. */
  discussed: { planId: string; commentId: string };
  /** A plan that was issued once; one that waits to be issued. */
  issued: string;
  approved: { planId: string; sha256: string };
  /** A colleague in version 1, who has an account. */
  memberId: string;
  /** A group of theirs, in version 1. */
  groupId: string;
}

export interface UseCase {
  /** Null: for everybody of the school. */
  permission: Permission | null;
  call(context: Context, target: Target): Promise<unknown>;
}
