import { expect, test } from 'vitest';
import { findMentions, matchTargets, type MentionTarget, namedBeside, wordPieces } from './mentions.ts';

const person = (id: string, label: string, hint = ''): MentionTarget => ({ ref: `person:${id}`, label, hint });
const HOA = person('hoa', 'Nguyễn Thị Hoa', 'Giáo viên');
const HOANG = person('hoang', 'Nguyễn Thị Hoàng');
const AN = person('an', 'Trần Văn An', 'Kế toán');
const OTHER_AN = person('an2', 'Trần Văn An', 'Bảo vệ');
const TEAM: MentionTarget = { ref: 'group:to', label: 'Tổ chuyên môn', hint: '' };
const TEAM_2: MentionTarget = { ref: 'group:to2', label: 'Tổ chuyên môn 2', hint: '' };
const ALL = [HOA, HOANG, AN, OTHER_AN, TEAM, TEAM_2];

const refs = (words: string, chosen: string[] = []) =>
  findMentions(words, ALL, chosen).map(({ target, starts }) => [target.ref, starts]);

test('names behind "@" are found where they stand, whatever their case', () => {
  expect(refs('Nhờ @nguyễn thị hoa và @TỔ CHUYÊN MÔN xem giúp.')).toEqual([
    ['person:hoa', 4],
    ['group:to', 23],
  ]);
});

test('the longest name counts, and only a whole one', () => {
  expect(refs('@Tổ chuyên môn 2 xem')).toEqual([['group:to2', 0]]);
  expect(refs('@Nguyễn Thị Hoàng')).toEqual([['person:hoang', 0]]);
  expect(refs('@Nguyễn Thị Hoaa @Nguyễn Thị')).toEqual([]);
  expect(refs('thu@Nguyễn Thị Hoa')).toEqual([]);
});

test('a comment full of "@" in a large school is read in no time', () => {
  const school = Array.from({ length: 1000 }, (_, index) => person(`${index}`, `Nguyễn Thị Người ${index}`));
  const began = performance.now();
  expect(findMentions('@N '.repeat(1666), school, [])).toEqual([]);
  expect(findMentions('@'.repeat(5000), school, [])).toEqual([]);
  expect(performance.now() - began).toBeLessThan(1000);
});

test('of two people of one name only the chosen one is told', () => {
  expect(refs('@Trần Văn An')).toEqual([]);
  expect(refs('@Trần Văn An', ['person:an2'])).toEqual([['person:an2', 0]]);
});

test('whoever is chosen and not written is named beside the words; what is no target is nobody', () => {
  expect(refs('Xem giúp', ['person:an', 'person:stranger', 'group:to'])).toEqual([
    ['person:an', null],
    ['group:to', null],
  ]);
});

test('a mention shows the name of today, in its place', () => {
  const words = 'Nhờ @Nguyễn Thị Hoa, rồi thôi';
  const kept = [
    { starts: 4, label: 'Nguyễn Thị Hoa', name: 'Nguyễn Thị Hoa Mai' },
    { starts: null, label: 'Tổ chuyên môn', name: 'Tổ chuyên môn' },
  ];
  expect(wordPieces(words, kept)).toEqual([
    { text: 'Nhờ ', mention: false },
    { text: '@Nguyễn Thị Hoa Mai', mention: true },
    { text: ', rồi thôi', mention: false },
  ]);
  expect(namedBeside(kept)).toEqual(['Tổ chuyên môn']);
});

test('places that do not fit the words leave them whole', () => {
  const words = 'Ngắn @A';
  for (const starts of [0, 5, 99, 6])
    expect(
      wordPieces(words, [{ starts, label: 'Một tên dài', name: 'X' }])
        .map(({ text }) => text)
        .join(''),
    ).toBe(words);
  expect(wordPieces('', [])).toEqual([]);
});

test('the list forgives tones and the order of words; the given name comes before the rest', () => {
  const labels = (typed: string, most = 8) => matchTargets(typed, ALL, most).map(({ label }) => label);
  expect(labels('hoa')).toEqual(['Nguyễn Thị Hoa', 'Nguyễn Thị Hoàng']);
  expect(labels('hoa nguyen')).toEqual(['Nguyễn Thị Hoa', 'Nguyễn Thị Hoàng']);
  expect(labels('ke toan')).toEqual(['Trần Văn An']);
  expect(labels('to chuyen')).toEqual(['Tổ chuyên môn', 'Tổ chuyên môn 2']);
  expect(labels('xyz')).toEqual([]);
  expect(labels('', 3)).toHaveLength(3);
});
