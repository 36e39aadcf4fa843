import { expect, test } from 'vitest';
import { balancedWidth, linesAt, measureText, textWidth } from './text-width.ts';

test('quốc hiệu in 12 pt bold is about 88 mm wide, as in print', () => {
  expect(textWidth('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 12, true)).toBeCloseTo(88.2, 0);
});

test('marks take no room, composed or not; ư and ơ have widths of their own', () => {
  expect(textWidth('Ế', 12)).toBe(textWidth('E', 12));
  expect(textWidth('ệ'.normalize('NFD'), 12)).toBeCloseTo(textWidth('e', 12), 5);
  expect(textWidth('ừ', 12)).toBe(textWidth('ư', 12));
  expect(textWidth('ư', 12)).toBeGreaterThan(textWidth('u', 12));
});

test('letters of another script are taken for wide, unseen ones for nothing', () => {
  expect(textWidth('語', 12)).toBeGreaterThan(textWidth('W', 12));
  expect(textWidth('a\u200Bb', 12)).toBe(textWidth('ab', 12));
});

test('a word ends at a blank and behind a hyphen between letters, not in an amount', () => {
  expect(measureText('mua 12.000.000 đồng', 12).widest).toBeCloseTo(textWidth('12.000.000', 12), 5);
  expect(measureText('Tài chính-Kế hoạch', 12).widest).toBeCloseTo(textWidth('chính-', 12), 5);
  expect(measureText('9/2026-11/2026', 12).widest).toBeCloseTo(textWidth('11/2026', 12), 5);
  expect(measureText('2026-2027', 12).widest).toBeCloseTo(textWidth('2026-2027', 12), 5);
});

test('balanced: no more lines than before, and no narrower is possible', () => {
  const name = 'TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ TRUNG HỌC CƠ SỞ NGUYỄN THỊ MINH KHAI';
  const width = balancedWidth(name, 70, 12, true);
  expect(linesAt(name, width, 12, true)).toBe(linesAt(name, 70, 12, true));
  expect(linesAt(name, width - 1, 12, true)).toBeGreaterThan(linesAt(name, width, 12, true));
  expect(width).toBeLessThan(70);
});

test('the mark of a list is one with the first word behind it', () => {
  expect(measureText('- Tháng 9', 12).widest).toBeCloseTo(textWidth('- Tháng', 12));
  expect(measureText('-', 12).widest).toBeCloseTo(textWidth('-', 12));
});
