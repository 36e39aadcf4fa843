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

test('a page break leaves the last recipient and the name behind, the lines above were no table', () => {
  const { plan, unread } = signed([
    'Nơi nhận: HIỆU TRƯỞNG',
    '- UBND xã; (đã ký)',
    '- Các tổ (để thực hiện);',
    [['- Lưu: VT.', 'Vũ Giả Định']],
  ]);
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Vũ Giả Định' });
  expect(unread).toEqual([]);
});

test.each<[string, string[], string, string]>([
  [
    'who prepared it on the right',
    ['HIỆU TRƯỞNG\nLê Văn Giả', 'NGƯỜI LẬP BIỂU\nTrần Thị Mẫu'],
    'HIỆU TRƯỞNG',
    'Lê Văn Giả',
  ],
  ['who prepared it on the left', ['NGƯỜI LẬP\nTrần Thị Mẫu', 'GIÁM ĐỐC\nLê Văn Giả'], 'GIÁM ĐỐC', 'Lê Văn Giả'],
  [
    'an office that approves',
    ['HIỆU TRƯỞNG\nLê Văn Giả', 'PHÊ DUYỆT CỦA UBND XÃ\nCHỦ TỊCH\nTrần Thị Mẫu'],
    'HIỆU TRƯỞNG',
    'Lê Văn Giả',
  ],
  [
    'the council beside the head',
    ['HIỆU TRƯỞNG\nLê Văn Giả', 'CHỦ TỊCH HỘI ĐỒNG\nTrần Thị Mẫu'],
    'HIỆU TRƯỞNG',
    'Lê Văn Giả',
  ],
  [
    'the union',
    ['KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nLê Văn Giả', 'CHỦ TỊCH CÔNG ĐOÀN\nTrần Thị Mẫu'],
    'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG',
    'Lê Văn Giả',
  ],
  [
    'the head approves the plan of a group',
    ['DUYỆT\nHIỆU TRƯỞNG\nTrần Thị Mẫu', 'TỔ TRƯỞNG\nLê Văn Giả'],
    'TỔ TRƯỞNG',
    'Lê Văn Giả',
  ],
  [
    'three of them',
    ['NGƯỜI LẬP\nTrần Thị Mẫu', 'HIỆU TRƯỞNG\nLê Văn Giả', 'KẾ TOÁN\nNgô Thị Thử'],
    'HIỆU TRƯỞNG',
    'Lê Văn Giả',
  ],
])('several signers side by side: %s', (_, cells, role, name) => {
  const { plan, unread } = signed([[cells]]);
  expect(plan.signature).toEqual({ role, name });
  expect(unread).toContain('Trần Thị Mẫu');
  expect(unread).not.toContain(name);
});

test('signers that blanks set side by side on one line', () => {
  const { plan } = signed([
    'NGƯỜI LẬP                HIỆU TRƯỞNG',
    '(Ký tên)           (Ký tên, đóng dấu)',
    'Trần Thị Mẫu             Lê Văn Giả',
  ]);
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Lê Văn Giả' });
});

test('an appendix with a signature of its own: the document is signed in front of it', () => {
  const own: BlockSpec[] = [
    'II. TỔ CHỨC THỰC HIỆN',
    'Hiệu trưởng chỉ đạo chung.',
    [['Nơi nhận:\n- UBND xã;', 'HIỆU TRƯỞNG\nLê Văn Giả']],
    'PHỤ LỤC',
  ];
  const signers: BlockSpec = [['NGƯỜI LẬP BIỂU\nTrần Thị Mẫu', 'PHÓ HIỆU TRƯỞNG\nNgô Thị Thử']];
  const things: BlockSpec = [
    ['STT', 'Tên thiết bị', 'Số lượng'],
    ['1', 'Máy chiếu', '2'],
  ];
  for (const rows of [things, BODY[2]!]) {
    const { plan, unread } = signed([...own, 'Danh mục chi tiết', rows, signers]);
    expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Lê Văn Giả' });
    expect(plan.recipients).toEqual(['UBND xã;']);
    expect(unread).toEqual(expect.arrayContaining(['NGƯỜI LẬP BIỂU', 'Ngô Thị Thử']));
  }
});

test('roles and names of a sheet in rows apart: each name belongs to the role above it', () => {
  const sheet = (roles: [string, string], names: [string, string]) => signed([[roles], [names]] as BlockSpec[]);
  const right = sheet(['Người lập bảng', 'HIỆU TRƯỞNG'], ['Trần Thị Mẫu', 'Lê Văn Giả']);
  expect(right.plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Lê Văn Giả' });
  expect(right.unread).toEqual(['Người lập bảng', 'Trần Thị Mẫu']);
  const left = sheet(['HIỆU TRƯỞNG', 'NGƯỜI LẬP BIỂU'], ['Lê Văn Giả', 'Trần Thị Mẫu']);
  expect(left.plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Lê Văn Giả' });
});

test('two who sign on one line, set apart by tabs', () => {
  const { plan } = signed(['\tNGƯỜI LẬP\tHIỆU TRƯỞNG', '\tHuỳnh Thị Thử\tSử Thị Mẫu']);
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Sử Thị Mẫu' });
  const lost = signed(['NGƯỜI LẬP HIỆU TRƯỞNG', 'Lê Thị Thử Sử Thị Mẫu']);
  expect(lost.plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: null });
  expect(lost.unread).toEqual(['Lê Thị Thử Sử Thị Mẫu']);
});
