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

/** Milliseconds of the quickest of several runs: what else the computer does at the time falls out. */
function quickest(work: () => unknown): number {
  const runs = Array.from({ length: 15 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...runs);
}

test('a paragraph grows by its last word, however long it is', () => {
  const paragraph = 'một đoạn rất dài '.repeat(60_000);
  expect(joinWrapped(paragraph, 'dòng').slice(-9)).toBe('dài  dòng');
  const tenJoined = quickest(() => Array.from({ length: 10 }, () => joinWrapped(paragraph, 'dòng')));
  const lookedAtAll = quickest(() => /\S@\S*$/u.test(paragraph));
  // One that looks at all of it takes ten times as long as that by itself.
  expect(tenJoined).toBeLessThan(lookedAtAll);
});
