import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
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

async function* flow(...parts: (string | Error)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) {
    if (part instanceof Error) throw part;
    yield Buffer.from(part);
  }
}

test('what flows in piece by piece is the same file', async () => {
  expect(await store.put(flow('a', '', 'bc'))).toEqual({ sha256: ABC, size: 3 });
  expect(await readFile(await store.path(ABC), 'utf8')).toBe('abc');
  expect(await kept()).toEqual([ABC]);
});

test('a flow that breaks off leaves nothing behind', async () => {
  await expect(store.put(flow('a', new Error('cut')))).rejects.toThrow('cut');
  expect(await kept()).toEqual([]);
});

test('what an earlier process left unfinished goes away, what is still flowing stays', async () => {
  await mkdir(join(root, 'incoming'));
  await writeFile(join(root, 'incoming', 'x'), 'ab');
  await store.put(Buffer.from('abc'));
  await store.removeUnfinished(60_000);
  expect(await kept()).toContain('x');
  await store.removeUnfinished(0);
  expect(await kept()).toEqual([ABC]);
});
