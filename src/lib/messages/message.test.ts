import { expect, test } from 'vitest';
import { fill } from './message.ts';

test('values, numbers as the language writes them', () => {
  expect(fill('Trang {page}/{pages} của {name}', { page: 2, pages: 1234.5, name: 'a{b}' }, 'vi')).toBe(
    'Trang 2/1.234,5 của a{b}',
  );
});

test('one and many', () => {
  expect(fill('{count|row|rows}', { count: 1 }, 'en')).toBe('1 row');
  expect(fill('{count|row|rows}', { count: 2 }, 'en')).toBe('2 rows');
});

test('a missing value stays visible', () => {
  expect(fill('Xin chào {name}', {}, 'vi')).toBe('Xin chào {name}');
});

test('letters from right to left, and signs that force them, end with the words that have them', () => {
  expect(fill('Hàng “{row}” bị {by} xoá', { row: 'a\u202Eb\u2069', by: 'Hoà' }, 'vi')).toBe(
    'Hàng “\u2068a\u202Eb\u2069” bị Hoà xoá',
  );
  expect(fill('Hàng “{row}”', { row: 'عربي' }, 'vi')).toBe('Hàng “\u2068عربي\u2069”');
});
