import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { askRunning, type ControlHandler, openControl } from './control.ts';

let directory: string;

beforeEach(async ({ onTestFinished }) => {
  directory = await mkdtemp(join(tmpdir(), 'caitien-data-'));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
});

const handle: ControlHandler = async ({ command, options }, report) => {
  if (command === 'refuse') throw new AppError('backup.exists', { path: 'x' });
  if (command === 'crash') throw new Error('words that somebody typed');
  report({ done: 1 });
  return { command, ...options };
};
const ask = (command: string, heard: unknown[] = []) =>
  askRunning(directory, { command, options: { path: 'ế' } }, (progress) => heard.push(progress));

test('asked, it reports and answers; closed, it is not there', async () => {
  const control = await openControl(directory, handle);
  const heard: unknown[] = [];
  expect(await ask('do', heard)).toEqual({ result: { command: 'do', path: 'ế' } });
  expect(heard).toEqual([{ done: 1 }]);
  expect((await stat(join(directory, 'control.json'))).mode & 0o077).toBe(0);
  await control.close();
  expect(await ask('do')).toBeNull();
});

test('errors come over by their code; what nobody foresaw without its words', async () => {
  const control = await openControl(directory, handle);
  await expect(ask('refuse')).rejects.toMatchObject({ code: 'backup.exists', details: { path: 'x' } });
  await expect(ask('crash')).rejects.toMatchObject({ code: 'backup.failed', details: {} });
  await control.close();
});

test('nobody runs, or what ran was killed', async () => {
  expect(await ask('do')).toBeNull();
  await writeFile(join(directory, 'control.json'), JSON.stringify({ path: join(directory, 'gone'), token: 'x' }));
  expect(await ask('do')).toBeNull();
});

test('without the token nothing is done', async () => {
  let done = 0;
  const control = await openControl(directory, async () => (done += 1));
  const { path } = JSON.parse(await readFile(join(directory, 'control.json'), 'utf8')) as { path: string };
  for (const words of ['{"token":"guess","command":"do","options":{}}', '{}', 'null', 'x'.repeat(1000)]) {
    const socket = createConnection(path);
    socket.on('error', () => undefined);
    socket.write(`${words}\n`);
    await new Promise((resolve) => socket.once('close', resolve).resume());
  }
  expect(done).toBe(0);
  await control.close();
});
