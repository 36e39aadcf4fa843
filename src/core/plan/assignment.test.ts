import { expect, test } from 'vitest';
import { assignmentsOf } from './assignment.ts';
import type { PlanDocument, Section } from './plan-document.ts';

function section(
  label: string,
  title: string,
  texts: string[],
  children: Section[] = [],
  role: Section['role'] = null,
): Section {
  return {
    label,
    title,
    role,
    lines: texts.map((text) => ({ label: null, text, place: null })),
    children,
    place: null,
  };
}

function duties(sections: Section[]): [string, string[]][] {
  return assignmentsOf({ sections } as unknown as PlanDocument).map(({ who, duties: all }) => [who, all]);
}

test('"who: duty" lines', () => {
  const organisation = section(
    'IV',
    'TỔ CHỨC THỰC HIỆN',
    ['Hiệu trưởng: Chỉ đạo chung', 'Tổ chuyên môn: Triển khai đến giáo viên', 'Các đoàn thể: Phối hợp'],
    [],
    'organisation',
  );
  expect(duties([organisation])).toEqual([
    ['Hiệu trưởng', ['Chỉ đạo chung']],
    ['Tổ chuyên môn', ['Triển khai đến giáo viên']],
    ['Các đoàn thể', ['Phối hợp']],
  ]);
});

test('headings that are names, duties below', () => {
  const children = [
    section('1', 'Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá', ['Xây dựng kế hoạch.', 'Chỉ đạo thu thập minh chứng.']),
    section('3', 'Tổ Giám sát kế hoạch cải tiến chất lượng (báo cáo định kỳ).', [
      'Tổ Giám sát thường xuyên theo dõi các bộ phận.',
    ]),
    section('III', 'Các tổ chuyên môn, các đoàn thể trong trường', ['Thu thập minh chứng.']),
  ];
  expect(duties([section('VI', 'TỔ CHỨC THỰC HIỆN', [], children, 'organisation')])).toEqual([
    ['Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá', ['Xây dựng kế hoạch.', 'Chỉ đạo thu thập minh chứng.']],
    ['Tổ Giám sát kế hoạch cải tiến chất lượng', ['Tổ Giám sát thường xuyên theo dõi các bộ phận.']],
    ['Các tổ chuyên môn, các đoàn thể trong trường', ['Thu thập minh chứng.']],
  ]);
});

test('sentences', () => {
  const lines = [
    '- Kế toán, văn thư thực hiện nội dung quản lý tài chính.',
    '- Giáo viên cải tiến chất lượng xây dựng kế hoạch',
    'Y tế tìm phối hợp công ty',
    'Lưu hồ sơ đầy đủ.',
  ];
  expect(duties([section('III', 'TỔ CHỨC THỰC HIỆN', lines, [], 'organisation')])).toEqual([
    ['Kế toán, văn thư', ['thực hiện nội dung quản lý tài chính.']],
    ['Giáo viên', ['cải tiến chất lượng xây dựng kế hoạch']],
    ['Y tế', ['tìm phối hợp công ty']],
  ]);
});

test('nothing outside the organisation section', () => {
  expect(duties([section('I', 'MỤC ĐÍCH', ['Hiệu trưởng: Chỉ đạo chung'])])).toEqual([]);
});
