import { deflateSync } from 'node:zlib';

/** An object of a PDF: its source, or a dictionary without its length and the bytes of its stream. */
export type PdfObject = string | { dictionary: string; stream: Uint8Array };

/** A PDF of these objects, numbered from 1; the first is its catalogue. It has no table of places, which readers do without. */
export function rawPdf(objects: readonly PdfObject[], trailer = ''): Uint8Array {
  const body = objects.flatMap((object, index) => [Buffer.from(`${index + 1} 0 obj\n`), bytesOf(object), Buffer.from('\nendobj\n')]);
  const end = `trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\n%%EOF\n`;
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...body, Buffer.from(end)]);
}

function bytesOf(object: PdfObject): Buffer {
  if (typeof object === 'string') return Buffer.from(object);
  const { dictionary, stream } = object;
  return Buffer.concat([Buffer.from(`<<${dictionary}/Length ${stream.length}>>\nstream\n`), stream, Buffer.from('\nendstream')]);
}

/** A stream that is packed once. */
export function packed(content: string | Uint8Array, dictionary = ''): PdfObject {
  return { dictionary: `${dictionary}/Filter/FlateDecode`, stream: deflateSync(content) };
}

/** The catalogue and a page tree whose pages are the objects from `first` on: objects 1 and 2. */
export function pageTree(pages: number, first: number): string[] {
  const kids = Array.from({ length: pages }, (_, index) => `${first + index} 0 R`);
  return ['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${pages}/Kids[${kids.join(' ')}]>>`];
}

export const FONT = '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>';

/** A page of A4 that draws the stream of an object with the font of object 3. */
export function page(content: number, resources = ''): string {
  return `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>${resources}>>/Contents ${content} 0 R>>`;
}
