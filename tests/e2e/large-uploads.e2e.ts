import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { HOSTILE_FILES, MEGABYTE } from '../samples/files/hostile-files.ts';
import { Person } from '../security/person.ts';
import { PASSWORD, usernameOf } from '../security/seed.ts';
import { type RunningApp, startApp } from '../support/browser.ts';
import { until } from '../support/product-process.ts';

/** Files as large and as bad as they come, over HTTP, against the running product. */
let app: RunningApp;
let person: Person;

beforeAll(async () => {
  app = await startApp({ program: 'tests/security/serve-two-schools.ts' });
  person = new Person(app.url);
  await person.signIn(usernameOf('first', 'secretary'), PASSWORD);
});
afterAll(() => app.stop());

const LIMIT = 200 * MEGABYTE;
const TOO_LARGE = 'Tệp lớn hơn 200\u00A0MB';
const CHUNK = Buffer.alloc(MEGABYTE / 4, 'a\u0000');

interface Sending {
  path?: string;
  headers?: Record<string, string>;
  before?: string | Uint8Array;
  /** Bytes between `before` and `after`. */
  size: number;
  after?: string;
  /** Ends the connection after so many bytes. */
  cutAt?: number;
}

/**
 * Sends as fast as the product takes it, without holding the body in memory. On a connection of its own: one that was kept open may be
 * closed by the server in the very moment in which it is written to.
 */
function send({ path, headers, before = '', size, after = '', cutAt = Infinity }: Sending) {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const cookie = [...person.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const common = { origin: app.url, cookie, accept: 'application/json' };
    const agent = new Agent({ keepAlive: true });
    const target = new URL(path ?? '/uploads/receive?name=lon.docx', app.url);
    const sent = request(target, { method: 'POST', agent, headers: { ...common, ...headers } }, (answer) => {
      let text = '';
      answer.on('data', (chunk: Buffer) => (text += chunk.toString()));
      answer.on('end', () => {
        agent.destroy();
        resolve({ status: answer.statusCode ?? 0, text });
      });
    });
    sent.once('error', reject);
    sent.write(before);
    let left = size;
    const more = (): void => {
      while (left > 0) {
        if (size - left >= cutAt) return void sent.destroy(new Error('cut'));
        const chunk = CHUNK.subarray(0, Math.min(left, CHUNK.length));
        left -= chunk.length;
        if (!sent.write(chunk)) return void sent.once('drain', more);
      }
      sent.end(after);
    };
    more();
  });
}

const withLength = (size: number): Sending => ({ size, headers: { 'content-length': String(size) } });

function asForm(name: string, size: number): Sending {
  return {
    path: '/uploads?/upload',
    headers: { 'content-type': 'multipart/form-data; boundary=grenze', accept: 'text/html' },
    before: `--grenze\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\n\r\n`,
    size,
    after: '\r\n--grenze--\r\n',
  };
}

