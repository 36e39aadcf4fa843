import { buffer } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { eachIncomingFile, type IncomingFile } from './incoming-files.ts';

const URL = 'http://x.invalid/uploads';

function formOf(files: Record<string, string>): Request {
  const body = new FormData();
  body.append('words', 'beside');
  for (const [name, content] of Object.entries(files)) body.append('files', new File([content], name));
  return new Request(URL, { method: 'POST', body });
}

async function taken(request: Request, most = 10): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  await eachIncomingFile(request, most, async ({ name, bytes }) => {
    found[name] = (await buffer(bytes)).length;
  });
  return found;
}

/** The first bytes of a form with a large file, and then what `more` does. */
async function broken(more: (controller: ReadableStreamDefaultController<Uint8Array>) => void): Promise<Request> {
  const whole = formOf({ 'a.txt': 'x'.repeat(500_000) });
  const type = whole.headers.get('content-type')!;
  const bytes = new Uint8Array(await whole.arrayBuffer());
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, 300_000)),
    pull: more,
  });
  const sent = { method: 'POST', body, headers: { 'content-type': type }, duplex: 'half' };
  return new Request(URL, sent as RequestInit);
}

test('each file with its name, whole', async () => {
  const files = { 'kế hoạch năm học.docx': 'x'.repeat(700_000), 'Đỗ.txt': '', 'c (2).pdf': 'xyz' };
  expect(await taken(formOf(files))).toEqual({ 'kế hoạch năm học.docx': 700_000, 'Đỗ.txt': 0, 'c (2).pdf': 3 });
});

test('an input that was left empty is no file; neither is another kind of form', async () => {
  expect(await eachIncomingFile(formOf({ '': '' }), 10, () => Promise.reject(new Error('taken')))).toBe(0);
  const other = new Request(URL, { method: 'POST', body: new URLSearchParams({ a: 'b' }) });
  expect(await taken(other)).toEqual({});
});

test('a file that nobody wants to read to its end flows by, and the next one comes', async () => {
  const seen: string[] = [];
  const take = async ({ name, bytes }: IncomingFile): Promise<void> => {
    seen.push(name);
    for await (const chunk of bytes) if (chunk.length > 0) return;
  };
  expect(await eachIncomingFile(formOf({ a: 'x'.repeat(900_000), b: 'y' }), 10, take)).toBe(2);
  expect(seen).toEqual(['a', 'b']);
});

test('what goes wrong with one file is thrown once the form has flowed by', async () => {
  const seen: string[] = [];
  const take = ({ name }: IncomingFile): Promise<void> => {
    seen.push(name);
    return name === 'a' ? Promise.reject(new AppError('document.too-large')) : Promise.resolve();
  };
  const going = eachIncomingFile(formOf({ a: 'x'.repeat(900_000), b: 'y' }), 10, take);
  await expect(going).rejects.toMatchObject({ code: 'document.too-large' });
  expect(seen).toEqual(['a', 'b']);
});

test('too many files', async () => {
  const files = { a: '1', b: '2', c: '3' };
  await expect(taken(formOf(files), 2)).rejects.toMatchObject({ code: 'upload.too-many-files' });
});

test.each([
  ['the sender goes away', (c: ReadableStreamDefaultController) => c.error(new Error('aborted')), 'upload.cut-off'],
  ['the form ends in the middle of a file', (c: ReadableStreamDefaultController) => c.close(), 'request.invalid'],
])('%s: the file breaks off too', async (_, more, code) => {
  let told: unknown = null;
  const take = async ({ bytes }: IncomingFile): Promise<void> => {
    await buffer(bytes).catch((error: unknown) => (told = error));
  };
  await expect(eachIncomingFile(await broken(more), 10, take)).rejects.toMatchObject({ code });
  expect(told).toMatchObject({ code: 'upload.cut-off' });
});

test.each([
  ['no boundary', 'multipart/form-data'],
  ['a boundary that never comes', 'multipart/form-data; boundary=y'],
  ['no form at all', 'application/json'],
])('%s is told', async (_, type) => {
  const request = new Request(URL, { method: 'POST', body: 'noise', headers: { 'content-type': type } });
  await expect(taken(request)).rejects.toMatchObject({ code: 'request.invalid' });
});
