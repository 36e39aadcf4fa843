import { describe, expect, test } from 'vitest';
import { findSpan, suggestKind } from './suggest-kind.ts';

const plan = (title: string, schoolName: string | null = null, text = '') => ({
  title: ['KẾ HOẠCH', title],
  letterhead: { governingBody: null, schoolName, country: null, motto: null },
  sections: [
    { label: null, title: '', role: null, lines: [{ label: null, text, place: null }], children: [], place: null },
  ],
});
const GROUPS = [
  { id: 'la', name: 'Tổ Lá' },
  { id: 'la-2', name: 'Tổ Lá 2' },
];
const span = (first: number, last: number) => ({ first: { start: first }, last: { start: last } });

describe('a span of years', () => {
  test.each([
    ['Giai đoạn 2020-2025', span(2020, 2024)],
    ['chiến lược giai đoạn 2021 – 2030, tầm nhìn 2035', span(2021, 2029)],
    ['từ năm 2020 đến năm 2025', span(2020, 2024)],
    ['Năm học 2025-2026', null],
    ['giai đoạn 2025-2020', null],
    ['giai đoạn 1990 - 2020', null],
  ])('%s', (text, found) => expect(findSpan(text)).toEqual(found));
});

test('a strategy says so in its title; a span in the text of a yearly plan makes none', () => {
  expect(suggestKind(plan('Phát triển nhà trường giai đoạn 2020-2025'), [])).toEqual({
    scope: 'strategy',
    span: span(2020, 2024),
  });
  expect(suggestKind(plan('Chiến lược phát triển', null, 'Trong giai đoạn 2020 - 2025'), [])).toEqual({
    scope: 'strategy',
    span: span(2020, 2024),
  });
  expect(suggestKind(plan('Cải tiến chất lượng năm học 2025-2026', null, 'giai đoạn 2020 - 2025'), GROUPS)).toBeNull();
});

test('a plan of a group names it, the longer name first; a name inside another word is none', () => {
  expect(suggestKind(plan('Cải tiến chất lượng của Tổ Lá'), GROUPS)).toEqual({ scope: 'group', groupId: 'la' });
  expect(suggestKind(plan('Cải tiến chất lượng', 'TỔ LÁ 2'), GROUPS)).toEqual({ scope: 'group', groupId: 'la-2' });
  expect(suggestKind(plan('Cải tiến của tổ Lành'), GROUPS)).toBeNull();
});
