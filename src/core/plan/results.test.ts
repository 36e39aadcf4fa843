import { describe, expect, test } from 'vitest';
import { aPlanDocument, aSection } from './samples/plan-builder.ts';
import { readResults, resultsOf } from './results.ts';

function levels(lines: string[]): Record<string, string> {
  return Object.fromEntries(
    Object.entries(readResults(lines).levels).map(([level, r]) => [
      level,
      `${r.met}/${r.total} ${r.statedText}; ${r.notMet} ${r.notMetText}`,
    ]),
  );
}

describe('results per level', () => {
  test('what is to be kept is no result', () => {
    expect(levels(['- Duy trì 28/28 tiêu chí đạt Mức 1, 28/28 tiêu chí đạt Mức 2.'])).toEqual({});
    expect(levels(['Nhà trường duy trì tốt: 28/28 tiêu chí đạt Mức 1'])).toMatchObject({ 1: '28/28 null; null null' });
  });

  test('a column of totals is no column of failures', () => {
    const rows = [
      'Mức | Số tiêu chí đạt | Tổng số tiêu chí | Tỷ lệ',
      'Mức 1 | 27 | 27 | 100%',
      'Mức 2 | 20 | 27 | 74,1%',
    ];
    expect(levels(rows)).toEqual({ 1: '27/27 100; null null', 2: '20/27 74,1; null null' });
    const first = ['Mức\tTổng số\tĐạt\tTỷ lệ\tKhông đạt\tTỷ lệ', 'Mức 3\t20\t4\t20%\t16\t80%'];
    expect(levels(first)).toEqual({ 3: '4/20 20; 16 80' });
  });

  test('the level of a criterion is not that of the school', () => {
    const lines = [
      'Tiêu chí 2.1: Đối với hiệu trưởng',
      '5. Tự đánh giá: Đạt Mức 3',
      'III. KẾT LUẬN',
      'Tự đánh giá: Mức 2',
    ];
    expect(readResults(lines).overallLevel).toBe(2);
    expect(readResults(['Trường đạt: Mức 2']).overallLevel).toBe(2);
  });

  test('one line each, with those that fail', () => {
    const lines = [
      '- Số lượng tiêu chí đạt Mức 1: 25/25 \t\t\ttỷ lệ 100%',
      '- Số lượng tiêu chí không đạt Mức 1: 00/25 \t\ttỷ lệ 0%',
      '- Số lượng tiêu chí đạt Mức 3: 5/19 \t\t\ttỷ lệ 26.3 %',
      '- Số lượng tiêu chí không đạt Mức 3: 14/19 \t\ttỷ lệ 73.7%',
      '- Mức đánh giá của Trường mầm non Hoa Sim: Mức 2;',
    ];
    expect(levels(lines)).toEqual({ 1: '25/25 100; 0 0', 3: '5/19 26.3; 14 73.7' });
    expect(readResults(lines)).toMatchObject({ overallLevel: 2, grade: null, nationalStandard: null });
    expect(readResults(lines).used.map((use) => use.index)).toEqual([0, 1, 2, 3, 4]);
  });

  test('a heading for each level, the counts below', () => {
    const lines = [
      '- Số lượng và tỉ lệ phần trăm (%) các tiêu chí đạt và không đạt Mức 2:',
      'Số lượng đạt : 18/27 - Tỷ lệ: 66,3%',
      'Số lượng không đạt : 9/27 - Tỷ lệ: 33,7% ',
      '* Mức đánh giá của Trường Tiểu học Hoa Sim: Mức 1',
    ];
    expect(levels(lines)).toEqual({ 2: '18/27 66,3; 9 33,7' });
    expect(readResults(lines).levels['2']?.statedPercent).toBe(66.3);
    expect(readResults(lines).overallLevel).toBe(1);
  });

  test('grade and national standard', () => {
    const lines = [
      '+ Tổng số các tiêu chí chưa Đạt Mức 3: 6/19 tỷ lệ: 31,58%',
      'Trường MN Hoa Sim đạt tiêu chuẩn chất lượng cấp độ 2.',
      'Nhà trường được công nhận đạt cấp độ 2, đạt chuẩn quốc gia mức độ 1.',
    ];
    expect(levels(lines)).toEqual({ 3: '13/19 null; 6 31,58' });
    expect(readResults(lines)).toMatchObject({ grade: 2, nationalStandard: 1, overallLevel: null });
  });

  test.each([
    ['Số tiêu chí đạt mức 2 là 24/25 tiêu chí, chiếm 96%', { 2: '24/25 96; null null' }],
    ['Đạt Mức 1: 25/25 (100%)', { 1: '25/25 100; null null' }],
    ['Mức 1: 25/25 (100%); Mức 2: 24/25 (96%)', { 1: '25/25 100; null null', 2: '24/25 96; null null' }],
    ['Mức 1: 25/25 (100%), mức 2: 24/25 (96%)', { 1: '25/25 100; null null', 2: '24/25 96; null null' }],
    ['Mức 2\t24\t96%\t1\t4%', { 2: '24/25 96; 1 4' }],
    ['| Mức 2 | 24/25 | 96,0 |', { 2: '24/25 96,0; null null' }],
    ['Mức 2 | 25 (89,3%) | 3 (10,7%)', { 2: '25/28 89,3; 3 10,7' }],
    ['Mức 1 | 28 | 0', { 1: '28/28 null; 0 null' }],
    ['Mức 3 | 12 | 60 | 8 | 40', { 3: '12/20 60; 8 40' }],
    ['Mức 1 | 28/28 | 100 |', { 1: '28/28 100; null null' }],
    [
      'Số lượng và tỷ lệ tiêu chí đạt và không đạt Mức 2: Đạt 22/25, tỷ lệ 88%; không đạt 3/25, tỷ lệ 12%',
      { 2: '22/25 88; 3 12' },
    ],
    ['Mức 3: đạt 7/20 tiêu chí, không đạt 13/20 tiêu chí', { 3: '7/20 null; 13 null' }],
    ['Phấn đấu 25/25 tiêu chí đạt Mức 3', {}],
    ['Ngày 22/8/2018 đạt mức 1', {}],
  ])('%s', (line, expected) => {
    expect(levels([line])).toEqual(expected);
    expect(levels([line.normalize('NFD')])).toEqual(expected);
  });
});

test('results that a plan states above its rows', () => {
  const line = 'Kết quả tự đánh giá: đạt Mức 1: 25/25 tiêu chí; đạt Mức 2: 23/25 tiêu chí (92%).';
  const own = (role: 'results' | 'items' | 'organisation') =>
    resultsOf({ ...aPlanDocument(), sections: [aSection('II', 'NỘI DUNG', role, [line])] }).levels;
  expect(own('items')).toMatchObject({ 1: { met: 25, total: 25 }, 2: { met: 23, statedPercent: 92 } });
  expect(own('organisation')).toEqual({});
});

test('a percentage without its sign behind a column of totals', () => {
  const header = 'Mức\tSố tiêu chí đạt\tTổng số tiêu chí\tTỷ lệ (%)';
  const { levels: read } = readResults([header, 'Mức 1\t28\t28\t100', 'Mức 2\t24\t28\t85,7', 'Mức 3\t0\t20\t0']);
  expect(read[1]).toMatchObject({ met: 28, total: 28, statedPercent: 100, notMet: null });
  expect(read[2]).toMatchObject({ met: 24, total: 28, statedPercent: 85.7, notMet: null });
  expect(read[3]).toMatchObject({ met: 0, total: 20, statedPercent: 0, notMet: null });
});
