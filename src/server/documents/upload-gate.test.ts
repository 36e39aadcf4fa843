import { expect, test } from 'vitest';
import { throughUploadGate } from './upload-gate.ts';

test('a school has eight places, and leaves room for others', async () => {
  let open = (): void => {};
  const waiting = new Promise<void>((resolve) => (open = resolve));
  const going = Array.from({ length: 8 }, () => throughUploadGate('a', () => waiting));
  const refused = { code: 'upload.too-many-at-once' };
  await expect(throughUploadGate('a', () => waiting)).rejects.toMatchObject(refused);
  going.push(
    ...['b', 'c'].flatMap((school) => Array.from({ length: 8 }, () => throughUploadGate(school, () => waiting))),
  );
  await expect(throughUploadGate('d', () => waiting)).rejects.toMatchObject(refused);
  open();
  await Promise.all(going);
  expect(await throughUploadGate('a', () => Promise.resolve('in'))).toBe('in');
});

test('a failure gives the place back', async () => {
  for (let round = 0; round < 20; round++)
    await expect(throughUploadGate('a', () => Promise.reject(new Error('cut')))).rejects.toThrow('cut');
  expect(await throughUploadGate('a', () => Promise.resolve('in'))).toBe('in');
});
