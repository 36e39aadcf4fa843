import { expect, test } from 'vitest';
import { unreadOf } from './reading-law.ts';
import { plan } from './read-plan.ts';

test('standards and criteria in columns of their own, a plan column beside a weakness column', () => {
  const { items } = plan([
    ['TT', 'Tiêu chuẩn', 'Tiêu chí', 'Điểm yếu', 'Kế hoạch cải tiến', 'Lực lượng thực hiện', 'Tiến độ'],
    [
      '1',
      { text: '1. Tổ chức và quản lý', rows: 2 },
      '1.3',
      'Đoàn thể ít hoạt động',
      'Tổ chức hội thi mỗi học kỳ',
      'Công đoàn',
      'Học kỳ I',
    ],
    ['2', '1.8', 'Kế hoạch chung chung', 'Viết lại kế hoạch giáo dục', 'Phó hiệu trưởng', 'Tháng 9/2025'],
  ]);
  expect(items).toMatchObject([
    {
      standard: '1',
      criterion: '1.3',
      need: 'Đoàn thể ít hoạt động',
      action: 'Tổ chức hội thi mỗi học kỳ',
      leads: ['Công đoàn'],
    },
    { standard: '1', criterion: '1.8', action: 'Viết lại kế hoạch giáo dục', time: { start: '2025-09' } },
  ]);
});

test('headings numbered in depth, a sentence before the table', () => {
  const { items } = plan(
    '1. Tiêu chuẩn 2: Cán bộ quản lý, giáo viên, nhân viên',
    '1.1. Tiêu chí 2.2: Đối với giáo viên',
    'Nhà trường tập trung vào các việc sau:',
    [
      ['Biện pháp', 'Thời gian'],
      ['Cử giáo viên đi học', 'Cả năm'],
    ],
  );
  expect(items).toMatchObject([{ standard: '2', criterion: '2.2', action: 'Cử giáo viên đi học' }]);
});

test('group rows over all columns: level, standard, criterion', () => {
  const wide = (text: string) => [{ text, columns: 4 }];
  const { items, reading } = plan([
    ['TT', 'Giải pháp', 'Thời gian', 'Chủ trì'],
    wide('MỨC 1'),
    ['I', { text: 'Tiêu chuẩn 1: Tổ chức và quản lý', columns: 3 }],
    wide('Tiêu chí 1.7. Quản lý cán bộ'),
    ['1', 'Bồi dưỡng chuyên môn', 'Hàng tháng', 'Tổ chuyên môn'],
    ['2', 'Khen thưởng kịp thời', 'Theo đợt', 'Hiệu trưởng'],
    wide('Các việc khác'),
    ['3', 'Thi làm đồ chơi', 'Tháng 3/2026', 'GV'],
  ]);
  expect(items.map(({ levels, criterion, criterionText }) => [levels[0], criterion, criterionText])).toEqual([
    [1, '1.7', 'Tiêu chí 1.7. Quản lý cán bộ'],
    [1, '1.7', 'Tiêu chí 1.7. Quản lý cán bộ'],
    [1, '1.7', 'Tiêu chí 1.7. Quản lý cán bộ'],
  ]);
  expect(unreadOf(reading)).toEqual(['Các việc khác']);
});

test('one table for each level and standard, with headings between', () => {
  const header = ['Tiêu chí', 'Biện pháp', 'Thời gian', 'Người thực hiện'];
  const { items, reading } = plan(
    'MỨC 1',
    'Tiêu chuẩn 1. Tổ chức và quản lý nhà trường',
    [header, ['1.4', 'Bổ nhiệm tổ trưởng', 'Tháng 9/2025', 'Hiệu trưởng']],
    'Tiêu chuẩn 3. Cơ sở vật chất',
    [header, ['3.1', 'Làm lại hàng rào', 'Tháng 11/2025', 'Kế toán'], ['', 'Vẽ tường rào', 'Tháng 12/2025', 'GV']],
    'MỨC 2',
    [header, ['5.4', 'Theo dõi chuyên cần', 'Hàng tháng', 'GV']],
  );
  expect(items.map(({ criterion, standard, levels }) => [standard, criterion, levels])).toEqual([
    ['1', '1.4', [1]],
    ['3', '3.1', [1]],
    ['3', '3.1', [1]],
    ['5', '5.4', [2]],
  ]);
  expect(items[3]?.time.recurrence).toBe('monthly');
  expect(unreadOf(reading)).toEqual([]);
});

