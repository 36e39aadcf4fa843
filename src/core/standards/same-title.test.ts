import { expect, test } from 'vitest';
import { sameTitle } from './same-title.ts';

const PRESCHOOL =
  'Ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường mầm non';
const PRIMARY =
  'Ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường tiểu học';
const SECONDARY =
  'Ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường trung học cơ sở, trường trung học phổ thông và trường phổ thông có nhiều cấp học';
const FACILITIES =
  'Ban hành Quy định tiêu chuẩn cơ sở vật chất các trường mầm non, tiểu học, trung học cơ sở, trung học phổ thông và trường phổ thông có nhiều cấp học';
const GUIDE = 'Hướng dẫn tự đánh giá và đánh giá ngoài trường mầm non';

test.each([
  ['ban hành Quy định về kiểm định chất lượng giáo dục … đối với trường mầm non', PRESCHOOL],
  [
    'BAN HÀNH QUY ĐỊNH VỀ KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC VÀ CÔNG NHẬN ĐẠT CHUẨN QUỐC GIA ĐỐI VỚI TRƯỜNG MẦM NON',
    PRESCHOOL,
  ],
  ['quy định về KĐCLGD và công nhận đạt CQG đối với trường mầm non', PRESCHOOL],
  ['Quy định về kiểm định chất lượng giáo dục và công nhận đạt', PRESCHOOL],
  [`Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ trưởng Bộ GD&ĐT về việc ${PRESCHOOL}`, PRESCHOOL],
  [`${PRESCHOOL}, trường tổ chức tự đánh giá`, PRESCHOOL],
  ['ban hành Quy định tiêu chuẩn cơ sở vật chất các trường mầm non', FACILITIES],
  ['V/v hướng dẫn tự đánh giá, đánh giá ngoài trường mầm non', GUIDE],
  ['Qui định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường THCS, THPT', SECONDARY],
  ['Về công tác văn thư', 'Công tác văn thư'],
])('same: %s', (cited, known) => {
  expect(sameTitle(cited, known)).toBe('same');
  expect(sameTitle(known, cited)).toBe('same');
});

test.each([
  [SECONDARY, PRIMARY],
  [PRIMARY, PRESCHOOL],
  ['ban hành Điều lệ trường mầm non', PRESCHOOL],
  ['Hướng dẫn tự đánh giá và đánh giá ngoài cơ sở giáo dục phổ thông', GUIDE],
  ['về công tác văn thư', FACILITIES],
  ['chuẩn nghề nghiệp giáo viên trung học cơ sở', 'chuẩn nghề nghiệp giáo viên trung học phổ thông'],
])('different: %s', (cited, known) => {
  expect(sameTitle(cited, known)).toBe('different');
  expect(sameTitle(known, cited)).toBe('different');
});

test.each([
  ['', PRESCHOOL],
  ['của Bộ trưởng Bộ Giáo dục và Đào tạo', PRESCHOOL],
  ['ban hành quy định', PRESCHOOL],
  ['Quy định về đánh giá học sinh tiểu học', PRIMARY],
  ['Danh mục thiết bị dạy học tối thiểu lớp 1', 'Danh mục thiết bị dạy học tối thiểu lớp 2'],
  ['Luật Giáo dục (sửa đổi, bổ sung năm 2025)', 'Luật Giáo dục'],
])('unsure: %s', (cited, known) => {
  expect(sameTitle(cited, known)).toBe('unsure');
});
