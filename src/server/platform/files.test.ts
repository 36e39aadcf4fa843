import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { LocalFileStore } from './files.ts';

const ABC = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
let root: string;
let store: LocalFileStore;

beforeEach(async ({ onTestFinished }) => {
  root = await mkdtemp(join(tmpdir(), 'caitien-files-'));
  store = new LocalFileStore(root);
  onTestFinished(() => rm(root, { recursive: true, force: true }));
});

const kept = async (): Promise<string[]> =>
  (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((file) => file.isFile())
    .map((file) => file.name);

test('bytes come back under their hash and are kept once', async () => {
  const puts = await Promise.all([1, 2, 3].map(() => store.put(Buffer.from('abc'))));
  expect(new Set(puts.map(({ sha256, size }) => `${sha256} ${size}`))).toEqual(new Set([`${ABC} 3`]));
  expect(await kept()).toEqual([ABC]);
  expect((await store.get(ABC)).toString()).toBe('abc');
  expect(await store.has(ABC)).toBe(true);
});

test('damage is noticed, and storing the bytes again mends a file cut short', async () => {
  await store.put(Buffer.from('abc'));
  const path = join(root, ABC.slice(0, 2), ABC.slice(2, 4), ABC);
  await writeFile(path, 'abd');
  await expect(store.get(ABC)).rejects.toMatchObject({ code: 'files.damaged' });
  await writeFile(path, 'a');
  await store.put(Buffer.from('abc'));
  expect((await store.get(ABC)).toString()).toBe('abc');
});

test.each([ABC, '../../etc/passwd', ABC.toUpperCase()])('missing: %s', async (name) => {
  await expect(store.get(name)).rejects.toMatchObject({ code: 'files.missing' });
  await expect(store.stream(name)).rejects.toMatchObject({ code: 'files.missing' });
});
