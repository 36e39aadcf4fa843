import type { Kysely } from 'kysely';
import { createSampleSchool, type SampleSchool } from '#server/organisations/create-sample-school.ts';
import type { Clock } from '#server/platform/clock.ts';
import type { Database } from '#server/platform/schema.ts';
import { addSamplePlans } from '#server/plan/add-sample-plans.ts';

/** The sample school with its plans, written by its principal. @throws AppError `organisations.already-set-up` */
export async function openSampleSchool(services: { db: Kysely<Database>; clock: Clock }): Promise<SampleSchool> {
  const sample = await createSampleSchool(services);
  await addSamplePlans({
    ...services,
    schoolId: sample.schoolId,
    role: 'principal',
    user: { id: sample.principalId, displayName: '' },
  });
  return sample;
}
