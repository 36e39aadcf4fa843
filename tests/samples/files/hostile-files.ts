import { deflateSync } from 'node:zlib';
import { createCanvas } from '@napi-rs/canvas';
import { zipSync } from 'fflate';
import { docxFiles, makeDocx, p } from './make-docx.ts';
import { makePdf } from './make-pdf.ts';
import { FONT, page, pageTree, rawPdf } from './raw-pdf.ts';

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
function pdfOfPages(pages: number, trailer = ''): Uint8Array {
  const bare = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>';
  return rawPdf([...pageTree(pages, 3), ...Array.from({ length: pages }, () => bare)], trailer);
}

/** One page whose drawing operators unpack to so many bytes. */
function pdfBomb(length: number): Uint8Array {
  const stream = deflateSync(Buffer.alloc(length, 'BT /F1 9 Tf (a) Tj ET '), { level: 1 });
  return rawPdf([...pageTree(1, 4), FONT, page(5), { dictionary: '/Filter/FlateDecode', stream }]);
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
  return pdfOfPages(1, `/Encrypt<</Filter/Standard/V 1/R 2/O ${key}/U ${key}/P -4>>/ID[<00><00>]`);
}

/** A page of dots, black or white as it comes. */
function noisePicture(): Uint8Array {
  const canvas = createCanvas(1654, 2339);
  const pen = canvas.getContext('2d');
  const dots = pen.createImageData(canvas.width, canvas.height);
  const order = noise(canvas.width * canvas.height);
  for (let at = 0; at < order.length; at++) dots.data.set(order[at]! < 128 ? [0, 0, 0, 255] : [255, 255, 255, 255], 4 * at);
  pen.putImageData(dots, 0, 0);
  return canvas.toBuffer('image/png');
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
  ['a picture of noise', 'a.png', noisePicture, /no-text/],
  ['more than 200 MB', 'a.pdf', () => new Uint8Array(201 * MEGABYTE), /too-large/],
  ['200 MB of noise', 'a.docx', () => noise(200 * MEGABYTE), /./],
];
