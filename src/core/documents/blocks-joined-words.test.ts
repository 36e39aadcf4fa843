import { expect, test } from 'vitest';
import { withBlanksBetweenWords } from './blocks-joined-words.ts';

test.each([
  ['Hiệutrưởng', 'Hiệu trưởng'],
  ['Bíthư', 'Bí thư'],
  ['GVphụtrách', 'GV phụ trách'],
  ['Thôngbểphốt,', 'Thông bể phốt,'],
  ['Đăngkýcôngnhậnthưviện', 'Đăng ký công nhận thư viện'],
  ['Họcsinhđọcchậm', 'Học sinh đọc chậm'],
  ['HIỆUTRƯỞNG', 'HIỆU TRƯỞNG'],
  ['(cánhân', '(cá nhân'],
  ['nghiêng', 'nghiêng'],
  ['Trưởngấp', 'Trưởngấp'],
  ['sốngười', 'sốngười'],
  ['Krông', 'Krông'],
  ['online', 'online'],
  ['Facebookcủa', 'Facebookcủa'],
  ['UBND', 'UBND'],
  ['KH-THCSBC', 'KH-THCSBC'],
])('%s -> %s', (typed, parted) => {
  expect(withBlanksBetweenWords(typed)).toBe(parted);
});
