import { AppError } from '#core/kernel/app-error.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Context } from './context.ts';
import { dropSecondFactor } from './drop-second-factor.ts';
import { type Proof, proveOneself } from './prove-oneself.ts';
import { recordOfPerson } from './record-of-person.ts';
import { findSecondFactor } from './second-factor-store.ts';

/**
 * Switches the person's own second step off.
 * @returns what is wrong with what was typed; null when it is done
 * @throws AppError `identity.second-factor.off`, `identity.too-many-attempts`
 */
export async function endSecondFactor(context: Context, proof: Proof): Promise<FieldProblem | null> {
  const { db, user, clock, schoolId } = context;
  const factor = await findSecondFactor({ db, seal: proof.seal }, user.id);
  if (!factor?.verified) throw new AppError('identity.second-factor.off');
  const problem = await proveOneself(factor, context, proof);
  if (problem) return problem;
  const action = 'identity.second-factor-off';
  await inSchool(db, schoolId, (trx) =>
    dropSecondFactor(trx, { userId: user.id, by: user.id, at: clock.now(), action, details: {} }),
  );
  await recordOfPerson(context, { userId: user.id, actorId: user.id, action, but: schoolId });
  return null;
}
