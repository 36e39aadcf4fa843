import { expect, test } from 'vitest';
import { FixedClock } from '#server/platform/clock.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { changeSchool } from './change-school.ts';
import { createSampleSchool } from './create-sample-school.ts';
import { createSchool } from './create-school.ts';
import { findLoneSample } from './find-lone-sample.ts';
import { findSchool } from './find-school.ts';

const { db } = await useDatabase();
const clock = new FixedClock('2026-11-22T08:00:00+07:00');
const services = { db, clock };

const school = {
  name: 'Trường Mầm non Ổi Hồng',
  type: 'preschool' as const,
  governingBody: 'UBND xã Ví Dụ',
  schoolYear: { start: 2026 },
  place: null,
};
const principal = { displayName: 'Nguyễn Thị Thật', username: 'hieutruong', password: 'mua thu la bay' };
const contextOf = ({ schoolId, principalId }: { schoolId: string; principalId: string }) => ({
  ...services,
  schoolId,
  role: 'principal' as const,
  user: { id: principalId, displayName: '' },
});

test('from the sample school to the own one: under any name, by one of two presses, and never again', async () => {
  const sample = contextOf(await createSampleSchool(services));
  await expect(createSchool(services, { school, principal })).rejects.toMatchObject({
    code: 'organisations.already-set-up',
  });
  const found = await findSchool(sample);
  await changeSchool(sample, { version: found.version, school: { ...school, name: 'Trường Tập Làm' } });
  const beside = await findLoneSample(sample);
  expect(beside).toEqual({ accounts: 5 });

  const tries = await Promise.allSettled([
    createSchool(services, { school, principal, beside }),
    createSchool(services, { school, principal: { ...principal, username: 'nguoikhac' }, beside }),
  ]);
  const made = tries.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  expect(made).toHaveLength(1);
  expect(await findLoneSample(sample)).toBeNull();
  const own = contextOf(made[0]!);
  expect(await findLoneSample(own)).toBeNull();
  expect(await findSchool(own)).toMatchObject({ name: school.name });
  expect(await findSchool(sample)).toMatchObject({ name: 'Trường Tập Làm' });
  await expect(createSchool(services, { school, principal })).rejects.toMatchObject({
    code: 'organisations.already-set-up',
  });
});

test('details are mended once per version; the year goes on and back; the log keeps what was', async () => {
  const own = contextOf(
    await createSchoolBeside({ ...school, schoolYear: { start: 2027 } }, { ...principal, username: 'truong.hai' }),
  );
  const { version } = await findSchool(own);
  const mended = { ...school, name: 'Trường Mầm non Ổi Xanh', governingBody: null, place: 'Ví Dụ' };
  await changeSchool(own, { version, school: mended });
  expect(await findSchool(own)).toEqual({ ...mended, version: version + 1 });
  await expect(changeSchool(own, { version, school })).rejects.toMatchObject({ code: 'organisations.stale' });
  await changeSchool(own, { version: version + 1, school: { ...mended, schoolYear: { start: 2028 } } });
  expect((await findSchool(own)).schoolYear).toEqual({ start: 2028 });
  const entries = await inSchool(db, own.schoolId, (trx) =>
    trx.selectFrom('audit_entry').select('details').where('action', '=', 'organisations.school-changed').execute(),
  );
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries)).toContain(school.name);
});

/** A second real school, which only an import makes in earnest. */
async function createSchoolBeside(details: typeof school, account: typeof principal) {
  const accounts = (await db.selectFrom('user').select('id').execute()).length;
  return createSchool(services, { school: details, principal: account, beside: { accounts } });
}
