import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageGeometry, Rule } from '#core/documents/blocks-geometry.ts';
import { rulesOfPath } from './pdf-rules.ts';
import { PdfText } from './pdf-text.ts';

export interface ReadPage extends PageGeometry {
  /** Part of the page that pictures cover, 0-1. */
  pictured: number;
  /** Part of the letters of which the file does not say which letter they are, 0-1. */
  nameless: number;
}

const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

/** Words and ruling lines of a page as it is seen, its rotation applied. */
export async function readPdfPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList();
  const text = new PdfText(page, viewport.transform);
  const rules: Rule[] = [];
  let pictured = 0;
  operators.fnArray.forEach((operator: number, index: number) => {
    const args = operators.argsArray[index] as unknown[] | null;
    const matrix = text.matrix;
    if (operator === OPS.constructPath && args)
      rules.push(...rulesOfPath(args[0] as number, (args[1] as unknown[])?.[0], matrix));
    else if (PICTURES.has(operator)) pictured += Math.abs(matrix[0]! * matrix[3]! - matrix[1]! * matrix[2]!);
    else text.apply(operator, args);
  });
  page.cleanup();
  const { width, height } = viewport;
  const { all, nameless } = text.letters;
  return {
    number,
    width,
    height,
    glyphs: text.words,
    rules,
    pictured: Math.min(1, pictured / (width * height)),
    nameless: nameless / Math.max(1, all),
  };
}
