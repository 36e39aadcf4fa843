import type { Role } from '#core/identity/role.ts';
import type { Checked, FieldProblem } from '#core/kernel/field-problem.ts';
import { typedLine } from '#core/kernel/text.ts';

/** As `OwnerKind` of plans, without single people: a post is held by one, a body is more than its members. */
export const STAFF_GROUP_KINDS = ['group', 'post', 'body'] as const;

export type StaffGroupKind = (typeof STAFF_GROUP_KINDS)[number];

/** A post, group or body of one school year. */
export interface StaffGroupFacts {
  name: string;
  kind: StaffGroupKind;
  /** The key that plans know it by; null for the school's own. */
  ownerKey: string | null;
  memberIds: readonly string[];
}

/** Somebody who works at the school now. */
export interface StaffPerson {
  userId: string;
  displayName: string;
  role: Role;
  jobTitle: string | null;
}

const LONGEST = 120;

/** Reads what was typed about a group. */
export function readStaffGroup(typed: { name: string; kind: string }): Checked<{ name: string; kind: StaffGroupKind }> {
  const name = typedLine(typed.name);
  const kind = STAFF_GROUP_KINDS.find((each) => each === typed.kind) ?? 'group';
  const problems: FieldProblem[] = [];
  if (name === '') problems.push({ field: 'groupName', problem: 'missing' });
  if (name.length > LONGEST) problems.push({ field: 'groupName', problem: 'too-long' });
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { name, kind } };
}
