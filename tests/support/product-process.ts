import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const PROGRAM = join(import.meta.dirname, 'write-until-killed.ts');

/** `write-until-killed.ts`, running. */
export interface WritingProcess {
  /** Ids whose commit was acknowledged so far. */
  acknowledged: string[];
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Resolves once `count` rows have been acknowledged. */
export async function startWriting(dataDirectory: string, count: number): Promise<WritingProcess> {
  const env = { ...process.env, CAITIEN_DATA: dataDirectory, DATABASE_URL: '' };
  const child = spawn(process.execPath, [PROGRAM], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const acknowledged: string[] = [];
  let errors = '';
  let rest = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    acknowledged.push(...lines.filter((line) => line !== 'ready'));
  });
  const ended = endOf(child);
  await until(() => acknowledged.length >= count || child.exitCode !== null, 30_000);
  if (child.exitCode !== null) throw new Error(`ended early: ${errors}`);
  const kill = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { acknowledged, kill };
}

/** Process number of the server on a cluster. */
export async function serverPid(dataDirectory: string): Promise<number> {
  const text = await readFile(join(dataDirectory, 'postgres/postmaster.pid'), 'utf8');
  return Number(text.split('\n')[0]);
}

/** Looks every 10 ms. @throws when it is not so after `limit` milliseconds */
export async function until(holds: () => boolean | Promise<boolean>, limit: number): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${limit} ms`);
    await sleep(10);
  }
}

function endOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.once('close', () => resolve()));
}
