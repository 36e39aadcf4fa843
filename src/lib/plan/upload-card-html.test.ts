import { expect, test } from 'vitest';
import { translator } from '#lib/messages/translate.ts';
import type { UploadCard } from './upload-card.ts';
import { uploadCardHtml } from './upload-card-html.ts';

const FAILED: UploadCard = {
  ...{ id: 'u', fileName: 'a.pdf', when: '23/11/2026 00:27', state: 'failed', progress: null, outcome: null },
  ...{ planId: null, sentence: 'Đọc quá lâu.', mayRetry: true },
};

test('a file that may be read after all has a button for it, for those who bring files', () => {
  const html = (card: UploadCard, mayWrite: boolean) => uploadCardHtml(card, translator('vi'), mayWrite);
  expect(html(FAILED, true)).toContain('action="?/retry"');
  expect(html(FAILED, false)).not.toContain('<form');
  expect(html({ ...FAILED, mayRetry: false }, true)).not.toContain('<form');
});
