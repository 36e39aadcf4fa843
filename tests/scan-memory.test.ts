import { expect, test } from 'vitest';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { DEFAULT_LIMITS } from '#server/documents/read/read-limits.ts';
import { makePdf } from './samples/files/make-pdf.ts';
import { scannedPdf } from './samples/files/scanned-pdf.ts';
import { watchReader } from './support/watch-reader.ts';

const PAGES = 4;

/** A plan of a page for each criterion. */
function planOf(pages: number): Uint8Array {
  const page = (number: number) => `
    #pagebreak(weak: true)
    #table(columns: (2cm, 6cm, 4cm, 3cm), [Tiêu chí], [Giải pháp], [Người thực hiện], [Thời gian],
      [1.${number}], [Mua thêm sách cho thư viện], [Kế toán], [Tháng ${number + 2}/2027])`;
  const pagesOfPlan = Array.from({ length: pages }, (_, index) => page(index + 1)).join('\n');
  return makePdf(`= KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC\nNăm học 2026 - 2027\n${pagesOfPlan}`);
}

/** Each page gives back what it took before the next is drawn: the pages of a scan lie one behind the other, not one upon the other. */
test(
  'a scan of several pages is read within the memory of a reader, with room to spare',
  { timeout: 240_000 },
  async () => {
    const bytes = await scannedPdf(planOf(PAGES));
    const peak = watchReader();
    const { reading } = await readDocumentInWorker(bytes, 'plan.pdf', () => {});
    const megabytes = peak();
    expect(reading.plan.items.map(({ criterion }) => criterion)).toEqual(
      Array.from({ length: PAGES }, (_, index) => `1.${index + 1}`),
    );
    expect(megabytes).toBeGreaterThan(100);
    // Pages of real plans are fuller than these.
    expect(megabytes).toBeLessThan(0.75 * DEFAULT_LIMITS.memoryMegabytes);
  },
);
