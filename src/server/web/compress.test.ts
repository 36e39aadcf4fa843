import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { compress } from './compress.ts';

const page = 'Kế hoạch cải tiến chất lượng. '.repeat(200);
const answer = (text: string, type = 'text/html') =>
  new Response(text, { status: 400, headers: { 'content-type': type } });

test('a page is gzipped for who asks, with its status', async () => {
  const sent = await compress(answer(page), 'br, gzip');
  const bytes = new Uint8Array(await sent.arrayBuffer());
  expect([sent.status, sent.headers.get('content-encoding')]).toEqual([400, 'gzip']);
  expect(Number(sent.headers.get('content-length'))).toBe(bytes.byteLength);
  expect(gunzipSync(bytes).toString()).toBe(page);
});

test.each([
  ['nobody asked', answer(page), null],
  ['too small', answer('ok'), 'gzip'],
  ['not text', answer(page, 'application/pdf'), 'gzip'],
])('left alone: %s', async (_why, response, asked) => {
  const before = await response.clone().text();
  const sent = await compress(response, asked);
  expect(sent.headers.get('content-encoding')).toBeNull();
  expect(await sent.text()).toBe(before);
});
