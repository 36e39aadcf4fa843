import { expect, test } from 'vitest';
import { faultsOf, quotesOf } from '#tests/support/check-builder.ts';
import { anItem } from '#core/plan/samples/plan-builder.ts';
import { wordCut } from './word-cut.ts';

const inAction = (action: string) => quotesOf(wordCut, { items: [anItem({ action })] });

test.each([
  ['Sinh hoạt theo nghiên cứu bài học, mỗi học k', 'học k'],
  ['- Sửa mái.\n- Nâng cao chất lượng nuôi dưỡng của trườ', 'của trườ'],
  ['Mỗi tổ 2 chuyên đề/học k', 'học k'],
  ['Ứng dụng công ngh', 'công ngh'],
  ['Rà soát, bổ sung hồ sơ theo quy định hiệ', 'định hiệ'],
  ['Mua thiết bị dạy học môn Mĩ thuậ', 'Mĩ thuậ'],
  ['Họp cha mẹ trẻ, thống nhất biện pháp hoặ', 'pháp hoặ'],
  ['Thi công theo hồ sơ quyế', 'sơ quyế'],
])('%s', (action, quote) => {
  expect(inAction(action)).toEqual([quote]);
});

test.each([
  'Sửa mái lớp b',
  'Bồi dưỡng theo chỉ báo c',
  'Mua 20 m',
  'Lát sân 50 kg',
  'Bàn với hs và ph',
  'Trồng hoa ở thuở ruộng cũ, làm hàng rào tre',
  'Mua quà, thăm hỏi gia đình khó',
  'Đổi mới cách dạy.',
  'Tham quan xưởng chế biến mía',
  'Rà soát',
])('silent: %s', (action) => {
  expect(inAction(action)).toEqual([]);
});

test('only the end of a cell, and only cells of sentences', () => {
  const item = anItem({ action: 'Lắp bồn r\nvà tủ hút', need: 'Phòng học bộ m', ownersText: 'Tổ trưở' });
  expect(faultsOf(wordCut, { items: [item] }).map(({ where }) => where.field)).toEqual(['need']);
});
