import { createCanvas, type Canvas } from '@napi-rs/canvas';
import { withBlankBeforeNumber, withRomanStrokes } from '#core/documents/blocks-joined-numbers.ts';
import { withBlanksBetweenWords } from '#core/documents/blocks-joined-words.ts';
import { withNumberMarks } from '#core/documents/blocks-number-marks.ts';
import { inkIn, rulesOfBitmap, type Bitmap } from '#core/documents/blocks-pixels.ts';
import {
  contains,
  median,
  type Glyphs,
  type PageGeometry,
  type Rect,
  type Rule,
} from '#core/documents/blocks-geometry.ts';
import { mayHoldText } from '#core/documents/blocks-letter-lines.ts';
import { drawnTables, type Grid } from '#core/documents/blocks-grid.ts';
import { rowRuledGrids } from '#core/documents/blocks-ruled-rows.ts';
import type { OcrEngine, OcrWord } from './ocr-engine.ts';
import { bitmapOf, giveBack, pgmOf } from './ocr-paper.ts';
import { withinProcessorTime } from './processor-time.ts';

/** Width of A4 in points, upright and lying. */
const A4 = { upright: 595, lying: 842 };

/** Milliseconds that all processors together may work at one page: several times what the fullest table of a plan takes an old computer. */
const PAGE_TIME = 90_000;

/**
 * The paper of a page (`paperOf`), which is used up, as words and ruling lines in points. Cells are recognised one by one, what stands outside of tables as a
 * page without them: whole tables lose a quarter of their words. `onCell` is called as cells are done.
 * Null for a picture in which there is no line of text: for that no engine is asked for. Error: `document.timeout`.
 */
export async function recognisePage(
  canvas: Canvas,
  number: number,
  startEngine: () => Promise<OcrEngine>,
  onCell: (done: number, total: number) => void,
): Promise<PageGeometry | null> {
  const bitmap = bitmapOf(canvas);
  if (!mayHoldText(bitmap)) {
    giveBack(canvas);
    return null;
  }
  const engine = await startEngine();
  return withinProcessorTime(PAGE_TIME, () => recogniseText(canvas, bitmap, number, engine, onCell));
}

async function recogniseText(
  canvas: Canvas,
  bitmap: Bitmap,
  number: number,
  engine: OcrEngine,
  onCell: (done: number, total: number) => void,
): Promise<PageGeometry> {
  const { width, height } = canvas;
  const toPoints = (width > height ? A4.lying : A4.upright) / width;
  const rules = rulesOfBitmap(bitmap, Math.round(width / 28)).map((rule) => ({
    ...rule,
    at: rule.at * toPoints,
    from: rule.from * toPoints,
    to: rule.to * toPoints,
  }));
  const { grids: drawn, loose } = drawnTables(rules);
  const grids = drawn.filter((grid) => grid.cells.length > 1);
  const words: OcrWord[] = [];
  const cells = grids
    .flatMap((grid) => grid.cells.map((cell) => pixels(cell, toPoints)))
    .filter((cell) => hasInk(bitmap, cell));
  for (const [index, cell] of cells.entries()) {
    words.push(...(await recogniseCell(canvas, cell, engine)));
    onCell(index + 1, cells.length + 1);
  }
  const around = await engine.words(pgmOf(withoutTables(canvas, grids, toPoints)), false);
  words.push(...(await withRowsRuled(around, loose, canvas, bitmap, engine, toPoints)));
  giveBack(canvas);
  onCell(cells.length + 1, cells.length + 1);
  const marked = words.map((word) => ({
    ...word,
    text: withRomanStrokes(withBlankBeforeNumber(withBlanksBetweenWords(withNumberMarks(word.text, bitmap, word)))),
  }));
  return { number, width: width * toPoints, height: height * toPoints, rules, glyphs: toGlyphs(marked, toPoints) };
}

/** Words outside of drawn tables; those in a table that is ruled between its rows only are read once more, cell by cell. */
async function withRowsRuled(
  words: readonly OcrWord[],
  loose: readonly Rule[],
  canvas: Canvas,
  bitmap: Bitmap,
  engine: OcrEngine,
  toPoints: number,
): Promise<OcrWord[]> {
  let kept = [...words];
  for (const grid of rowRuledGrids(loose, toGlyphs(words, toPoints), null)) {
    const inside = (area: Rect) => (word: OcrWord) =>
      contains(area, (word.left + word.right) / 2, (word.top + word.bottom) / 2);
    const all = kept.filter(inside(pixels(grid, toPoints)));
    kept = kept.filter((word) => !all.includes(word));
    for (const cell of grid.cells.map((each) => pixels(each, toPoints)).filter((each) => hasInk(bitmap, each))) {
      const own = all.filter(inside(cell));
      // A number alone says little by its shape; among the lines of the page the engine is surer of it.
      const isNumber = own.length > 0 && own.every(({ text }) => !/\p{L}/u.test(text));
      kept.push(...(isNumber && surenessOf(own) >= SURE ? own : await recogniseCell(canvas, cell, engine)));
    }
  }
  return kept;
}

