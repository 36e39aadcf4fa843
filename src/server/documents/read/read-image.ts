import { loadImage, type Image } from '@napi-rs/canvas';
import type { SourceBlocks } from '#core/documents/block.ts';
import { numberBlocks } from '#core/documents/blocks-draft.ts';
import { draftsOfPages } from '#core/documents/blocks-pages.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { OcrEngine } from './ocr-engine.ts';
import { recognisePage } from './ocr-page.ts';
import { paperOf } from './ocr-paper.ts';
import type { ReadContext } from './read-limits.ts';

/** More would not fit into memory beside the engine. */
const MOST_PIXELS = 50_000_000;

/** A photo or scan of one page (JPEG, PNG, WebP), by character recognition. Errors: `document.corrupted`, `document.too-many-pixels`, `document.no-text`. */
export async function readImage(bytes: Uint8Array, context: ReadContext): Promise<SourceBlocks> {
  const image = await loadImage(bytes).catch((cause: unknown) => {
    throw new AppError('document.corrupted', {}, { cause });
  });
  if (image.width * image.height > MOST_PIXELS)
    throw new AppError('document.too-many-pixels', {
      millions: Math.round((image.width * image.height) / 1e6),
      limit: MOST_PIXELS / 1e6,
    });
  if (image.width < 2 || image.height < 2) throw new AppError('document.corrupted');
  return context.slow(() => recogniseImage(image, context));
}

async function recogniseImage(image: Image, context: ReadContext): Promise<SourceBlocks> {
  let counts = { done: 0, total: 0 };
  let engine: OcrEngine | undefined;
  const signOfLife = () => context.progress({ step: 'recognise', ...counts });
  const startEngine = async () => (engine = await OcrEngine.start(signOfLife));
  signOfLife();
  try {
    const page = await recognisePage(paperOf(image), 1, startEngine, (done, total) => {
      counts = { done, total };
      signOfLife();
    });
    const blocks = page === null ? [] : numberBlocks(draftsOfPages([page]));
    if (blocks.length === 0) throw new AppError('document.no-text');
    return { format: 'image', blocks, pages: 1, recognised: true };
  } finally {
    await engine?.close();
  }
}
