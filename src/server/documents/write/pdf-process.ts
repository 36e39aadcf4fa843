import type { FromPdfProcess, ToPdfProcess } from './write-pdf-in-process.ts';
import { writePdf } from './write-pdf.ts';

/** The program of the process that sets PDF files for `writePdfInProcess`, one after the other; it ends with its owner. */
process.on('message', ({ model, now, pdfA }: ToPdfProcess) => {
  process.send?.(answer(() => writePdf(model, { now, pdfA })));
});
process.once('disconnect', () => process.exit(0));

function answer(write: () => Uint8Array): FromPdfProcess {
  try {
    return { kind: 'pdf', bytes: write() };
  } catch (error) {
    return { kind: 'failed', reason: String(error).slice(0, 500) };
  }
}
