import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { strToU8, zipSync } from 'fflate';
import { expect, onTestFinished, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { findLibreOffice } from './libreoffice.ts';
import { readBlocks } from './read-file.ts';

const NAMES = Object.entries({ office: 'office', text: 'text', table: 'table', draw: 'drawing', svg: 'svg-compatible' })
  .map(([prefix, name]) => `xmlns:${prefix}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');
const installed = (await findLibreOffice()) !== null;

function openDocument(kind: 'text' | 'spreadsheet', body: string): Uint8Array {
  const type = `application/vnd.oasis.opendocument.${kind}`;
  const manifest = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';
  return zipSync({
    mimetype: [strToU8(type), { level: 0 }],
    'content.xml': strToU8(
      `<office:document-content ${NAMES} xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:${kind}>${body}</office:${kind}></office:body></office:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(
      `<manifest:manifest xmlns:manifest="${manifest}"><manifest:file-entry manifest:full-path="/" manifest:media-type="${type}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
    ),
  });
}

const texts = async (bytes: Uint8Array, name: string) => {
  const source = await readBlocks(bytes, name);
  return [source.format, ...paragraphsOf(source.blocks).map(({ text }) => text)];
};

test.skipIf(!installed)('rich text, and sheets and texts of LibreOffice itself', async () => {
  const rich = Buffer.from('{\\rtf1\\ansi\\uc0 K\\u7870  HO\\u7840 CH\\par Ti\\u234 u ch\\u237  1.1\\par}');
  expect(await texts(rich, 'a.rtf')).toEqual(['doc', 'KẾ HOẠCH', 'Tiêu chí 1.1']);
  expect(await texts(openDocument('text', '<text:p>KẾ HOẠCH</text:p>'), 'a.odt')).toEqual(['doc', 'KẾ HOẠCH']);
  const cell = (text: string) =>
    `<table:table-cell office:value-type="string"><text:p>${text}</text:p></table:table-cell>`;
  const sheet = `<table:table table:name="A"><table:table-row>${cell('Tiêu chí')}${cell('Biện pháp')}</table:table-row></table:table>`;
  expect(await texts(openDocument('spreadsheet', sheet), 'a.ods')).toEqual(['xlsx', 'Tiêu chí', 'Biện pháp']);
});

test.skipIf(!installed)('nothing that a file names is fetched', async () => {
  const asked: string[] = [];
  const server = createServer((request, answer) => {
    asked.push(request.url ?? '');
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const picture = `<draw:frame text:anchor-type="as-char" svg:width="2cm" svg:height="2cm"><draw:image xlink:href="${address}/a.png" xlink:type="simple"/></draw:frame>`;
  const section = `<text:section text:name="s"><text:section-source xlink:href="${address}/b.odt"/><text:p>trong</text:p></text:section>`;
  const bytes = openDocument('text', `<text:p>KẾ HOẠCH${picture}</text:p>${section}`);
  expect(await texts(bytes, 'a.odt')).toContain('KẾ HOẠCH');
  expect(asked).toEqual([]);
});
