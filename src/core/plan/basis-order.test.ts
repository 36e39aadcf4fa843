import { expect, test } from 'vitest';
import { asBefore, inOrder } from './basis-order.ts';

const OLD = ['Căn cứ Công văn số 1/BGD ngày 2/3/2019', 'Căn cứ Thông tư số 19/2018/TT-BGDĐT', 'Căn cứ Luật Giáo dục'];

test('by rank, and back to the order of before', () => {
  const ordered = inOrder(OLD);
  expect(ordered[0]).toContain('Luật');
  expect(asBefore(ordered, OLD)).toEqual(OLD);
});

test('what was added meanwhile stays, at the end; what was taken out does not come back; the marks at the ends do not matter', () => {
  const now = ['Căn cứ Luật Giáo dục;', 'Căn cứ Luật Trẻ em;', `${OLD[0]}.`];
  expect(asBefore(now, OLD)).toEqual([`${OLD[0]}.`, 'Căn cứ Luật Giáo dục;', 'Căn cứ Luật Trẻ em;']);
});
