import { deflateSync } from 'node:zlib';
import { makeDocx } from './make-docx.ts';
import { FONT, packed, page, pageTree, rawPdf, type PdfObject } from './raw-pdf.ts';

/** Files that unpack to little and still would be worked at for minutes: what is small in them is done again and again. */

const WORD = 'BT /F1 9 Tf (tu) Tj ET ';
const MEGABYTE = 1024 * 1024;

const times = <T>(count: number, make: (index: number) => T): T[] => Array.from({ length: count }, (_, index) => make(index));

/** Pages that all draw the one stream of object 4. */
function sharedStream(pages: number, content: PdfObject): Uint8Array {
  return rawPdf([...pageTree(pages, 5), FONT, content, ...times(pages, () => page(4))]);
}

/** The look at streams before reading sees 1 MB. */
function packedTwice(): Uint8Array {
  const stream = deflateSync(deflateSync(Buffer.alloc(120 * MEGABYTE, WORD)));
  return rawPdf([...pageTree(1, 5), FONT, { dictionary: '/Filter[/FlateDecode/FlateDecode]', stream }, page(4)]);
}

/** Each below what one stream may unpack to, together 200 MB. */
function manyStreams(): Uint8Array {
  const [pages, stream] = [100, packed(Buffer.alloc(2 * MEGABYTE, WORD))];
  return rawPdf([...pageTree(pages, 4), FONT, ...times(pages, (index) => page(4 + pages + index)), ...times(pages, () => stream)]);
}

const form = (resources: string, content: string): PdfObject =>
  packed(content, `/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>${resources}>>`);

/** 500 pages, each drawing one form thirty times. */
function repeatedForm(): Uint8Array {
  const pages = times(500, () => page(4, '/XObject<</X 5 0 R>>'));
  return rawPdf([...pageTree(500, 6), FONT, packed('/X Do '.repeat(30)), form('', WORD.repeat(130)), ...pages]);
}

/** Ten forms, each drawing the next one ten times: ten thousand million words. */
function nestedForms(): Uint8Array {
  const next = (index: number) => (index < 9 ? form(`/XObject<</X ${7 + index} 0 R>>`, '/X Do '.repeat(10)) : form('', WORD));
  return rawPdf([...pageTree(1, 4), FONT, page(5, '/XObject<</X 6 0 R>>'), packed('/X Do '.repeat(10)), ...times(10, next)]);
}

/** Words strewn over a page, no two on one line. */
function strewnWords(): Uint8Array {
  const words = times(200_000, (index) => `1 0 0 1 ${(index * 7919) % 590} ${(index * 104_729) % 840} Tm (a) Tj `);
  return sharedStream(3, packed(`BT /F1 2 Tf ${words.join('')}ET`));
}

function manyAttributes(): Uint8Array {
  return makeDocx(`<w:p ${times(1_500_000, (index) => `a${index}=""`).join(' ')}/>`);
}

/** What it is, its name, its bytes. */
export const HOSTILE_WORK: [string, string, () => Uint8Array][] = [
  ['a stream packed twice', 'a.pdf', packedTwice],
  ['a hundred streams', 'a.pdf', manyStreams],
  ['500 pages of one stream', 'a.pdf', () => sharedStream(500, packed(WORD.repeat(9_000)))],
  ['500 pages of one form', 'a.pdf', repeatedForm],
  ['forms in forms', 'a.pdf', nestedForms],
  ['lines by the hundred thousand', 'a.pdf', () => sharedStream(20, packed('0 0 m 500 0 l S 0 0 500 1 re f '.repeat(100_000)))],
  ['strewn words', 'a.pdf', strewnWords],
  ['an element of a million attributes', 'a.docx', manyAttributes],
  ['elements in elements', 'a.html', () => new TextEncoder().encode(`<html><body>${'<div>'.repeat(2_000_000)}x`)],
  ['a letter under eight million tones', 'a.txt', () => new TextEncoder().encode(`e${'\u0301'.repeat(8_000_000)}`)],
];
