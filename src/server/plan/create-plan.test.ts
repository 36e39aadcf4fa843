import { expect, test } from 'vitest';
import { nameOf, titleOf } from './create-plan.ts';

test.each([
  [['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục năm học 2021-2022'], 'Kế hoạch cải tiến chất lượng giáo dục'],
  [
    ['KẾ HOẠCH', 'THỰC HIỆN CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC', 'Năm học 2020-2021'],
    'Kế hoạch thực hiện cải tiến chất lượng giáo dục',
  ],
  [['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG', 'NĂM HỌC: 2024 – 2025'], 'Kế hoạch cải tiến chất lượng'],
  [['KẾ HOẠCH', 'Cải tiến', 'Trường Mầm non Nắng Sớm'], 'Kế hoạch cải tiến Trường Mầm non Nắng Sớm'],
  [[], 'Trường Mầm non Nắng Sớm'],
])('%j is listed as %s', (title, listed) => {
  expect(titleOf({ title, schoolName: 'Trường Mầm non Nắng Sớm' })).toBe(listed);
});

test('no plan is without a name, so that it can be found in lists', () => {
  expect(nameOf({ title: [], schoolName: null })).toBe('Kế hoạch chưa ghi tên');
  expect(nameOf({ title: ['KẾ HOẠCH'], schoolName: null })).toBe('Kế hoạch');
});
