import { expect, test } from 'vitest';
import { makeDocx, p } from '../../../../tests/samples/files/make-docx.ts';
import { makePdf } from '../../../../tests/samples/files/make-pdf.ts';
import { holdUpReader } from '../../../../tests/support/watch-reader.ts';
import { readInWorker } from './read-in-worker.ts';
import type { Progress } from './read-limits.ts';

test('the same blocks as in this process, with progress', async () => {
  const seen: Progress[] = [];
  const source = await readInWorker(makePdf('Một\n#pagebreak()\nHai'), 'a.pdf', {
    onProgress: (progress) => seen.push(progress),
  });
  expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text)).toContain('Hai');
  expect(seen).toEqual([
    { step: 'page', done: 1, total: 2 },
    { step: 'page', done: 2, total: 2 },
  ]);
});

test.each([
  ['errors keep their code', makeDocx('<w:p><w:r>'), {}, 'document.corrupted'],
  ['too many pages', makePdf('#for n in range(4) { [x]; pagebreak() }'), { pages: 3 }, 'document.too-many-pages'],
  ['no time', makeDocx(p('a')), { workMilliseconds: 1 }, 'document.timeout'],
  ['no memory', makeDocx(p('chữ '.repeat(40)).repeat(20_000)), { memoryMegabytes: 60 }, 'document.out-of-memory'],
])('%s', async (_, bytes, limits, code) => {
  await expect(readInWorker(bytes, 'a.docx', { limits })).rejects.toMatchObject({ code });
});

test('cancelled from outside', async () => {
  const controller = new AbortController();
  const reading = readInWorker(makePdf('#for n in range(200) { [x]; pagebreak() }'), 'a.pdf', {
    signal: controller.signal,
    onProgress: () => controller.abort(),
  });
  await expect(reading).rejects.toMatchObject({ code: 'document.cancelled' });
});

test.runIf(process.platform === 'linux')(
  'a good file is read on a computer that is busy with other things',
  async () => {
    const limits = { workMilliseconds: 3_000 };
    const start = performance.now();
    let isHeldUp = false;
    const source = await readInWorker(makePdf('Một\n#pagebreak()\nHai'), 'a.pdf', {
      limits,
      onProgress: () => {
        if (!isHeldUp) holdUpReader(1.1 * limits.workMilliseconds);
        isHeldUp = true;
      },
    });
    expect(source.blocks.map((block) => block.kind === 'paragraph' && block.text)).toContain('Hai');
    expect(performance.now() - start).toBeGreaterThan(limits.workMilliseconds);
  },
);
