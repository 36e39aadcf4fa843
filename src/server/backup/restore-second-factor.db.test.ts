import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeal } from '#server/identity/seal.ts';
import { findSecondFactor } from '#server/identity/second-factor-store.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import { migrate } from '#server/platform/migrate.ts';
import { aColleague, aSchool } from '#tests/support/factories.ts';
import { useDatabase, useEmptyDatabase } from '#tests/support/use-database.ts';
import { checkArchive } from './check-archive.ts';
import { restoreBackup } from './restore-backup.ts';
import { writeBackup } from './write-backup.ts';

/** Two-step sign-in, on a machine with another secret than the one where the backup was made. */

const HERE = 'the secret of the machine that was, long enough';
const THERE = 'the secret of the machine that is, long enough';
const CODES = ['abcde-fghij', 'klmno-pqrst'];

const { db, owner, access } = await useDatabase();
const emptyOwner = await useEmptyDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-second-'));
const files = new LocalFileStore(join(folder, 'files'));
const target = { owner: emptyOwner, files, dataDirectory: join(folder, 'target') };
let userId: string;

beforeAll(async () => {
  await writeFile(join(folder, 'secret'), `${HERE}\n`);
  userId = await aColleague(db, { schoolId: await aSchool(db), username: 'mai.anh', displayName: 'Trần Thị Mai Anh' });
  const [secret, backupCodes] = await Promise.all(
    ['KEY', JSON.stringify(CODES)].map((text) => createSeal(HERE).close(text)),
  );
  await owner
    .insertInto('twoFactor')
    .values({ id: newId(), userId, secret, backupCodes, verified: true } as never)
    .execute();
  await migrate(emptyOwner);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function restored(made: { withSecret: boolean }, ownSecret: string | null) {
  const path = join(folder, `${newId()}.zip`);
  const secretFile = made.withSecret ? join(folder, 'secret') : null;
  const { manifest } = await writeBackup({ owner: access.owner, files, secretFile }, { path, now: new Date() });
  const { reader } = await checkArchive(path);
  try {
    return await restoreBackup({ ...target, ownSecret }, { manifest, reader }, { replace: true });
  } finally {
    await reader.close();
  }
}

async function openedWith(secret: string) {
  const there = createDatabase(createPool({ ...access.app, database: emptyOwner.database! }, 1));
  return findSecondFactor({ db: there, seal: createSeal(secret) }, userId).finally(() => there.destroy());
}

test('the secret came along: phone and recovery codes work, under the secret of the new machine', async () => {
  expect(await restored({ withSecret: true }, THERE)).toEqual({ withoutSecondFactor: [] });
  expect(await openedWith(THERE)).toMatchObject({ secret: 'KEY', recoveryCodes: CODES });
  await expect(openedWith(HERE)).rejects.toMatchObject({ code: 'identity.second-factor-unreadable' });
});

test('the secret came along and is used from then on', async () => {
  expect(await restored({ withSecret: true }, null)).toEqual({ withoutSecondFactor: [] });
  expect(await openedWith(HERE)).toMatchObject({ secret: 'KEY', recoveryCodes: CODES });
});

test('the secret is not in the backup: whoever is locked out is named, and the same secret opens all of it', async () => {
  expect(await restored({ withSecret: false }, THERE)).toEqual({ withoutSecondFactor: ['mai.anh'] });
  await expect(openedWith(THERE)).rejects.toMatchObject({ code: 'identity.second-factor-unreadable' });
  expect(await openedWith(HERE)).toMatchObject({ secret: 'KEY' });
  expect(await restored({ withSecret: false }, HERE)).toEqual({ withoutSecondFactor: [] });
});
