import { expect, test } from 'vitest';
import { labelOf } from './label.ts';

test.each([
  ['I. MỤC ĐÍCH', 'roman', 'I', 1, 'MỤC ĐÍCH'],
  ['IV- Tổ chức', 'roman', 'IV', 4, 'Tổ chức'],
  ['2, Tiêu chuẩn 2: Cán bộ', 'arabic', '2', 2, 'Tiêu chuẩn 2: Cán bộ'],
  ['2.1. Xây dựng', 'decimal', '2.1', 1, 'Xây dựng'],
  ['B. Phương hướng', 'upper', 'B', 2, 'Phương hướng'],
  ['đ) Thư viện', 'lower', 'đ', 5, 'Thư viện'],
  ['-Tham mưu', 'bullet', '-', 0, 'Tham mưu'],
  ['Phần II: Nội dung', 'part', 'II', 2, 'Nội dung'],
])('%s', (text, kind, name, value, rest) => {
  expect(labelOf({ text, label: null })).toMatchObject({ kind, name, value, text: rest });
});

test.each(['10/2025', 'Tháng 9/2024', '25/25 tiêu chí', 'A- A A+', 'Căn cứ Thông tư', '1.000.000 đồng'])(
  '%s has no label',
  (text) => {
    expect(labelOf({ text, label: null })).toBeNull();
  },
);

test('a label numbered by the source is not in the text', () => {
  expect(labelOf({ text: 'Mục đích', label: 'I.' })).toMatchObject({ kind: 'roman', raw: 'I.', text: 'Mục đích' });
});
