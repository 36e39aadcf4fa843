import { expect, test } from 'vitest';
import { translator } from '#lib/messages/translate.ts';
import { rowHistoryHtml } from './row-history-html.ts';

const t = translator('vi');
const at = new Date('2026-09-15T03:32:00Z');

test('who changed which cell, when, word by word; texts are escaped', () => {
  const cell = { field: 'action' as const, before: 'Mua <b>bàn</b> cũ', after: 'Mua <b>bàn</b> mới' };
  const html = rowHistoryHtml([{ action: 'edited', at, by: 'Nguyễn Thị <Hoa>', cell }], t);
  expect(html).toContain('Sửa ô “Giải pháp, công việc”');
  expect(html).toContain('Nguyễn Thị &lt;Hoa&gt;, 15/09/2026\u00a010:32');
  expect(html).toContain('&lt;b&gt;');
  expect(html).not.toContain('<b>');
  expect(html.replace(/<span class="visually-hidden">[^<]*<\/span>/g, '')).toMatch(/<del>cũ<\/del><ins>mới<\/ins>/);
});

test('a row without history has no heading for it; somebody who left is said to have left', () => {
  expect(rowHistoryHtml([], t)).toBe('');
  expect(rowHistoryHtml([{ action: 'moved', at, by: null, cell: null }], t)).toContain('Người không còn trong trường');
});
