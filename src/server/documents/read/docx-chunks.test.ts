import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { docxFiles, p } from '../../../../tests/samples/files/make-docx.ts';
import { readBlocks } from './read-file.ts';

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk';

function withChunk(target: string, content: string, body = p('Trước') + '<w:altChunk r:id="c1"/>' + p('Sau')) {
  const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="c1" Type="${RELATION}" Target="${target}"/></Relationships>`;
  const files = { ...docxFiles(body), 'word/_rels/document.xml.rels': strToU8(relations) };
  return zipSync({ ...files, [target.startsWith('/') ? target.slice(1) : `word/${target}`]: strToU8(content) });
}

const texts = async (bytes: Uint8Array) => {
  const source = await readBlocks(bytes, 'a.docx');
  expect(source.format).toBe('docx');
  return paragraphsOf(source.blocks).map(({ text }) => text);
};

const PAGE = '<html><body><p>KẾ HOẠCH</p><table><tr><td>Tiêu chí 1.1</td></tr></table></body></html>';

test('a page inside a Word file is read where it stands', async () => {
  expect(await texts(withChunk('afchunk.html', PAGE))).toEqual(['Trước', 'KẾ HOẠCH', 'Tiêu chí 1.1', 'Sau']);
  expect(await texts(withChunk('/chunks/c.xhtml', PAGE, '<w:altChunk r:id="c1"/>'))).toEqual([
    'KẾ HOẠCH',
    'Tiêu chí 1.1',
  ]);
});

test('so is one saved as one file', async () => {
  const saved = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\nContent-Type: text/html; charset="utf-8"\r\n\r\n${PAGE}\r\n--b--\r\n`;
  expect(await texts(withChunk('afchunk.mht', saved))).toEqual(['Trước', 'KẾ HOẠCH', 'Tiêu chí 1.1', 'Sau']);
});