/** Inside of a cell in pixels, without its borders. */
function pixels(cell: Rect, toPoints: number): Rect {
  const inset = 4;
  return {
    left: Math.round(cell.left / toPoints) + inset,
    top: Math.round(cell.top / toPoints) + inset,
    right: Math.round(cell.right / toPoints) - inset,
    bottom: Math.round(cell.bottom / toPoints) - inset,
  };
}

function hasInk(bitmap: Bitmap, cell: Rect): boolean {
  return (
    cell.right - cell.left > 8 &&
    cell.bottom - cell.top > 8 &&
    inkIn(bitmap, cell.left + 2, cell.top + 2, cell.right - 2, cell.bottom - 2) > 0.002
  );
}

async function recogniseCell(canvas: Canvas, cell: Rect, engine: OcrEngine): Promise<OcrWord[]> {
  const margin = 16;
  const [width, height] = [cell.right - cell.left, cell.bottom - cell.top];
  const piece = createCanvas(width + 2 * margin, height + 2 * margin);
  const context = piece.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, piece.width, piece.height);
  context.drawImage(canvas, cell.left, cell.top, width, height, margin, margin, width, height);
  const words = await surelyRead(piece, engine);
  giveBack(piece);
  const [dx, dy] = [cell.left - margin, cell.top - margin];
  return words.map((word) => ({
    ...word,
    left: word.left + dx,
    right: word.right + dx,
    top: word.top + dy,
    bottom: word.bottom + dy,
    baseline: word.baseline + dy,
  }));
}

/** Letters of a cell that says a number, a post or little more; and the confidence below which it is looked at once more. */
const SHORT = 12;
const SURE = 85;
/** Of a lone number the engine is surer when it is a little smaller. */
const SMALLER = 0.7;

/** The words of a cell; those of a short one that are in doubt are compared with what it says at another size. */
async function surelyRead(piece: Canvas, engine: OcrEngine): Promise<OcrWord[]> {
  const words = await engine.words(pgmOf(piece), true);
  const letters = words.reduce((sum, { text }) => sum + text.length, 0);
  if (letters > SHORT || surenessOf(words) >= SURE) return words;
  const small = createCanvas(Math.round(piece.width * SMALLER), Math.round(piece.height * SMALLER));
  small.getContext('2d').drawImage(piece, 0, 0, small.width, small.height);
  const again = await engine.words(pgmOf(small), true);
  giveBack(small);
  return surenessOf(again) > surenessOf(words) ? again.map((word) => enlarged(word, 1 / SMALLER)) : words;
}

function surenessOf(words: readonly OcrWord[]): number {
  return words.length === 0 ? 0 : Math.min(...words.map(({ confidence }) => confidence));
}

function enlarged(word: OcrWord, by: number): OcrWord {
  return {
    ...word,
    left: word.left * by,
    right: word.right * by,
    top: word.top * by,
    bottom: word.bottom * by,
    baseline: word.baseline * by,
    lineHeight: word.lineHeight * by,
  };
}

function withoutTables(canvas: Canvas, grids: readonly Grid[], toPoints: number): Canvas {
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  for (const grid of grids)
    context.fillRect(
      grid.left / toPoints - 4,
      grid.top / toPoints - 4,
      (grid.right - grid.left) / toPoints + 8,
      (grid.bottom - grid.top) / toPoints + 8,
    );
  return canvas;
}

/** One size for the page: heights of recognised lines vary with their letters. Specks without a letter are left out. */
function toGlyphs(words: readonly OcrWord[], toPoints: number): Glyphs[] {
  const kept = words.filter(
    (word) => /[\p{L}\p{N}]/u.test(word.text) || (/^[-–—+*•.,:;/()%&…]+$/u.test(word.text) && word.confidence > 20),
  );
  const size = 0.75 * median(kept.map((word) => word.lineHeight)) * toPoints || 12;
  return kept.map((word) => ({
    text: word.text,
    left: word.left * toPoints,
    right: word.right * toPoints,
    top: word.top * toPoints,
    bottom: word.bottom * toPoints,
    baseline: word.baseline * toPoints,
    size,
    bold: false,
    italic: false,
    // Words that the engine set apart stay so, however near; a number may be cut in two.
    afterBlank: /^\p{L}/u.test(word.text),
  }));
}
