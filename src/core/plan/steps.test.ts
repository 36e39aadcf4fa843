import { expect, test } from 'vitest';
import { actionLines, stepsOf } from './steps.ts';

test('bulleted lines are steps, without their marks', () => {
  expect(stepsOf('- Tổ chức tập huấn\n+ Hướng dẫn sử dụng phần mềm')).toEqual([
    'Tổ chức tập huấn',
    'Hướng dẫn sử dụng phần mềm',
  ]);
});

test('a line without a mark continues the step above', () => {
  expect(stepsOf('- Xây dựng kế hoạch kiểm tra định\nkỳ\n- Tăng cường kiểm tra')).toEqual([
    'Xây dựng kế hoạch kiểm tra định kỳ',
    'Tăng cường kiểm tra',
  ]);
});

test('bullets run together in one line are told apart', () => {
  expect(stepsOf('- Kiểm kê - Đề xuất bổ sung')).toEqual(['Kiểm kê', 'Đề xuất bổ sung']);
});

test('a dash inside a sentence is no bullet', () => {
  expect(stepsOf('Phối hợp Phòng Tài chính – Kế hoạch cải tạo phòng')).toEqual([]);
  expect(stepsOf('- Họp CB - GV')).toEqual(['Họp CB', 'GV']);
});

test('text before the first bullet introduces the steps', () => {
  expect(stepsOf('Nhà trường:\n1. Rà soát\n2) Bổ sung')).toEqual(['Rà soát', 'Bổ sung']);
});

test('bullets on one line are lines of an action', () => {
  expect(actionLines('- Tháng 9: Kiện toàn - Tháng 3: Tổng kết\nHọp - Bàn')).toEqual([
    '- Tháng 9: Kiện toàn',
    'Tháng 3: Tổng kết',
    'Họp - Bàn',
  ]);
});
