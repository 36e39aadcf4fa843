import { OPS, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageGeometry, Rule } from '#core/documents/blocks-geometry.ts';
import { rulesOfPath } from './pdf-rules.ts';
import { PdfText } from './pdf-text.ts';

type Operators = Awaited<ReturnType<PDFPageProxy['getOperatorList']>>;

export interface ReadPage extends PageGeometry {
  /** Part of the page that pictures cover, 0-1. */
  pictured: number;
  /** Part of the letters of which the file does not say which letter they are, 0-1. */
  nameless: number;
  /** How many drawing operators make it. */
  operators: number;
  /** Quarter turns with the clock by which the page was turned to be read; absent for none. */
  turns?: number;
}

const PICTURES = new Set<number>([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject]);

/**
 * Words and ruling lines of a page as it is seen, its rotation applied. A page whose lines nearly all run up, down or upside down was
 * printed lying without saying so: it is turned until they are level.
 */
export async function readPdfPage(page: PDFPageProxy, number: number): Promise<ReadPage> {
  const operators = await page.getOperatorList();
  const { read, directions } = readTurned(page, number, operators, 0);
  const turns = turnsOf(directions);
  const turned = turns === 0 ? read : readTurned(page, number, operators, turns).read;
  page.cleanup();
  return turned;
}

/** Part of its letters that must run another way before a page is turned. */
const NEARLY_ALL = 0.9;

/** Quarter turns with the clock that bring the lines of a page level. */
function turnsOf(directions: readonly number[]): number {
  const all = directions.reduce((sum, each) => sum + each, 0);
  return Math.max(
    0,
    directions.findIndex((each) => each > NEARLY_ALL * all),
  );
}

function readTurned(page: PDFPageProxy, number: number, operators: Operators, turns: number) {
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + 90 * turns) % 360 });
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
  const { width, height } = viewport;
  const { all, nameless } = text.letters;
  const read: ReadPage = {
    number,
    width,
    height,
    glyphs: text.words,
    rules,
    operators: operators.fnArray.length,
    pictured: Math.min(1, pictured / (width * height)),
    nameless: nameless / Math.max(1, all),
    ...(turns > 0 && { turns }),
  };
  return { read, directions: text.directions };
}
