import type { Checked, FieldProblem } from '#core/kernel/field-problem.ts';
import { plain, typedLine } from '#core/kernel/text.ts';

export interface NewAccount {
  /** As people are called, "Nguyễn Thị Hoa". */
  displayName: string;
  /** Lower case: letters without marks, digits, ".", "_", "-". A phone number is one too. */
  username: string;
  password: string;
}

export const USERNAME_LENGTH = { min: 3, max: 30 } as const;
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const;
const NAME_LENGTH = 100;

const EASY_PASSWORDS = new Set([
  '12345678',
  '123456789',
  '1234567890',
  'password',
  'matkhau',
  'matkhau123',
  'qwertyui',
  '88888888',
  '11111111',
]);

/** Reads what a person typed for a new account; every problem at once, so that a form is mended in one go. */
export function readNewAccount(typed: {
  displayName: string;
  username: string;
  password: string;
}): Checked<NewAccount> {
  const displayName = typedLine(typed.displayName);
  const username = normaliseUsername(typed.username);
  const password = normalisePassword(typed.password);
  const problems = [nameProblem(displayName), usernameProblem(username), passwordProblem(password, username)].filter(
    (problem) => problem !== null,
  );
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: { displayName, username, password } };
}

/** As stored and compared: "HoaNT " is "hoant", and a telephone number is one however it is set: "+84 912 345 678" is "0912345678". */
export function normaliseUsername(typed: string): string {
  const name = plain(typed);
  return /^(0|\+84)[\d ]+$/.test(name) ? name.replaceAll(' ', '').replace(/^\+840?/, '0') : name;
}

/** As hashed and compared: two keyboards may write the same letter differently. */
export function normalisePassword(typed: string): string {
  return typed.normalize('NFKC');
}

export function isUsername(text: string): boolean {
  return usernameProblem(text) === null;
}

export function nameProblem(name: string): FieldProblem | null {
  if (name === '') return { field: 'displayName', problem: 'missing' };
  return name.length > NAME_LENGTH ? { field: 'displayName', problem: 'too-long' } : null;
}

export function usernameProblem(username: string): FieldProblem | null {
  const field = 'username';
  if (username === '') return { field, problem: 'missing' };
  if (!/^[a-z0-9._-]+$/.test(username)) return { field, problem: 'letters' };
  if (username.length < USERNAME_LENGTH.min) return { field, problem: 'too-short' };
  return username.length > USERNAME_LENGTH.max ? { field, problem: 'too-long' } : null;
}

/** Of a password as it is kept (NFKC). */
export function passwordProblem(password: string, username: string): FieldProblem | null {
  const field = 'password';
  if (password === '') return { field, problem: 'missing' };
  if (password.length < PASSWORD_LENGTH.min) return { field, problem: 'too-short' };
  if (password.length > PASSWORD_LENGTH.max) return { field, problem: 'too-long' };
  const lower = password.toLowerCase();
  const easy = EASY_PASSWORDS.has(lower) || /^(.)\1+$/u.test(lower) || (username !== '' && lower === username);
  return easy ? { field, problem: 'easy' } : null;
}
