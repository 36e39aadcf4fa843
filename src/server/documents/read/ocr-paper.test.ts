import { createCanvas } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { pgmOf } from './ocr-paper.ts';

test('the engine gets one byte for each pixel behind a header, a quarter of what the canvas holds', () => {
  const canvas = createCanvas(3, 2);
  const pen = canvas.getContext('2d');
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, 3, 2);
  pen.fillStyle = 'black';
  pen.fillRect(1, 0, 1, 1);
  const pgm = pgmOf(canvas);
  expect(pgm.subarray(0, 11).toString('latin1')).toBe('P5\n3 2\n255\n');
  expect([...pgm.subarray(11)]).toEqual([255, 0, 255, 255, 255, 255]);
});
