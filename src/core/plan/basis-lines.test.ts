import { describe, expect, test } from 'vitest';
import { basisLines, placeForBasis, withBases } from './basis-lines.ts';
import type { Section, SectionRole } from './plan-document.ts';

const section = (
  role: SectionRole | null,
  lines: string[],
  children: Section[] = [],
  label: string | null = null,
): Section => ({
  label: null,
  title: role === 'opening' ? '' : 'MỤC',
  role,
  lines: lines.map((text) => ({ label, text, place: null })),
  children,
  place: null,
});
const texts = (sections: Section[] | null) => sections?.flatMap((each) => each.lines.map(({ text }) => text));
const opening = section('opening', [
  'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;',
  'Căn cứ Điều lệ trường mầm non.',
  'Trường Mầm non Hoa Mai xây dựng kế hoạch như sau:',
]);
const items = section('items', []);

describe('where they are', () => {
  test('in the opening', () => {
    expect(basisLines([opening, items]).map(({ path, at, of }) => [path, at, of])).toEqual([
      ['0', 0, 2],
      ['0', 1, 2],
    ]);
  });

  test('in sections of their own, however deep, and not in the opening then', () => {
    const deep = section(
      'bases',
      ['Các văn bản sau:', 'Thông tư A'],
      [section(null, ['Báo cáo B']), section('results', ['Đạt 20 tiêu chí'])],
    );
    const found = basisLines([opening, section(null, [], [deep]), items]);
    expect(found.map(({ path, text }) => `${path} ${text}`)).toEqual(['1.0 Thông tư A', '1.0.0 Báo cáo B']);
    expect(placeForBasis([opening, section(null, [], [deep])])).toBe('1.0.0');
  });

  test('nowhere yet', () => {
    expect(placeForBasis([items])).toBeNull();
    expect(placeForBasis([section('opening', ['Trường lập kế hoạch.'])])).toBe('0');
  });
});

describe('changing them', () => {
  test('a new one follows the last, and the marks at the ends follow', () => {
    const added = withBases([opening], '0', (before) => [...before, 'Căn cứ Quyết định số 5/QĐ-TrMN']);
    expect(texts(added)).toEqual([
      'Căn cứ Luật Giáo dục ngày 14 tháng 6 năm 2019;',
      'Căn cứ Điều lệ trường mầm non;',
      'Căn cứ Quyết định số 5/QĐ-TrMN.',
      'Trường Mầm non Hoa Mai xây dựng kế hoạch như sau:',
    ]);
  });

  test('the first one stands before the other words of the opening', () => {
    const added = withBases([section('opening', ['Trường lập kế hoạch.'])], '0', () => ['Căn cứ Luật Trẻ em']);
    expect(texts(added)).toEqual(['Căn cứ Luật Trẻ em.', 'Trường lập kế hoạch.']);
  });

  test('a list without marks gets none; dashes and numbers stay in order', () => {
    const dashes = withBases([section('bases', ['Thông tư A', 'Thông tư B'], [], '-')], '0', ([a, b]) => [b!, a!, 'C']);
    expect(dashes?.[0]?.lines.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '- Thông tư B',
      '- Thông tư A',
      '- C',
    ]);
    const numbered: Section = {
      ...section('bases', []),
      lines: [1, 2].map((at) => ({ label: `${at}.`, text: `Luật ${at}`, place: null })),
    };
    const more = withBases([numbered], '0', ([a, b]) => [b!, a!, 'Luật 3']);
    expect(more?.[0]?.lines.map(({ label, text }) => `${label} ${text}`)).toEqual([
      '1. Luật 2',
      '2. Luật 1',
      '3. Luật 3',
    ]);
    const fewer = withBases([numbered], '0', ([, b]) => [b!]);
    expect(fewer?.[0]?.lines.map(({ label, text }) => `${label} ${text}`)).toEqual(['1. Luật 2']);
  });

  test('a line that stays keeps its place in the source', () => {
    const place = { page: 2 } as never;
    const read: Section = {
      ...section('bases', []),
      lines: [
        { label: null, text: 'A;', place },
        { label: null, text: 'B.', place: null },
      ],
    };
    expect(withBases([read], '0', ([a, b]) => [b!, a!])?.[0]?.lines).toEqual([
      { label: null, text: 'B;', place: null },
      { label: null, text: 'A.', place },
    ]);
  });

  test('what is not there', () => {
    expect(withBases([opening], '3', (before) => before)).toBeNull();
    expect(withBases([opening], '0', () => null)).toBeNull();
  });
});
