import { createCanvas, type Canvas, type Image } from '@napi-rs/canvas';
import { withNumberMarks } from '#core/documents/blocks-number-marks.ts';
import { inkIn, rulesOfBitmap, skewOf, toBitmap, type Bitmap } from '#core/documents/blocks-pixels.ts';
import { median, type Glyphs, type PageGeometry, type Rect } from '#core/documents/blocks-geometry.ts';
import { findGrids, type Grid, type GridCell } from '#core/documents/blocks-grid.ts';
import { darkSurroundings } from '#core/documents/blocks-scan-edge.ts';
import type { OcrEngine, OcrWord } from './ocr-engine.ts';

/** Wide enough for 11-point text on A4, small enough for memory. */
const WIDTH = 1700;
/** Width of A4 in points, upright and lying. */
const A4 = { upright: 595, lying: 842 };

/**
 * A picture of a page as words and ruling lines in points. Cells are recognised one by one, what stands outside of tables as a
 * page without them: whole tables lose a quarter of their words. `onCell` is called as cells are done.
 */
export async function recognisePage(
  picture: Canvas | Image,
  number: number,
  engine: OcrEngine,
  onCell: (done: number, total: number) => void,
): Promise<PageGeometry> {
  const canvas = straighten(withoutSurroundings(scaled(picture)));
  const { width, height } = canvas;
  const bitmap = bitmapOf(canvas);
  const toPoints = (width > height ? A4.lying : A4.upright) / width;
  const rules = rulesOfBitmap(bitmap, Math.round(width / 28)).map((rule) => ({
    ...rule,
    at: rule.at * toPoints,
    from: rule.from * toPoints,
    to: rule.to * toPoints,
  }));
  const grids = findGrids(rules).filter((grid) => grid.cells.length > 1);
  const words: OcrWord[] = [];
  const cells = grids
    .flatMap((grid) => grid.cells.map((cell) => pixels(cell, toPoints)))
    .filter((cell) => hasInk(bitmap, cell));
  for (const [index, cell] of cells.entries()) {
    words.push(...(await recogniseCell(canvas, cell, engine)));
    onCell(index + 1, cells.length + 1);
  }
  words.push(...(await engine.words(withoutTables(canvas, grids, toPoints).toBuffer('image/png'), false)));
  onCell(cells.length + 1, cells.length + 1);
  const marked = words.map((word) => ({ ...word, text: withNumberMarks(word.text, bitmap, word) }));
  return { number, width: width * toPoints, height: height * toPoints, rules, glyphs: toGlyphs(marked, toPoints) };
}

function scaled(picture: Canvas | Image): Canvas {
  const scale = Math.min(2.5, (picture.width > picture.height ? 1.35 * WIDTH : WIDTH) / picture.width);
  const canvas = createCanvas(
    Math.max(1, Math.round(picture.width * scale)),
    Math.max(1, Math.round(picture.height * scale)),
  );
  const context = canvas.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** The grey or black around the paper becomes paper: its edges would pass for ruling lines and for the slant of the page. */
function withoutSurroundings(canvas: Canvas): Canvas {
  const surroundings = darkSurroundings(bitmapOf(canvas));
  if (surroundings === null) return canvas;
  const context = canvas.getContext('2d');
  const picture = context.getImageData(0, 0, canvas.width, canvas.height);
  for (const [at, outside] of surroundings.entries()) if (outside) picture.data.fill(255, 4 * at, 4 * at + 4);
  context.putImageData(picture, 0, 0);
  return canvas;
}

function straighten(canvas: Canvas): Canvas {
  const degrees = skewOf(bitmapOf(canvas));
  if (degrees === 0) return canvas;
  const turned = createCanvas(canvas.width, canvas.height);
  const context = turned.getContext('2d');
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((degrees * Math.PI) / 180);
  context.drawImage(canvas, -canvas.width / 2, -canvas.height / 2);
  // Whoever draws on it later counts from its corner again.
  context.resetTransform();
  return turned;
}

function bitmapOf(canvas: Canvas): Bitmap {
  const { data, width, height } = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  const grey = new Uint8Array(width * height);
  for (let i = 0; i < grey.length; i++) grey[i] = (data[4 * i]! * 3 + data[4 * i + 1]! * 6 + data[4 * i + 2]!) / 10;
  return toBitmap(grey, width, height);
}

/** Inside of a cell in pixels, without its borders. */
function pixels(cell: GridCell, toPoints: number): Rect {
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
  const words = await engine.words(piece.toBuffer('image/png'), true);
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
  }));
}
