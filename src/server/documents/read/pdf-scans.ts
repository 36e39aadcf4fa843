import { setImmediate } from 'node:timers/promises';
import { createCanvas } from '@napi-rs/canvas';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { PageGeometry } from '#core/documents/blocks-geometry.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { OcrEngine } from './ocr-engine.ts';
import { recognisePage } from './ocr-page.ts';
import { giveBack, paperOf } from './ocr-paper.ts';
import type { ReadContext } from './read-limits.ts';

const RENDERED_WIDTH = 1700;

/**
 * A document that begins with so many pictures in which there is no line of text is looked at no further: each takes a quarter of the time
 * that a file has.
 */
const MOST_WITHOUT_TEXT = 2;

/**
 * Large pictures were let go: the collector would wait until many more of them have come. Where the process does not offer it, it waits.
 * What lies outside of its heap is given back only when the process comes round to it.
 */
async function collectGarbage(): Promise<void> {
  globalThis.gc?.();
  await setImmediate();
}

/** Pages of a PDF that are pictures: drawn, then recognised. The engine starts with the first of them. */
export class PdfScans {
  readonly #document: PDFDocumentProxy;
  readonly #context: ReadContext;
  #engine: OcrEngine | null = null;
  #counts = { done: 0, total: 0 };
  #withoutText = 0;

  constructor(document: PDFDocumentProxy, context: ReadContext) {
    this.#document = document;
    this.#context = context;
  }

  /** Whether any page was a picture. */
  get used(): boolean {
    return this.#engine !== null || this.#withoutText > 0;
  }

  /**
   * Of a page that is plainly a picture it is known that it will be drawn: to have begun with it is the first sign of life. A picture
   * without text is an empty page. Error: `document.no-text` when there are only such at the beginning.
   */
  async recognise(number: number, isPlain: boolean): Promise<PageGeometry> {
    const signOfLife = () => this.#context.progress({ step: 'recognise', ...this.#counts });
    if (isPlain) signOfLife();
    const page = await this.#document.getPage(number);
    const plain = page.getViewport({ scale: 1 });
    const viewport = page.getViewport({ scale: Math.min(4, RENDERED_WIDTH / plain.width) });
    const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
    // The library knows the browser's canvas type only; this one has the same methods.
    await page.render({ canvas: canvas as never, canvasContext: canvas.getContext('2d') as never, viewport }).promise;
    page.cleanup();
    signOfLife();
    const paper = paperOf(canvas);
    giveBack(canvas);
    await collectGarbage();
    const startEngine = async () => (this.#engine ??= await OcrEngine.start(signOfLife));
    const recognised = await recognisePage(paper, number, startEngine, (done, total) => {
      this.#counts = { done, total };
      this.#context.progress({ step: 'recognise', done, total });
    });
    await collectGarbage();
    if (recognised !== null) return recognised;
    this.#withoutText += 1;
    if (this.#engine === null && this.#withoutText >= MOST_WITHOUT_TEXT) throw new AppError('document.no-text');
    return { number, width: plain.width, height: plain.height, rules: [], glyphs: [] };
  }

  async close(): Promise<void> {
    await this.#engine?.close();
  }
}
