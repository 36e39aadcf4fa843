import { expect, test } from 'vitest';
import { parseCriterionReference } from './criterion-reference.ts';

test.each<[string, string | null, string | null, number[], string | null, boolean]>([
  ['Tiêu chí 1.5: Tổ chức nhóm trẻ và lớp mẫu giáo', '1', '1.5', [], 'Tổ chức nhóm trẻ và lớp mẫu giáo', false],
  ['Tiêu chí\n1.10:\nĐảm bảo\nan ninh', '1', '1.10', [], 'Đảm bảo an ninh', false],
  ['TC 1.5', '1', '1.5', [], null, false],
  ['1.5. Tổ chức lớp', '1', '1.5', [], 'Tổ chức lớp', false],
  ['Tiêu chí 5.3', '5', '5.3', [], null, false],
  ['Triển khai tiêu chí 1.1, của tiêu chuẩn 1', '1', '1.1', [], null, false],
  ['Tiêu chuẩn 3', '3', null, [], null, false],
  ['2, Tiêu chuẩn 2: Cán bộ quản lý', '2', null, [], 'Cán bộ quản lý', false],
  ['TIÊU CHUẨN III. CƠ SỞ', '3', null, [], 'CƠ SỞ', false],
  ['MỨC 1, 2, 3', null, null, [1, 2, 3], null, false],
  ['Mức 1-3', null, null, [1, 2, 3], null, false],
  ['MỨC 2', null, null, [2], null, false],
  ['chỉ báo b,  tiêu chí 8, tiêu chuẩn 1 ( Tổ chức', '1', null, [], null, true],
  ['Hồ sơ quản lý', null, null, [], null, false],
  ['9/2025 – 5/2026', null, null, [], null, false],
])('%j', (text, standard, criterion, levels, title, legacy) => {
  const expected = { standard, criterion, levels, level: levels[0] ?? null, title, legacy };
  expect(parseCriterionReference(text)).toEqual(expected);
  expect(parseCriterionReference(text.normalize('NFD'))).toEqual(expected);
});