const residentMegabytes = (): number =>
  Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${app.pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;

const unfinished = (): string[] => {
  const folder = join(app.dataDirectory, 'files/incoming');
  return readdirSync(folder);
};

/** Answers of the product while `work` goes on, and what its memory came to. */
async function watched<T>(work: Promise<T>): Promise<{ result: T; slowest: number; median: number; grown: number }> {
  const before = residentMegabytes();
  const waits: number[] = [];
  let [peak, going] = [before, true];
  const result = work.finally(() => (going = false));
  while (going) {
    const start = performance.now();
    expect((await person.ask('/plans')).status).toBe(200);
    waits.push(performance.now() - start);
    peak = Math.max(peak, residentMegabytes());
    await sleep(20);
  }
  waits.sort((a, b) => a - b);
  return { result: await result, slowest: waits.at(-1)!, median: waits[waits.length >> 1]!, grown: peak - before };
}

async function cards(): Promise<string> {
  await until(async () => !(await person.ask('/uploads/state')).text.includes('"busy":true'), 100_000);
  return (await person.ask('/uploads')).text;
}

test('while 200 MB flow in others are answered at once, and memory stays as it was', async () => {
  await watched(send(withLength(8 * MEGABYTE)));
  const { result, slowest, median, grown } = await watched(send(withLength(LIMIT)));
  expect(result.status).toBe(201);
  process.stdout.write(
    `200 MB: median answer ${median.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms, memory +${grown.toFixed(0)} MB\n`,
  );
  // Two busy cores answered half of the questions in 28 ms, all in 1.3 s, with 145 MB; held in memory a file cost 5 s and 750 MB.
  expect(median).toBeLessThan(500);
  expect(slowest).toBeLessThan(3_000);
  expect(grown).toBeLessThan(300);
  // Reading it goes on in another process; that holds nobody up either.
  const reading = await watched(cards());
  expect(reading.result).toContain('lon.docx');
  expect(reading.median).toBeLessThan(500);
  expect(reading.grown).toBeLessThan(300);
});

test('one byte more is told, however it comes', async () => {
  const told = await send(withLength(LIMIT + 1));
  expect([told.status, told.text.includes(TOO_LARGE)]).toEqual([413, true]);
  const unsaid = await send({ size: LIMIT + 1, headers: { 'transfer-encoding': 'chunked' } });
  expect([unsaid.status, unsaid.text.includes(TOO_LARGE)]).toEqual([413, true]);
  const form = await send(asForm('qua lon.docx', LIMIT + 1));
  expect([form.status, form.text.includes(TOO_LARGE)]).toEqual([400, true]);
  expect(await cards()).not.toContain('card-title">qua lon.docx');
  expect(unfinished()).toEqual([]);
});

test('exactly 200 MB in a form are taken', async () => {
  expect((await send(asForm('vua du.docx', LIMIT))).status).toBe(303);
  expect(await cards()).toContain('vua du.docx');
  const hash = createHash('sha256');
  for (let left = LIMIT; left > 0; left -= CHUNK.length) hash.update(CHUNK);
  const sha256 = hash.digest('hex');
  expect(readdirSync(join(app.dataDirectory, 'files', sha256.slice(0, 2), sha256.slice(2, 4)))).toEqual([sha256]);
});

test('a connection that is cut leaves nothing behind', async () => {
  for (const sending of [{ ...withLength(LIMIT), path: '/uploads/receive?name=dut.docx' }, asForm('dut.docx', LIMIT)])
    await expect(send({ ...sending, cutAt: 20 * MEGABYTE })).rejects.toThrow('cut');
  await until(() => unfinished().length === 0, 10_000);
  expect(await cards()).not.toContain('dut.docx');
  expect(app.output()).not.toContain('web.failed');
});

test('each hostile file ends in a clear sentence on the page', async () => {
  const told = new Map<string, string>();
  for (const [what, name, make] of HOSTILE_FILES) {
    const bytes = make();
    if (bytes.length > 100 * MEGABYTE) continue;
    const file = `${what}.${name.split('.')[1]}`;
    const path = `/uploads/receive?name=${encodeURIComponent(file)}`;
    const answer = await send({ ...withLength(bytes.length), path, before: bytes, size: 0 });
    told.set(file, answer.status === 201 ? '' : answer.text);
  }
  const entries = (await cards()).split('<li').filter((entry) => entry.includes('data-id='));
  for (const [file, refusal] of told) {
    expect(refusal || entries.find((entry) => entry.includes(file)), file).toMatch(SENTENCES);
  }
  expect(told.size).toBeGreaterThan(10);
});

/** What a person is told about a file that cannot be read: `error.document.*`. */
const SENTENCES =
  /Tệp rỗng|bị hỏng|có mật khẩu|không phải vậy|chưa đọc được loại tệp này|dữ liệu lớn bất thường|nhiều hơn 500 trang|Không tìm thấy dòng chữ/;