test('groups that name no standard: in a cell of their own width, under a Roman number, in the column of numbers', () => {
  const { items, reading } = plan([
    ['TT', 'Nội dung cần cải tiến', 'Biện pháp', 'Thời gian', 'Người thực hiện'],
    [{ text: 'Công tác quản lý (làm ngay)', columns: 5 }],
    ['1', 'Hồ sơ thiếu (tiêu chí 1.2)', 'Bổ sung hồ sơ', 'Tháng 9/2025', 'Văn thư'],
    ['II', 'Cơ sở vật chất', '', '', ''],
    ['2', 'Phòng cũ', 'Sơn phòng', 'Tháng 10/2025', 'Bảo vệ'],
    ['', 'Phối hợp gia đình', '', '', ''],
    ['', 'Ít người dự họp', 'Họp buổi tối', 'Tháng 11/2025', 'Tổ trưởng'],
    ['Bán trú', { text: '', columns: 4 }],
    ['4', 'Bếp chật', '', '', ''],
  ]);
  expect(items.map(({ need, criterion }) => [need, criterion])).toEqual([
    ['Hồ sơ thiếu (tiêu chí 1.2)', '1.2'],
    ['Phòng cũ', null],
    ['Ít người dự họp', null],
    ['Bếp chật', null],
  ]);
  expect(unreadOf(reading)).toEqual([
    'Công tác quản lý (làm ngay)',
    'II',
    'Cơ sở vật chất',
    'Phối hợp gia đình',
    'Bán trú',
  ]);
});

test('a caption says which level the criteria of its table are to reach', () => {
  const { items } = plan(
    'Bảng 1. Các tiêu chí phấn đấu đạt Mức 2',
    [
      ['TT', 'Tiêu chí', 'Giải pháp', 'Thời gian'],
      ['1', '1.4', 'Họp tổ đều đặn', 'Cả năm'],
    ],
    '2. Cải tiến các tiêu chí chưa đạt mức 3',
    [
      ['TT', 'Tiêu chí', 'Giải pháp', 'Thời gian'],
      ['1', '3.5', 'Mua thêm thiết bị', 'Tháng 3/2026'],
    ],
  );
  expect(items.map(({ criterion, levels }) => [criterion, levels])).toEqual([
    ['1.4', [2]],
    ['3.5', [3]],
  ]);
});

test('a standard named in short is no note', () => {
  const { items } = plan([
    ['Tiêu chuẩn', 'Tiêu chí', 'Giải pháp', 'Thời gian'],
    [{ text: 'TC2', rows: 2 }, '2.1', 'Học lý luận', 'Cả năm'],
    ['2.2', 'Dự giờ', 'Hằng tháng'],
  ]);
  expect(items.map(({ standard, note }) => [standard, note])).toEqual([
    ['2', null],
    ['2', null],
  ]);
});

test('rows grouped by counted periods', () => {
  const { items } = plan([
    ['TT', 'Tiêu chí', 'Nhiệm vụ', 'Người thực hiện'],
    [{ text: 'Giai đoạn 1 (tháng 9 - 12/2025)', columns: 4 }],
    ['1', '1.9', 'Niêm yết công khai', 'Kế toán'],
    [{ text: 'Đợt II: học kỳ II', columns: 4 }],
    ['2', '5.3', 'Phụ đạo học sinh', 'Tổ Toán'],
  ]);
  expect(items).toMatchObject([
    { criterion: '1.9', time: { text: 'tháng 9 - 12/2025', start: '2025-09', end: '2025-12' } },
    { criterion: '5.3', time: { start: '2026-01', end: '2026-05' } },
  ]);
});
