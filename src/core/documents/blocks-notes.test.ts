import { expect, test } from 'vitest';
import { notesOf } from './blocks-notes.ts';
import type { PageItem } from './blocks-page.ts';

function paragraph(text: string, size = 13): PageItem {
  return { kind: 'paragraph', laid: { lines: [{ text, size }], column: {} }, page: {} } as unknown as PageItem;
}

const BODY = [paragraph('Tỷ lệ giáo viên có trình độ thạc sĩ còn thấp.1'), paragraph('Cử 04 giáo viên đi học.')];

test('small print at the foot of a page with the number of a word above is a note, and what follows it', () => {
  const notes = [paragraph('1 Số liệu ngày 30/9 của bộ phận tổ chức.', 10), paragraph('Không tính thỉnh giảng.', 10)];
  expect([...notesOf([...BODY, ...notes])]).toEqual(notes);
});

test.each([
  ['nobody points at it', [...BODY, paragraph('2 Số liệu ngày 30/9.', 10)]],
  ['as large as the text', [...BODY, paragraph('1 Số liệu ngày 30/9.', 12.5)]],
  ['text follows', [BODY[0]!, paragraph('1 Số liệu ngày 30/9.', 10), BODY[1]!]],
  ['recipients', [...BODY, paragraph('Nơi nhận:', 11), paragraph('- Lưu: VT.', 11)]],
])('no note: %s', (_, items) => {
  expect(notesOf(items).size).toBe(0);
});
