import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, expect, test, vi } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { ROLES } from '#core/identity/role.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { discardPlan } from '#server/plan/discard-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import type { Context } from '#server/identity/context.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { type Jobs, startJobs } from '#server/platform/jobs.ts';
import { createLog, silentLog } from '#server/platform/log.ts';
import { actingAs } from '#tests/support/acting-as.ts';
import { useDatabase } from '#tests/support/use-database.ts';
import { getUpload, getUploadFile, listUploads } from './get-upload.ts';
import { listUploadsWithPlans } from './list-uploads-with-plans.ts';
import { readDocumentInWorker } from './read-document-in-worker.ts';
import { readForgottenUploads } from './read-forgotten-uploads.ts';
import { readUpload, READ_UPLOAD, type ReadUploadTools } from './read-upload.ts';
import { receiveUpload } from './receive-upload.ts';
import { readUploadAgain } from './read-upload-again.ts';
import { reviewUploadAgain } from './review-upload-again.ts';

const { db, access } = await useDatabase();
const folder = await mkdtemp(join(tmpdir(), 'caitien-files-'));
const files = new LocalFileStore(folder);
const tools: ReadUploadTools = { db, files, clock: { now: () => new Date() }, read: readDocumentInWorker };
const running = new Set<Jobs>();

afterAll(async () => {
  for (const jobs of running) await jobs.stop();
  await rm(folder, { recursive: true, force: true });
});

async function start(): Promise<Jobs> {
  const jobs = await startJobs(access.owner, silentLog);
  running.add(jobs);
  return jobs;
}

async function stop(jobs: Jobs): Promise<void> {
  running.delete(jobs);
  await jobs.stop();
}

const work = (jobs: Jobs) =>
  jobs.work(READ_UPLOAD, (job) => readUpload(tools, job as { schoolId: string; uploadId: string; userId: string }));

const PLAN = `TRƯỜNG MẦM NON NẮNG SỚM
KẾ HOẠCH
Cải tiến chất lượng giáo dục năm học 2025-2026
TT\tTiêu chí\tNội dung cần cải tiến\tBiện pháp\tThời gian\tNgười thực hiện
1\tTiêu chí 1.5\tLớp Chồi 2 đông trẻ\tĐiều chỉnh tuyển sinh\t9/2025\tHiệu trưởng
2\tTiêu chí 3.5\tÍt đồ chơi ngoài trời\tLàm thêm đồ chơi\tHọc kỳ II\tGiáo viên`;

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function read(context: Context, uploadId: string) {
  return vi.waitFor(
    async () => {
      const upload = await getUpload(context, { uploadId });
      expect(['read', 'failed']).toContain(upload.state);
      return upload;
    },
    { timeout: 30_000, interval: 100 },
  );
}

async function fileOf(context: Context, uploadId: string): Promise<Buffer> {
  const { stream, size } = await getUploadFile(context, { uploadId, files });
  const bytes = await buffer(stream);
  expect(size).toBe(bytes.length);
  return bytes;
}

test('a file is kept, read by a job, and waits for review as a plan', async () => {
  const jobs = await start();
  await work(jobs);
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'kế hoạch.txt', bytes: bytesOf(PLAN), files, jobs });
  const upload = await read(context, uploadId);
  expect(upload).toMatchObject({ state: 'read', error: null, fileName: 'kế hoạch.txt' });
  const [summary] = await listPlans(context);
  expect(summary).toMatchObject({ state: 'review', rows: 2, schoolYearStart: 2025 });
  expect(await listUploadsWithPlans(context)).toMatchObject([{ id: uploadId, plan: { id: summary!.id } }]);
  const plan = await getPlan(context, { planId: summary!.id });
  expect(plan.items.map(({ item }) => [item.criterion, item.time.start, item.leads])).toEqual([
    ['1.5', '2025-09', ['Hiệu trưởng']],
    ['3.5', '2026-01', ['Giáo viên']],
  ]);
  expect(new TextDecoder().decode(await fileOf(context, uploadId))).toBe(PLAN);
  await stop(jobs);
});

test('a file that came before the program stopped is read after the next start', async () => {
  const before = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs: before });
  await stop(before);
  const after = await start();
  await work(after);
  expect((await read(context, uploadId)).state).toBe('read');
  await stop(after);
});

test('a file that was kept when its job could not be is read all the same, and one whose job waits gets no other', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const lost = { send: () => Promise.reject(new Error('connection terminated')) };
  const lines: string[] = [];
  const log = createLog('warn', (line) => lines.push(line));
  const forgotten = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs: lost, log });
  expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
    { level: 'error', event: 'upload.job-not-sent', uploadId: forgotten },
  ]);
  await readForgottenUploads(access.owner, jobs);
  const job = { schoolId: context.schoolId, uploadId: forgotten, userId: context.user.id };
  expect(await jobs.has(READ_UPLOAD, job)).toBe(true);
  expect(await readForgottenUploads(access.owner, jobs)).toBe(0);
  await work(jobs);
  expect((await read(context, forgotten)).state).toBe('read');
  await vi.waitFor(async () => expect(await jobs.has(READ_UPLOAD, job)).toBe(false), 10_000);
  expect(await readForgottenUploads(access.owner, jobs)).toBe(0);
  await stop(jobs);
});

