import { expect, test } from 'vitest';
import { joinWrapped } from './blocks-lines.ts';

test.each([
  ['Gửi về https://', 'mnnangsom.edu.vn', 'Gửi về https://mnnangsom.edu.vn'],
  ['Gửi về https://mnnangsom.edu.', 'vn/ke-hoach', 'Gửi về https://mnnangsom.edu.vn/ke-hoach'],
  ['Thư: mn.', 'nangsom@donganng.edu.vn', 'Thư: mn.nangsom@donganng.edu.vn'],
  ['Thư: mn.nangsom@', 'donganng.edu.vn', 'Thư: mn.nangsom@donganng.edu.vn'],
])('an address broken at its signs: %s | %s', (above, below, joined) => {
  expect(joinWrapped(above, below)).toBe(joined);
});

test('the currency stands right behind its sum', () => {
  expect(joinWrapped('2.000.000', 'đ (quỹ lớp)')).toBe('2.000.000đ (quỹ lớp)');
  expect(joinWrapped('Quyết định số 120', 'đã ký')).toBe('Quyết định số 120 đã ký');
});

test.each([
  ['Xem https://mnnangsom.edu.vn.', 'Nhà trường công khai', 'Xem https://mnnangsom.edu.vn. Nhà trường công khai'],
  ['chia lớp, ăn ngủ, v.v.', 'các nhóm', 'chia lớp, ăn ngủ, v.v. các nhóm'],
  ['kí hiệu \\n', 'ở cột', 'kí hiệu \\n ở cột'],
])('a sentence after it, and other words, keep their blank: %s | %s', (above, below, joined) => {
  expect(joinWrapped(above, below)).toBe(joined);
});

test('a paragraph grows by its last word, however long it is', () => {
  const paragraph = 'một đoạn rất dài '.repeat(60_000);
  const start = performance.now();
  for (let line = 0; line < 200; line++) expect(joinWrapped(paragraph, 'dòng').slice(-9)).toBe('dài  dòng');
  // To look at all of it takes a hundred times as long.
  expect(performance.now() - start).toBeLessThan(1500);
});
