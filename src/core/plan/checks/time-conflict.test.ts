import { describe, expect, test } from 'vitest';
import { parseSchoolTime } from '#core/plan/parse-school-time.ts';
import { faultsOf, quotesOf } from '#tests/support/check-builder.ts';
import { anItem, aTime } from '#core/plan/samples/plan-builder.ts';
import { timeConflict } from './time-conflict.ts';

describe(timeConflict.id, () => {
  const prose = (action: string, text: string) => ({ items: [anItem({ action, time: aTime(text) })] });

  test('following years against one month', () => {
    const action =
      'Năm học 2023-2024 và những năm học tiếp theo, hiệu trưởng mời tập huấn phòng cháy\nThời gian: tháng 10/2023';
    expect(faultsOf(timeConflict, prose(action, 'tháng 10/2023'))[0]?.message).toBe(
      'Lời văn ghi “Năm học 2023-2024 và những năm học tiếp theo” nhưng thời gian chỉ là “Thời gian: tháng 10/2023”.',
    );
  });

  test.each([
    'Năm học 2023-2024 và những năm tiếp theo, hiệu trưởng chỉ đạo.\nVào tháng 10/2023 nhà trường gửi dự thảo.',
    'Năm học 2023-2024 và những năm tiếp theo, hiệu trưởng chỉ đạo.\nThời gian thực hiện: hàng tháng',
    'Năm học 2023-2024 và những năm tiếp theo.\nThời gian thực hiện tháng 1/2024 xây dựng kế hoạch ngắn hạn',
    'Năm học 2023-2024 hiệu trưởng chỉ đạo.\nThời gian: tháng 10/2023',
    'Xây dựng kế hoạch cải tiến năm học 2023-2024 và các năm học tiếp theo.\nThời gian: tháng 10/2023',
  ])('silent: %s', (action) => {
    expect(faultsOf(timeConflict, prose(action, action))).toEqual([]);
  });

  test('a line in the action against the cell of a table', () => {
    const time = parseSchoolTime('Tháng 11/2023', { schoolYear: { start: 2023 } });
    const other = anItem({ action: 'Mua sách.\nThời gian: tháng 3/2024', time });
    const same = anItem({ action: 'Mua sách.\nThời gian: tháng 11/2023', time });
    expect(faultsOf(timeConflict, { items: [other, same] })).toHaveLength(1);
  });

  test.each([
    ['Trong tháng 3/2024, phó hiệu trưởng dự giờ.', 'tháng 3/2024'],
    ['Mua sách. Từ tháng 02/2024 đến tháng 3/2024 xếp lại kho.', 'tháng 02/2024'],
    ['Trong tháng 3 và tháng 4/2024, tổ chuyên môn dự giờ.', 'tháng 4/2024'],
  ])('the head of a sentence against the cell: %s', (action, quote) => {
    const time = parseSchoolTime('9/2023 - 11/2023', { schoolYear: { start: 2023 } });
    expect(quotesOf(timeConflict, { items: [anItem({ action, time })] })).toEqual([quote]);
  });

  test.each([
    'Trong tháng 10, phó hiệu trưởng dự giờ.',
    'Tháng 10/2023 khảo sát, tháng 3/2024 tổng hợp.',
    'Tháng 5/2023 nhà trường đã kiểm kê thiết bị.',
    'Sửa chữa phòng học hỏng từ tháng 3/2022.',
  ])('silent: %s', (action) => {
    const time = parseSchoolTime('9/2023 - 11/2023', { schoolYear: { start: 2023 } });
    expect(faultsOf(timeConflict, { items: [anItem({ action, time })] })).toEqual([]);
  });

  test('in prose the labelled sentence against the one that opens the paragraph', () => {
    const action =
      'Từ tháng 9/2023 đến tháng 12/2023, hiệu trưởng rà soát chiến lược. Thời gian thực hiện: tháng 3/2024.';
    const time = parseSchoolTime('tháng 3/2024', { schoolYear: { start: 2023 } });
    expect(faultsOf(timeConflict, { items: [anItem({ action, time })] })).toHaveLength(1);
  });

  test.each([
    ['Trong học kỳ II, cử hai nhân viên đi học.', '9/2019', '12/2019', 'học kỳ II'],
    ['Học kì 1 kiểm kê thiết bị.', '02/2020', '5/2020', 'Học kì 1'],
    ['Lắp 5 máy tính trong tháng 9/2020.', '9/2019', '12/2019', 'tháng 9/2020'],
  ])('a term, or a month at the end: %s', (action, start, end, quote) => {
    const time = parseSchoolTime(`${start} - ${end}`, { schoolYear: { start: 2019 } });
    expect(quotesOf(timeConflict, { items: [anItem({ action, time })] })).toEqual([quote]);
  });

  test.each([
    'Học kỳ I và học kỳ II, mỗi tổ họp hai lần.',
    'Trong học kỳ I, mua sách.',
    'Học kỳ I lập danh sách. Học kỳ II tổ chức học.',
    'Khắc phục lỗi nêu ở đợt kiểm tra trong tháng 4/2019.',
    'Cử đi học lớp khai giảng trong tháng 10/2019.',
    'Học kỳ II năm học trước chưa làm được thì làm tiếp, học kỳ I xong.',
  ])('no conflict: %s', (action) => {
    const time = parseSchoolTime('9/2019 - 12/2019', { schoolYear: { start: 2019 } });
    expect(quotesOf(timeConflict, { items: [anItem({ action, time })] })).toEqual([]);
  });

  test('an earlier month that is still to come on the day of the plan', () => {
    const time = parseSchoolTime('02/2020 - 4/2020', { schoolYear: { start: 2019 } });
    const found = (action: string, date: string) => quotesOf(timeConflict, { date, items: [anItem({ action, time })] });
    expect(found('Mua hai bộ liên hoàn trong tháng 11/2019.', '2019-09-25')).toEqual(['tháng 11/2019']);
    expect(found('Mua hai bộ liên hoàn trong tháng 11/2019.', '2019-12-02')).toEqual([]);
    expect(found('Khắc phục lỗi sau đợt kiểm tra trong tháng 11/2019.', '2019-09-25')).toEqual([]);
  });

  test('a school year that was over when the row begins', () => {
    const time = parseSchoolTime('Tháng 10/2020', { schoolYear: { start: 2020 } });
    const past = anItem({ action: 'Công khai kế hoạch (thực hiện giám sát vào năm học 2019-2020).', time });
    const current = anItem({ action: 'Bổ sung minh chứng vào năm học 2020-2021.', time });
    expect(quotesOf(timeConflict, { items: [past, current] })).toEqual(['vào năm học 2019-2020']);
  });
});
