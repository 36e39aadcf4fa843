import { expect, test } from 'vitest';
import { thresholdsIn } from './thresholds.ts';

const short = (text: string) =>
  thresholdsIn(text).map(
    ({ comparison, value, unit, difficultArea }) =>
      `${comparison} ${value}${unit ?? ''}${difficultArea ? ' difficult' : ''}`,
  );

test.each([
  ['Ít nhất 80% trẻ suy dinh dưỡng được can thiệp', ['at-least 80%']],
  ['100% trẻ được kiểm tra sức khỏe', ['exactly 100%']],
  ['Trường có không quá 20 nhóm, lớp', ['at-most 20']],
  ['Trẻ 5 tuổi hoàn thành ít nhất 85% (vùng khó khăn ít nhất 80%)', ['at-least 85%', 'at-least 80% difficult']],
  [
    'Chuyên cần ít nhất 90% với trẻ 5 tuổi và 85% với trẻ dưới 5 tuổi; vùng khó khăn ít nhất 85% với trẻ 5 tuổi và 80% với trẻ dưới 5 tuổi',
    ['at-least 90%', 'at-least 85%', 'at-least 85% difficult', 'at-least 80% difficult'],
  ],
  ['có ít nhất 02 năm hoàn thành tốt nhiệm vụ', ['at-least 2years']],
  ['không quá 3,5%', ['at-most 3.5%']],
  ['theo Thông tư 13/2020, mức 2, Điều 7', []],
])('%s', (text, thresholds) => {
  expect(short(text)).toEqual(thresholds);
});
