import { expect, test } from 'vitest';
import { searchLegalDocuments } from '#core/standards/search-legal-documents.ts';
import { getStandards } from './load-standards.ts';

const { legal } = getStandards();
const find = (words: string, schoolType: Parameters<typeof searchLegalDocuments>[1]['schoolType'] = null) =>
  searchLegalDocuments(legal, { words, schoolType, day: '2026-09-15' });

test('by number, whole or begun, and by words without tones in any order', () => {
  expect(find('19/2018')[0]?.number).toBe('19/2018/TT-BGDĐT');
  expect(find('Thông tư số 57/2026/TT-BGDĐT')[0]?.number).toBe('57/2026/TT-BGDĐT');
  expect(find('57/2026/tt-bgd')[0]?.number).toBe('57/2026/TT-BGDĐT');
  expect(find('giao duc luat').map(({ number }) => number)).toContain('43/2019/QH14');
  expect(find('không có văn bản nào như vậy')).toEqual([]);
});

test('for a kind of school; what is in force comes first', () => {
  expect(find('kiem dinh chat luong', 'preschool').map(({ number }) => number)).not.toContain('17/2018/TT-BGDĐT');
  expect(find('kiem dinh chat luong', 'primary').map(({ number }) => number)).toContain('17/2018/TT-BGDĐT');
  expect(find('luat giao duc').findIndex(({ number }) => number === '43/2019/QH14')).toBeLessThan(
    find('luat giao duc').findIndex(({ number }) => number === '38/2005/QH11'),
  );
});
