import { expect, test } from 'vitest';
import { CUMULATIVE } from './example-sets.ts';
import type { LegalDocument } from './legal-document.ts';
import { searchIndex, searchStandards } from './search-standards.ts';

const decree = {
  number: '80/2017/NĐ-CP',
  kind: 'Nghị định',
  issuer: 'Chính phủ',
  title: 'Quy định về môi trường giáo dục an toàn',
} as LegalDocument;
const index = searchIndex([CUMULATIVE], { compiled: '', documents: [decree], unknowns: [] });
const find = (query: string) => searchStandards(index, query).map((hit) => hit.code);

test('without tones and in any order', () => {
  expect(find('dan chu')).toContain('1.1');
  expect(find('chu dan')).toContain('1.1');
  expect(find('CHẾ quy')).toContain('1.1');
});

test('tones as typed come first', () => {
  expect(find('dân chủ')[0]).toBe('1.1');
  expect(find('dân cư')[0]).toBe('1.2');
  expect(find('chủ trì dân cư')[0]).toBe('1.2');
  expect(searchStandards(index, 'dân chủ')[0]?.score).toBeGreaterThan(searchStandards(index, 'dan chu')[0]?.score ?? 0);
  const dan = find('dân chủ');
  expect(dan.indexOf('1.1')).toBeLessThan(dan.indexOf('1.2'));
});

test('the criterion before its indicators', () => {
  expect(find('thuc hien quy che')[0]).toBe('1.1');
  expect(find('yeu cau 1b quy che')).toContain('1.1/1b');
});

test('a word not finished, a code, a number', () => {
  expect(find('quy ch')).toContain('1.1');
  expect(find('2.1')[0]).toBe('2.1');
  expect(find('80/2017/NĐ-CP')).toEqual(['80/2017/NĐ-CP']);
  expect(find('80/2017/ND-CP')).toEqual(['80/2017/NĐ-CP']);
  expect(find('an toan moi truong')).toEqual(['80/2017/NĐ-CP']);
});

test('all words must be there', () => {
  expect(find('dan chu an toan')).toEqual([]);
  expect(find('   ')).toEqual([]);
  expect(find('ế')).toEqual([]);
});
