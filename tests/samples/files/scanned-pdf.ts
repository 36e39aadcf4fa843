import { createCanvas } from '@napi-rs/canvas';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { pageTree, type PdfObject, rawPdf } from './raw-pdf.ts';

/** Pixels across a page of A4 at 200 dots per inch. */
const WIDTH = 1654;

/** The pages of a PDF as pictures, as a scanner hands them in. */
export async function scannedPdf(pdf: Uint8Array): Promise<Uint8Array> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const count = document.numPages;
  const pages: PdfObject[] = [];
  const pictures: PdfObject[] = [];
  for (let number = 1; number <= count; number++) {
    const page = await document.getPage(number);
    const { width } = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: WIDTH / width });
    const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height));
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
    const [picture, drawing] = [3 + count + 2 * (number - 1), 4 + count + 2 * (number - 1)];
    pages.push(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</P ${picture} 0 R>>>>/Contents ${drawing} 0 R>>`,
    );
    const size = `/Width ${canvas.width}/Height ${canvas.height}`;
    pictures.push(
      {
        dictionary: `/Type/XObject/Subtype/Image${size}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode`,
        stream: canvas.toBuffer('image/jpeg', 80),
      },
      { dictionary: '', stream: Buffer.from('595 0 0 842 0 0 cm /P Do') },
    );
  }
  await task.destroy();
  return rawPdf([...pageTree(count, 3), ...pages, ...pictures]);
}
