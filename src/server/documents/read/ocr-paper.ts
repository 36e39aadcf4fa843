import { createCanvas, type Canvas, type Image } from '@napi-rs/canvas';
import { evenLight } from '#core/documents/blocks-even-light.ts';
import { slantedCorners } from '#core/documents/blocks-paper-corners.ts';
import { skewOf, toBitmap, type Bitmap } from '#core/documents/blocks-pixels.ts';
import { darkSurroundings } from '#core/documents/blocks-scan-edge.ts';
import { straightenedPaper, type GreyPicture } from '#core/documents/blocks-straightened-paper.ts';

/** Wide enough for 11-point text on A4, small enough for memory. */
const WIDTH = 1700;
const LYING_WIDTH = 1.35 * WIDTH;
/** A picture is never enlarged more than so. */
const LARGEST = 2.5;

/** The paper in a scan or photo: without what lies around it, seen from straight above, evenly lit, its lines level. */
export function paperOf(picture: Canvas | Image): Canvas {
  const canvas = scaled(picture, (picture.width > picture.height ? LYING_WIDTH : WIDTH) / picture.width);
  // Pictures are large: each is looked at once as long as nothing in it changes.
  const seen = greyOf(canvas);
  const bitmap = toBitmap(seen.grey, seen.width, seen.height);
  const surroundings = darkSurroundings(bitmap);
  const corners = surroundings === null ? null : slantedCorners(surroundings, canvas.width, canvas.height);
  if (corners === null) {
    const cleared = surroundings !== null && clear(seen.grey, surroundings);
    const lit = evenLight(seen.grey, seen.width, seen.height);
    if (!cleared && !lit) return straighten(canvas, bitmap);
    giveBack(canvas);
    return straighten(canvasOf(seen), toBitmap(seen.grey, seen.width, seen.height));
  }
  const [left, right] = [corners[0].x + corners[3].x, corners[1].x + corners[2].x];
  const upright = corners[3].y + corners[2].y - corners[0].y - corners[1].y > right - left;
  const width = upright ? WIDTH : Math.round(LYING_WIDTH);
  // The paper is only a part of the picture, which is drawn again as large as the paper needs.
  const larger = scaled(picture, (canvas.width / picture.width) * ((2 * width) / (right - left)));
  const by = larger.width / canvas.width;
  giveBack(canvas);
  const grey = greyOf(larger);
  giveBack(larger);
  const paper = straightenedPaper(
    grey,
    [at(corners[0], by), at(corners[1], by), at(corners[2], by), at(corners[3], by)],
    width,
  );
  evenLight(paper.grey, paper.width, paper.height);
  return straighten(canvasOf(paper), toBitmap(paper.grey, paper.width, paper.height));
}

/** The picture of a page as dark and light pixels. */
export function bitmapOf(canvas: Canvas): Bitmap {
  const { grey, width, height } = greyOf(canvas);
  return toBitmap(grey, width, height);
}

/** The pixels of a canvas lie outside of what the collector counts, so it would keep them: whoever is done with it gives them back. */
export function giveBack(canvas: Canvas): void {
  canvas.width = canvas.height = 1;
}

function at({ x, y }: { x: number; y: number }, by: number) {
  return { x: x * by, y: y * by };
}

function scaled(picture: Canvas | Image, wanted: number): Canvas {
  const scale = Math.min(LARGEST, wanted);
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
function clear(grey: Uint8Array, surroundings: Uint8Array): true {
  for (let pixel = 0; pixel < surroundings.length; pixel++) if (surroundings[pixel]) grey[pixel] = 255;
  return true;
}

function straighten(canvas: Canvas, bitmap: Bitmap): Canvas {
  const degrees = skewOf(bitmap);
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
  giveBack(canvas);
  return turned;
}

/** Rows that are taken out of a canvas at a time: as a whole its colours are four times as large as its greys. */
const BAND = 128;

function greyOf(canvas: Canvas): GreyPicture {
  const { width, height } = canvas;
  const context = canvas.getContext('2d');
  const grey = new Uint8Array(width * height);
  for (let top = 0; top < height; top += BAND) {
    const { data } = context.getImageData(0, top, width, Math.min(BAND, height - top));
    for (let from = 0, to = top * width; from < data.length; from += 4, to++)
      grey[to] = (data[from]! * 3 + data[from + 1]! * 6 + data[from + 2]!) / 10;
  }
  return { width, height, grey };
}

function canvasOf({ width, height, grey }: GreyPicture): Canvas {
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  for (let top = 0; top < height; top += BAND) {
    const band = context.createImageData(width, Math.min(BAND, height - top));
    const { data } = band;
    for (let to = 0, from = top * width; to < data.length; to += 4, from++) {
      data[to] = data[to + 1] = data[to + 2] = grey[from]!;
      data[to + 3] = 255;
    }
    context.putImageData(band, 0, top);
  }
  return canvas;
}

/** A picture for the engine: portable grey map (netpbm, P5), a quarter of its colours and nothing to unpack. */
export function pgmOf(canvas: Canvas): Buffer {
  const { grey, width, height } = greyOf(canvas);
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`, 'latin1'), grey]);
}
