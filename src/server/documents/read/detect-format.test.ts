import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { docxFiles, makeDocx, p } from '../../../../tests/samples/files/make-docx.ts';
import { makeXlsx } from '../../../../tests/samples/files/make-xlsx.ts';
import { detectFormat } from './detect-format.ts';
import { readBlocks } from './read-file.ts';
import { DEFAULT_LIMITS, type ReadLimits } from './read-limits.ts';

const ole = (stream: string) =>
  Buffer.concat([
    Buffer.from('D0CF11E0A1B11AE1', 'hex'),
    Buffer.alloc(600),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(600),
  ]);
const detect = (bytes: Uint8Array, name = 'x', limits: Partial<ReadLimits> = {}) =>
  detectFormat(bytes, name, { ...DEFAULT_LIMITS, ...limits });
const text = (value: string) => new TextEncoder().encode(value);

function openDocument(kind: string): Uint8Array {
  return zipSync({ mimetype: strToU8(`application/vnd.oasis.opendocument.${kind}`) });
}

test('the content decides, not the name', () => {
  expect(detect(makeDocx(p('a')), 'a.pdf')).toBe('docx');
  expect(detect(makeXlsx([{ rows: [['a']] }]), 'a.docx')).toBe('xlsx');
  expect(detect(text('%PDF-1.7\n1 0 obj\n<<>>\nendobj'))).toBe('pdf');
  expect(detect(text('<!-- saved --><html><p>a'))).toBe('html');
  expect(detect(text('Kế hoạch <năm học>'))).toBe('txt');
  expect(detect(Buffer.from('\uFEFFKế hoạch', 'utf16le'))).toBe('txt');
  expect(detect(Buffer.from('FFD8FFE000104A464946', 'hex'))).toBe('image');
  expect(detect(ole('WordDocument'))).toBe('doc');
  expect(detect(ole('Workbook'), 'a.xlsx')).toBe('xls');
  expect(detect(text('{\\rtf1 abc}'), 'a.doc')).toBe('rtf');
  expect(detect(openDocument('text'))).toBe('odt');
  expect(detect(openDocument('spreadsheet'))).toBe('ods');
  expect(detect(text('From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;'), 'a.doc')).toBe('mht');
});

test.each([
  ['nothing', new Uint8Array(), 'a.docx', 'document.empty'],
  ['blanks', text(' \n\t'), 'a.txt', 'document.empty'],
  ['a protected Word file', ole('EncryptedPackage'), 'a.docx', 'document.encrypted'],
  ['noise behind a known name', Buffer.from([1, 2, 0, 3, 4, 0, 255, 7]), 'a.pdf', 'document.wrong-type'],
  ['a program', text('MZ\x90'), 'a.exe', 'document.unsupported'],
  ['a presentation', zipSync({ 'ppt/presentation.xml': strToU8('<a/>') }), 'a.pptx', 'document.unsupported'],
  ['slides', openDocument('presentation'), 'a.odp', 'document.unsupported'],
  ['a zip without its end', makeDocx(p('a')).subarray(0, 300), 'a.docx', 'document.corrupted'],
])('%s', (_, bytes, name, code) => {
  expect(() => detect(bytes, name)).toThrow(expect.objectContaining({ code }));
});

test('a file beyond the limit is refused by its size', () => {
  expect(() => detect(text('abc'), 'a.txt', { fileBytes: 2 })).toThrow('document.too-large');
});

const failure = (bytes: Uint8Array, name: string, limits: Partial<ReadLimits> = {}) =>
  readBlocks(bytes, name, { limits }).then(
    () => 'read',
    (error: { code?: string }) => error.code ?? String(error),
  );

test('zip bombs, external entities, broken XML, missing parts', async () => {
  const files = docxFiles(p('a'));
  expect(await failure(zipSync({ ...files, 'word/document.xml': new Uint8Array(20_000_000) }), 'a.docx')).toBe(
    'document.zip-bomb',
  );
  expect(await failure(makeDocx(p('a'.repeat(50_000))), 'a.docx', { xmlBytes: 10_000 })).toBe('document.zip-bomb');
  const entity =
    '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>';
  expect(await failure(zipSync({ ...files, 'word/document.xml': strToU8(entity) }), 'a.docx')).toBe(
    'document.corrupted',
  );
  expect(await failure(zipSync({ ...files, 'word/document.xml': strToU8('<w:document><w:body>') }), 'a.docx')).toBe(
    'document.corrupted',
  );
  expect(await failure(text('%PDF-1.7\nnothing behind it'), 'a.pdf')).toBe('document.corrupted');
  expect(await failure(Buffer.from('FFD8FFE000104A464946', 'hex'), 'a.jpg')).toBe('document.corrupted');
});
