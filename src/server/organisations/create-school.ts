import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { NewAccount } from '#core/identity/new-account.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { NewSchool } from '#core/organisations/new-school.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { createAccount } from '#server/identity/create-account.ts';
import type { Clock } from '#server/platform/clock.ts';
import { newId } from '#server/platform/ids.ts';
import { inSchool, type SchoolTransaction } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';

export interface CreatedSchool {
  schoolId: string;
  principalId: string;
}

/**
 * The first school of an installation with its principal: the one use case without a permission, because there is nobody yet
 * who could have one. It works once, and once more beside the sample school for whoever has looked around there.
 * @param options.beside what `findLoneSample` has found
 * @throws AppError `organisations.already-set-up` when anybody else has an account
 */
export async function createSchool(
  services: { db: Kysely<Database>; clock: Clock },
  options: { school: NewSchool; principal: NewAccount; sample?: boolean; beside?: { accounts: number } | null },
): Promise<CreatedSchool> {
  const schoolId = newId();
  const now = services.clock.now();
  return inSchool(services.db, schoolId, async (trx) => {
    await refuseSecondSetUp(trx, options.beside?.accounts ?? 0);
    await writeSchool(trx, options.school, now);
    const principalId = await createAccount(trx, { account: options.principal, role: 'principal', now });
    await recordAudit(trx, {
      at: now,
      actorId: principalId,
      action: 'organisations.school-created',
      subjectType: 'school',
      subjectId: schoolId,
      details: { schoolType: options.school.type, sample: options.sample ?? false },
    });
    return { schoolId, principalId };
  });
}

/** The lock makes two people who press the button at once get one school. */
async function refuseSecondSetUp(trx: SchoolTransaction, known: number): Promise<void> {
  await sql`LOCK TABLE "user" IN SHARE ROW EXCLUSIVE MODE`.execute(trx);
  const accounts = await trx
    .selectFrom('user')
    .select('id')
    .limit(known + 1)
    .execute();
  if (accounts.length !== known) throw new AppError('organisations.already-set-up');
}

async function writeSchool(trx: SchoolTransaction, school: NewSchool, now: Date): Promise<void> {
  await trx
    .insertInto('school')
    .values({
      school_id: trx.schoolId,
      name: school.name,
      school_type: school.type,
      governing_body: school.governingBody,
      place: school.place,
      created_at: now,
      updated_at: now,
    })
    .execute();
  await trx
    .insertInto('school_year')
    .values({ school_id: trx.schoolId, start: school.schoolYear.start, created_at: now })
    .execute();
}
