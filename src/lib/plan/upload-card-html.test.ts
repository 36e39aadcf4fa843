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

test('while a picture is read its words are said to be recognised, afterwards that rows are found', () => {
  const words = (done: number, total: number) => {
    const progress = { step: 'recognise' as const, done, total };
    return uploadCardHtml({ ...FAILED, state: 'reading', sentence: null, progress }, translator('vi'), true);
  };
  expect(words(3, 12)).toContain('Đang nhận chữ trong ảnh');
  expect(words(3, 12)).toContain('value="3" max="12"');
  expect(words(0, 0)).toContain('Đang xếp thành hạng mục');
});
