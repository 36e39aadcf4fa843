import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface RunningProduct {
  /** Address of the built product, and of the bare page of the same rows. */
  origin: string;
  bare: string;
  planId: string;
  /** Of the principal, signed in. */
  cookie: string;
  stop(): Promise<void>;
}

interface Ready {
  product: number;
  bare: number;
  planId: string;
  username: string;
  password: string;
}

/** `serve-plan-page.ts` in a process of its own with a data directory of its own, removed when it stops. */
export async function startProduct(): Promise<RunningProduct> {
  const directory = await mkdtemp(join(tmpdir(), 'caitien-bench-'));
  const settings = { PORT: '0', HOST: '127.0.0.1', CAITIEN_DATA: directory, CAITIEN_LOG: 'warn', DATABASE_URL: '' };
  const child = spawn(process.execPath, [join(import.meta.dirname, 'serve-plan-page.ts')], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = await new Promise<Ready>((resolve, reject) => {
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const line = /^ready (.*)\n/m.exec(said)?.[1];
      if (line !== undefined) resolve(JSON.parse(line) as Ready);
    });
    void ended.then((code) => reject(new Error(`the product ended with ${code}`)));
  });
  const origin = `http://localhost:${ready.product}`;
  return {
    origin,
    bare: `http://localhost:${ready.bare}`,
    planId: ready.planId,
    cookie: await signIn(origin, ready),
    async stop() {
      child.kill('SIGTERM');
      await ended;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** @returns the cookies of somebody who has signed in */
export async function signIn(
  origin: string,
  { username, password }: { username: string; password: string },
): Promise<string> {
  const body = new URLSearchParams({ username, password });
  const headers = { origin, accept: 'text/html' };
  const answer = await fetch(`${origin}/sign-in`, { method: 'POST', body, headers, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`not signed in: ${answer.status}`);
  return answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
}
