import fc from 'fast-check';
import { expect, test } from 'vitest';
import { budgetOfSentence } from './budget-sentence.ts';

test.each<[string, string, number, string | null]>([
  [
    'Hiệu trưởng lập dự toán mua 20 máy tính, kinh phí khoảng 200 triệu đồng từ ngân sách phường.',
    'kinh phí khoảng 200 triệu đồng từ ngân sách phường',
    200_000_000,
    'ngân sách phường',
  ],
  [
    'Sửa mái hiên (kinh phí 12 triệu đồng từ nguồn xã hội hóa)',
    'kinh phí 12 triệu đồng từ nguồn xã hội hóa',
    12_000_000,
    'nguồn xã hội hóa',
  ],
  ['Khoảng 12 triệu đồng', '12 triệu đồng', 12_000_000, null],
  ['Mua sách với tổng kinh phí dự kiến là 5.000.000đ.', 'tổng kinh phí dự kiến là 5.000.000đ', 5_000_000, null],
  ['Chi 3 triệu đồng từ quỹ hội để thay rèm; 2 lớp', '3 triệu đồng từ quỹ hội', 3_000_000, 'quỹ hội'],
  [
    'Kinh phí: 1,5 tỷ đồng, nguồn ngân sách thành phố, làm trong hè',
    'Kinh phí: 1,5 tỷ đồng, nguồn ngân sách thành phố',
    1_500_000_000,
    'ngân sách thành phố',
  ],
])('%s', (sentence, text, amount, source) => {
  expect(budgetOfSentence(sentence)).toEqual({ text, amount, source });
});

test('several sums are added up', () => {
  const both = 'Lát sân, kinh phí 30 triệu đồng; trồng cây, kinh phí 2 triệu đồng từ nguồn xã hội hóa.';
  expect(budgetOfSentence(both).amount).toBe(32_000_000);
});

test.each([
  'Mua 20 máy tính cho 4 phòng học trong năm học 2025-2026.',
  'Trang thông tin đạt 2 triệu lượt truy cập.',
  'Thu 300.000 đồng/tháng cho mỗi trẻ theo quy định.',
  'Hỗ trợ kinh phí 500.000 đồng/em cho học sinh khó khăn.',
  'Tỷ lệ 95% trở lên, tăng 1,5 % so với năm trước.',
  'Năm trước cha mẹ đã góp 20 triệu đồng.',
  'Tham mưu cấp kinh phí sửa chữa 04 phòng học, 12 bộ bàn ghế.',
  'Kinh phí theo dự toán năm 2025; mua 30 cuốn sách.',
  'Thực hiện Thông tư số 17/2018/TT-BGDĐT về kinh phí, điều 12 đến điều 15.',
])('no money is planned: %s', (sentence) => {
  expect(budgetOfSentence(sentence)).toEqual({ text: null, amount: null, source: null });
});

test('any sum behind "kinh phí" is read, and numbers without a unit of money never are', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 900 }), fc.constantFrom('triệu đồng', 'triệu'), (millions, unit) => {
      expect(budgetOfSentence(`Sửa 3 phòng học, kinh phí ${millions} ${unit}.`).amount).toBe(millions * 1e6);
      expect(budgetOfSentence(`Kinh phí sửa ${millions} phòng học, ${millions}.000 bộ sách.`).amount).toBeNull();
    }),
  );
});
