import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { readBlocks } from './read-file.ts';

const page = (...parts: string[]) =>
  Buffer.from(
    [
      'From: <Saved by Blink>\r\nSnapshot-Content-Location: https://truong.edu.vn/ke-hoach.html\r\nMIME-Version: 1.0',
      'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----Ranh----"\r\n\r\n',
      ...parts.map((part) => `------Ranh----\r\n${part}\r\n`),
      '------Ranh------\r\n',
    ].join('\r\n'),
  );

const texts = async (bytes: Uint8Array) => {
  const source = await readBlocks(bytes, 'ke-hoach.doc');
  expect(source.format).toBe('html');
  return paragraphsOf(source.blocks).map(({ text }) => text);
};

const html =
  '<html><head><meta charset="windows-1258"></head><body><p>KẾ HOẠCH</p><table><tr><td>Tiêu chí 1.1</td></tr></table>';

test('a page saved as one file: words in quoted-printable, its picture left', async () => {
  const quoted = Buffer.from(html.replaceAll('=', '=3D'))
    .toString('latin1')
    .replace(/[\x80-\xff]/g, (byte) => `=${byte.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('<', '=\r\n<');
  const words = await texts(
    page(
      `Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${quoted}`,
      'Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: https://truong.edu.vn/a.png\r\n\r\niVBORw0KGgo=',
    ),
  );
  expect(words).toEqual(['KẾ HOẠCH', 'Tiêu chí 1.1']);
});

test('the same in base64', async () => {
  const words = await texts(
    page(
      `Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(html).toString('base64')}`,
    ),
  );
  expect(words).toEqual(['KẾ HOẠCH', 'Tiêu chí 1.1']);
});

test('a file of that kind without a page is told as damaged', async () => {
  await expect(readBlocks(page('Content-Type: image/png\r\n\r\nx'), 'a.mht')).rejects.toThrow('document.corrupted');
});