test('reading twice makes one plan', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  const job = { schoolId: context.schoolId, uploadId, userId: context.user.id };
  await readUpload(tools, job);
  await readUpload(tools, job);
  expect(await listPlans(context)).toHaveLength(1);
  await stop(jobs);
});

test('a file whose reading was stopped by a busy computer is read again, once for all who ask; a locked one is not', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  const job = { schoolId: context.schoolId, uploadId, userId: context.user.id };
  const stopped = (code: 'document.timeout' | 'document.encrypted') => () => Promise.reject(new AppError(code));
  await readUpload({ ...tools, read: stopped('document.timeout') }, job);
  expect(await getUpload(context, { uploadId })).toMatchObject({ state: 'failed' });
  const sent: unknown[] = [];
  const noted = { send: async (_queue: string, what: object) => void sent.push(what) };
  await Promise.all([1, 2].map(() => readUploadAgain(context, { uploadId, jobs: noted })));
  expect(sent).toEqual([job]);
  expect(await getUpload(context, { uploadId })).toMatchObject({ state: 'received', error: null });
  await readUpload({ ...tools, read: stopped('document.encrypted') }, job);
  await expect(readUploadAgain(context, { uploadId, jobs: noted })).rejects.toMatchObject({
    code: 'upload.not-worth-reading-again',
  });
  expect(sent).toHaveLength(1);
  await stop(jobs);
});

test('two people who lay a file out for review again get the same plan', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  await readUpload(tools, { schoolId: context.schoolId, uploadId, userId: context.user.id });
  for (const { id: planId } of await listPlans(context)) await discardPlan(context, { planId });
  const plans = await Promise.all([1, 2, 3].map(() => reviewUploadAgain(context, { uploadId })));
  expect(new Set(plans).size).toBe(1);
  await stop(jobs);
});

test('two jobs that read the same file at once make one plan, and the slower one changes nothing any more', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  const job = { schoolId: context.schoolId, uploadId, userId: context.user.id };
  let arrived = 0;
  let go = (): void => {};
  const bothRead = new Promise<void>((resolve) => (go = resolve));
  const together: ReadUploadTools['read'] = async (...args) => {
    const result = await readDocumentInWorker(...args);
    if (++arrived === 2) go();
    await bothRead;
    return result;
  };
  const late: ReadUploadTools['read'] = async (_path, _name, report) => {
    await vi.waitFor(async () => expect((await getUpload(context, { uploadId })).state).toBe('read'), 30_000);
    report({ step: 'page', done: 1, total: 2 });
    throw new AppError('document.timeout');
  };
  await Promise.all([together, together, late].map((read) => readUpload({ ...tools, read }, job)));
  expect(await listPlans(context)).toHaveLength(1);
  expect(await getUpload(context, { uploadId })).toMatchObject({ state: 'read', error: null, progress: null });
  await stop(jobs);
});

test('what cannot be read is told in words, the file is kept, and there is no plan', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919) % 251);
  const uploadId = await receiveUpload(context, { fileName: 'a.docx', bytes: noise, files, jobs });
  await readUpload(tools, { schoolId: context.schoolId, uploadId, userId: context.user.id });
  const upload = await getUpload(context, { uploadId });
  expect(upload.state).toBe('failed');
  expect(upload.error?.code).toMatch(/^document\./);
  expect(await listPlans(context)).toEqual([]);
  expect(await fileOf(context, uploadId)).toEqual(Buffer.from(noise));
  await stop(jobs);
});

test('a reader that breaks is a failure that the person sees, and the log too', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  const broken = { ...tools, read: () => Promise.reject(new TypeError('x is not a function')) };
  const job = { schoolId: context.schoolId, uploadId, userId: context.user.id };
  await expect(readUpload(broken, job)).rejects.toThrow('x is not a function');
  expect(await getUpload(context, { uploadId })).toMatchObject({
    state: 'failed',
    error: { code: 'document.reader-failed' },
  });
  await stop(jobs);
});

test('an empty file and a file that is too large are refused before anything is kept', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const receive = (bytes: Uint8Array) => receiveUpload(context, { fileName: 'a.txt', bytes, files, jobs });
  await expect(receive(new Uint8Array())).rejects.toMatchObject({ code: 'document.empty' });
  await expect(receive(new Uint8Array(201 * 1024 * 1024))).rejects.toMatchObject({ code: 'document.too-large' });
  expect(await listUploads(context)).toEqual([]);
  await stop(jobs);
});

test('another school finds neither the upload nor its file, whatever the role', async () => {
  const jobs = await start();
  const context = await actingAs(db);
  const uploadId = await receiveUpload(context, { fileName: 'a.txt', bytes: bytesOf(PLAN), files, jobs });
  for (const role of ROLES) {
    const stranger = await actingAs(db, { role });
    const refused = { code: expect.stringMatching(/not-found$|not-allowed$/) };
    await expect(getUpload(stranger, { uploadId })).rejects.toMatchObject(refused);
    await expect(getUploadFile(stranger, { uploadId, files })).rejects.toMatchObject(refused);
    if (isAllowed(role, 'upload.view')) expect(await listUploads(stranger)).toEqual([]);
    const receive = receiveUpload(stranger, { fileName: 'a.txt', bytes: bytesOf('x'), files, jobs });
    if (!isAllowed(role, 'upload.create'))
      await expect(receive).rejects.toMatchObject({ code: 'identity.not-allowed' });
    else await receive;
  }
  await stop(jobs);
});
