import { createCanvas, GlobalFonts } from '@napi-rs/canvas';
import { BOLD } from './fonts.ts';

const FAMILY = 'Cai Tien Tinos Bold';
let context: ReturnType<ReturnType<typeof createCanvas>['getContext']> | null = null;

/** Width of one line of bold text in points, by the metrics of Times New Roman: rules under a line are as long as a part of it. */
export function boldWidth(text: string, size: number): number {
  if (context === null) {
    GlobalFonts.registerFromPath(BOLD, FAMILY);
    context = createCanvas(1, 1).getContext('2d');
  }
  context.font = `${size}px "${FAMILY}"`;
  return context.measureText(text).width;
}
