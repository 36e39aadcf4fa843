import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { createWorker, OEM, PSM, type Worker, type WorkerParams } from 'tesseract.js';

/** A recognised word, in pixels of the picture it was given. */
export interface OcrWord {
  text: string;
  left: number;
  top: number;
  right: number;
  bottom: number;
  baseline: number;
  /** Height of its line. */
  lineHeight: number;
  /** 0-100. */
  confidence: number;
}

/** Character recognition for Vietnamese, from the installed data, never from the network. Close it when done. */
export class OcrEngine {
  readonly #worker: Worker;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** `onTick` is called while it works, so that nobody takes it for dead. */
  static async start(onTick: () => void): Promise<OcrEngine> {
    const data = dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/vie/package.json'));
    const options = {
      langPath: join(data, '4.0.0_best_int'),
      cacheMethod: 'none',
      gzip: true,
      errorHandler: () => {},
      logger: onTick,
    };
    return new OcrEngine(await createWorker('vie', OEM.LSTM_ONLY, options));
  }

  /** `block`: the picture is one piece of text, as in a cell; else its layout is analysed first. */
  async words(picture: Buffer, block: boolean): Promise<OcrWord[]> {
    await this.#worker.setParameters({
      tessedit_pageseg_mode: block ? PSM.SINGLE_BLOCK : PSM.AUTO,
      user_defined_dpi: '200',
      debug_file: '/dev/null',
    } as Partial<WorkerParams>);
    const { data } = await this.#worker.recognize(picture, {}, { text: false, blocks: true });
    return (data.blocks ?? []).flatMap((each) =>
      each.paragraphs.flatMap((paragraph) =>
        paragraph.lines.flatMap((line) =>
          line.words.map((word) => ({
            text: word.text.replaceAll('\u2044', '/'),
            left: word.bbox.x0,
            top: word.bbox.y0,
            right: word.bbox.x1,
            bottom: word.bbox.y1,
            baseline: (line.baseline.y0 + line.baseline.y1) / 2,
            lineHeight: line.bbox.y1 - line.bbox.y0,
            confidence: word.confidence,
          })),
        ),
      ),
    );
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
