import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { Role } from '#core/identity/role.ts';
import { schoolYearAt } from '#core/organisations/school-year-at.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { createAccount } from '#server/identity/create-account.ts';
import type { Clock } from '#server/platform/clock.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import type { Database } from '#server/platform/schema.ts';
import { type CreatedSchool, createSchool } from './create-school.ts';

/** People who do not exist. */
const COLLEAGUES: readonly { role: Role; username: string; displayName: string }[] = [
  { role: 'deputy', username: 'pho.mau', displayName: 'Trần Thị Mẫu' },
  { role: 'secretary', username: 'thuky.mau', displayName: 'Lê Thị Ví Dụ' },
  { role: 'monitor', username: 'giamsat.mau', displayName: 'Phạm Văn Thử' },
  { role: 'staff', username: 'giaovien.mau', displayName: 'Hoàng Thị Mẫu Mực' },
];

const PRINCIPAL = { username: 'hieutruong.mau', displayName: 'Nguyễn Thị Thí Dụ' };

export interface SampleSchool extends CreatedSchool {
  username: string;
  accounts: { role: Role; username: string; displayName: string }[];
  /** Made for this installation; one for all sample accounts. */
  password: string;
}

/**
 * A school to look around in, plainly not a real one, with an account of each kind. The password is made anew each time: an
 * installation on a network must not be open to everybody who has read this file.
 * @throws AppError `organisations.already-set-up`
 */
export async function createSampleSchool(services: { db: Kysely<Database>; clock: Clock }): Promise<SampleSchool> {
  const password = randomBytes(9).toString('base64url');
  const now = services.clock.now();
  const created = await createSchool(services, {
    sample: true,
    principal: { ...PRINCIPAL, password },
    school: {
      name: 'Trường Mầm non Nắng Sớm',
      type: 'preschool',
      governingBody: 'UBND xã Đồng Nắng',
      schoolYear: schoolYearAt(now),
      place: 'Đồng Nắng',
    },
  });
  await inSchool(services.db, created.schoolId, async (trx) => {
    for (const { role, username, displayName } of COLLEAGUES) {
      const userId = await createAccount(trx, { account: { displayName, username, password }, role, now });
      await recordAudit(trx, {
        at: now,
        actorId: created.principalId,
        action: 'identity.account-created',
        subjectType: 'user',
        subjectId: userId,
        details: { role },
      });
    }
  });
  return {
    ...created,
    username: PRINCIPAL.username,
    password,
    accounts: [{ role: 'principal', ...PRINCIPAL }, ...COLLEAGUES],
  };
}
