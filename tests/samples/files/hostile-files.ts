import { deflateSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { docxFiles, makeDocx, p } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';

export const MEGABYTE = 1024 * 1024;

const docx = makeDocx(p('Kế hoạch cải tiến chất lượng giáo dục').repeat(50));
const pdf = makePdf('Kế hoạch cải tiến chất lượng giáo dục');
const half = (bytes: Uint8Array) => bytes.slice(0, bytes.length / 2);

/** Bytes without any order, the same each time. */
export function noise(length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0, state = 1; at < length; at += 1) {
    state = (state * 1103515245 + 12345) & 0x7fffffff;
    bytes[at] = state >> 16;
  }
  return bytes;
}

/** A page tree that claims and holds so many pages, all the same object's kin. */
function pdfOfPages(pages: number): Uint8Array {
  const objects = ['<</Type/Catalog/Pages 2 0 R>>'];
  const kids = Array.from({ length: pages }, (_, index) => `${index + 3} 0 R`);
  objects.push(`<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`);
  for (let page = 0; page < pages; page += 1) objects.push('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>');
  const body = objects.map((object, index) => `${index + 1} 0 obj\n${object}\nendobj\n`).join('');
  return new TextEncoder().encode(`%PDF-1.7\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}>>\n%%EOF\n`);
}

/** One page whose drawing operators unpack to so many bytes. */
function pdfBomb(length: number): Uint8Array {
  const content = deflateSync(Buffer.alloc(length, 'BT /F1 9 Tf (a) Tj ET '), { level: 1 });
  const dictionary = `<</Length ${content.length}/Filter/FlateDecode>>`;
  return Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Count 1/Kids[3 0 R]>>\nendobj\n'),
    Buffer.from('3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n'),
    Buffer.from(`4 0 obj\n${dictionary}\nstream\n`),
    content,
    Buffer.from('\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\n%%EOF\n'),
  ]);
}

function withEntities(): Uint8Array {
  const xml =
    '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>' +
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';
  return zipSync({ ...docxFiles(''), 'word/document.xml': new TextEncoder().encode(xml) });
}

function bomb(): Uint8Array {
  return zipSync({ ...docxFiles(''), 'word/document.xml': new Uint8Array(64 * MEGABYTE) }, { level: 1 });
}

/** Its keys fit no password that is known. */
function encryptedPdf(): Uint8Array {
  const key = `<${'5a'.repeat(32)}>`;
  const encrypt = `/Encrypt<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>/ID[<00><00>]`;
  const plain = new TextDecoder().decode(pdfOfPages(1));
  return new TextEncoder().encode(plain.replace('/Root 1 0 R', `/Root 1 0 R${encrypt}`));
}

/** What it is, its name, its bytes, the code that it ends with. */
export const HOSTILE_FILES: [string, string, () => Uint8Array, RegExp][] = [
  ['an empty file', 'a.docx', () => new Uint8Array(), /empty/],
  ['a PDF named .docx that is cut', 'a.docx', () => half(pdf), /corrupted|unsupported|wrong|mismatch/],
  ['a program named .pdf', 'a.pdf', () => new TextEncoder().encode('MZ\u0090\u0000\u0003\u0000 program'), /./],
  ['an encrypted PDF', 'a.pdf', encryptedPdf, /encrypted/],
  ['half a Word file', 'a.docx', () => half(docx), /corrupted/],
  ['noise named .docx', 'a.docx', () => noise(MEGABYTE), /./],
  ['noise named .pdf', 'a.pdf', () => noise(MEGABYTE), /./],
  ['noise behind the head of a PDF', 'a.pdf', () => Buffer.concat([pdf.slice(0, 9), noise(60 * MEGABYTE)]), /corrupted/],
  ['a PDF that unpacks to 420 MB', 'a.pdf', () => pdfBomb(420 * MEGABYTE), /zip-bomb/],
  ['noise behind the head of a zip', 'a.docx', () => new Uint8Array([...docx.slice(0, 40), ...noise(9000)]), /./],
  ['a zip bomb', 'a.docx', bomb, /zip-bomb/],
  ['external entities', 'a.docx', withEntities, /corrupted/],
  ['10,000 pages', 'a.pdf', () => pdfOfPages(10_000), /too-many-pages/],
  ['more than 200 MB', 'a.pdf', () => new Uint8Array(201 * MEGABYTE), /too-large/],
  ['200 MB of noise', 'a.docx', () => noise(200 * MEGABYTE), /./],
];
