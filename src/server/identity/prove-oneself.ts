import { readTypedCode } from '#core/identity/typed-code.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import type { Context } from './context.ts';
import { isOwnPassword } from './is-own-password.ts';
import { countSignIn, forgetSignIn } from './limit-sign-in.ts';
import type { Seal } from './seal.ts';
import { type SecondFactor, takeCode } from './second-factor-store.ts';

/** What somebody types who changes how they sign in: they may not be the one who sits at the computer. */
export interface Proof {
  seal: Seal;
  username: string;
  password: string;
  code: string;
  /** Network address, for the limit on guesses. */
  address: string;
}

/**
 * Password and code, checked and counted together; the code is used up only with the right password.
 * @returns what is wrong; null when both are right
 * @throws AppError `identity.too-many-attempts`
 */
export async function proveOneself(
  factor: SecondFactor,
  context: Context,
  { seal, username, password, code, address }: Proof,
): Promise<FieldProblem | null> {
  const typed = readTypedCode(code);
  if (typed === null) return { field: 'code', problem: 'shape' };
  const attempt = { username, address };
  await countSignIn(context, attempt);
  // Counted by themselves, too: whoever knows the password could make the other count begin anew by signing in with it.
  const guess = { username: `code ${context.user.id}`, address };
  await countSignIn(context, guess);
  if (!(await isOwnPassword(context, password))) return { field: 'password', problem: 'wrong' };
  const { db, user, clock } = context;
  const taken = await takeCode({ db, seal }, { userId: user.id, factor, typed, now: clock.now() });
  if (taken !== 'right') return { field: 'code', problem: taken };
  await forgetSignIn(db, attempt);
  await forgetSignIn(db, guess);
  return null;
}
