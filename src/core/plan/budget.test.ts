import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBudget } from './budget.ts';

test.each<[string, number | null, string | null]>([
  ['Không', 0, null],
  ['000đ (phụ huynh đóng góp)', null, 'phụ huynh đóng góp'],
  ['Không có', 0, null],
  ['Không\ncó', 0, null],
  ['Tuỳ tình hình thực tế', null, null],
  ['5.000.000đ', 5_000_000, null],
  ['5.000.000', 5_000_000, null],
  ['5 triệu đồng', 5_000_000, null],
  ['1,5 triệu', 1_500_000, null],
  ['200 nghìn', 200_000, null],
  ['2 tỷ', 2_000_000_000, null],
  ['10.000.000 đồng từ ngân sách nhà nước', 10_000_000, 'ngân sách nhà nước'],
  ['Kinh phí ngân sách cấp trên và nguồn tài trợ', null, 'ngân sách cấp trên và nguồn tài trợ'],
  ['Ngân sách', null, 'Ngân sách'],
  ['Sách: 2 triệu; tủ: 3 triệu', 5_000_000, null],
  ['50 triệu (NSNN 30 triệu, XHH 20 triệu)', 50_000_000, 'NSNN, XHH'],
  ['Năm 2025', null, null],
  ['12000000\nNgân sách nhà nước', 12_000_000, 'Ngân sách nhà nước'],
])('%s', (text, amount, source) => {
  expect(parseBudget(text)).toEqual({ text, amount, source });
  expect(parseBudget(text.normalize('NFD'))).toMatchObject({ amount, source });
});

test('a blank cell has no budget', () => {
  expect(parseBudget(' ')).toEqual({ text: null, amount: null, source: null });
});

test('a printed amount is read back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 2_000_000_000 }), (amount) => {
      const printed = String(amount).replace(/\B(?=(\d{3})+$)/g, '.');
      expect(parseBudget(`${printed} đồng`).amount).toBe(amount);
    }),
  );
});
