import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { recognise } from '#core/documents/recognise.ts';
import { blocksOf, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

const BODY: BlockSpec[] = [
  'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  'I. NỘI DUNG',
  [
    ['Tiêu chí', 'Biện pháp', 'Thời gian'],
    ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
  ],
];

function signed(after: BlockSpec[]) {
  const reading = readSpecs([...BODY, ...after]);
  claimsEachParagraphOnce(reading);
  return { plan: reading.plan, unread: unreadOf(reading) };
}

test('a table of signers above the recipients', () => {
  const { plan } = signed([
    [['TM. HỘI ĐỒNG\nTHƯ KÝ\nVõ Thị Thử Nghiệm', 'HIỆU TRƯỞNG\nHuỳnh Văn Giả Định']],
    'Nơi nhận:',
    '- Sở GDĐT;',
    '- Lưu: VT.',
  ]);
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Huỳnh Văn Giả Định' });
  expect(plan.recipients).toEqual(['Sở GDĐT;', 'Lưu: VT.']);
});

test('role and name that tabs set beside the recipients', () => {
  const { plan, unread } = signed([
    'Nơi nhận: KT. HIỆU TRƯỞNG PHÓ HIỆU TRƯỞNG',
    '- UBND xã;',
    '- Lưu: VT, KĐCL. Phạm Giả Định',
  ]);
  expect(plan.signature).toEqual({ role: 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG', name: 'Phạm Giả Định' });
  expect(plan.recipients).toEqual(['UBND xã;', 'Lưu: VT, KĐCL.']);
  expect(unread).toEqual([]);
});

test('a page break leaves the names of two signers behind: the one below the role signs', () => {
  const source = blocksOf([...BODY, [['THƯ KÝ', 'CHỦ TỊCH HỘI ĐỒNG']], 'Đoàn Giả Định', 'Vũ Thị Thử Nghiệm']);
  for (const paragraph of paragraphsOf(source.blocks)) {
    const right = /CHỦ TỊCH|Vũ/.test(paragraph.text);
    paragraph.box = right ? [0.6, 0.8, 0.9, 0.82] : [0.1, 0.8, 0.4, 0.82];
  }
  const reading = recognise(source, { sets: [] });
  claimsEachParagraphOnce(reading);
  expect(reading.plan.signature).toEqual({ role: 'CHỦ TỊCH HỘI ĐỒNG', name: 'Vũ Thị Thử Nghiệm' });
  expect(unreadOf(reading)).toEqual(['THƯ KÝ', 'Đoàn Giả Định']);
});
