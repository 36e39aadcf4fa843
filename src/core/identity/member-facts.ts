import type { Checked, FieldProblem } from '#core/kernel/field-problem.ts';
import { fold, squash, typedLine } from '#core/kernel/text.ts';
import { nameProblem, normaliseUsername, usernameProblem } from './new-account.ts';
import { isRole, type Role } from './role.ts';

/** What the principal writes down about somebody of the school. */
export interface MemberFacts {
  displayName: string;
  role: Role;
  /** Chức vụ as typed, "Giáo viên lớp Lá 2"; null when left blank. */
  jobTitle: string | null;
  phone: string | null;
}

export interface NewMember extends MemberFacts {
  /** Blank: made of the name. */
  username: string;
}

export type TypedFacts = Record<'displayName' | 'role' | 'jobTitle' | 'phone', string>;

const JOB_TITLE_LENGTH = 200;

/** Reads what was typed about a member; every problem at once. */
export function readMemberFacts(typed: TypedFacts): Checked<MemberFacts> {
  const displayName = typedLine(typed.displayName);
  const jobTitle = typedLine(typed.jobTitle);
  const phone = readPhone(typed.phone);
  const { role } = typed;
  const problems: FieldProblem[] = [];
  const name = nameProblem(displayName);
  if (name) problems.push(name);
  if (!isRole(role)) problems.push({ field: 'role', problem: 'missing' });
  if (jobTitle.length > JOB_TITLE_LENGTH) problems.push({ field: 'jobTitle', problem: 'too-long' });
  if (phone === undefined) problems.push({ field: 'phone', problem: 'digits' });
  if (problems.length > 0 || !isRole(role) || phone === undefined) return { ok: false, problems };
  return { ok: true, value: { displayName, role, jobTitle: jobTitle || null, phone } };
}

/** The same with a name to sign in with, which may be left to us. */
export function readNewMember(typed: TypedFacts & { username: string }): Checked<NewMember> {
  const facts = readMemberFacts(typed);
  const username = normaliseUsername(typed.username);
  const problem = username === '' ? null : usernameProblem(username);
  if (facts.ok && problem === null) return { ok: true, value: { ...facts.value, username } };
  return { ok: false, problems: [...(facts.ok ? [] : facts.problems), ...(problem ? [problem] : [])] };
}

/** What people write in the cell of somebody without a telephone. */
const NONE = /^(?:(?:khong|chua)(?: co)?|ko|[-–—]+)$/;

/**
 * "0912 345 678", "(091) 234.5678", "+84 912 345 678" as "0912345678"; null for nothing, undefined for what is no number. Excel drops
 * the first zero of numbers that it takes for numbers: nine digits get it back.
 */
export function readPhone(typed: string): string | null | undefined {
  const digits = NONE.test(fold(typed)) ? '' : squash(typed).replace(/[\s().-]/g, '');
  if (digits === '') return null;
  const national = digits.replace(/^(?:\+|00)84/, '0');
  const whole = /^[1-9]\d{8}$/.test(national) ? `0${national}` : national;
  return /^0\d{8,10}$/.test(whole) ? whole : undefined;
}
