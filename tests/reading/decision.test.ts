import { expect, test } from 'vitest';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { legalBases } from '#core/plan/legal-basis.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

test('a plan behind the decision that puts it into force', () => {
  const { kind, plan } = readSpecs([
    OPENING[0]!,
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch cải tiến chất lượng',
    'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22 tháng 8 năm 2018;',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải tiến chất lượng.',
    'KẾ HOẠCH',
    'CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026',
    '(Kèm theo Quyết định số 15/QĐ-MNHSĐ)',
    'I. NỘI DUNG',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
    ...CLOSING,
  ]);
  expect(kind).toBe('improvement-plan');
  expect(plan).toMatchObject({ standardSet: '19/2018/TT-BGDĐT', items: [{ criterion: '1.2' }] });
});

test('number, date and signer of a plan behind a decision are its own, or else those of the decision', () => {
  const head = (number: string, date: string): BlockSpec => [
    [
      `UBND XÃ SÔNG TRĂNG\nTRƯỜNG THCS BẾN ĐÒ\n${number}`,
      `CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n${date}`,
    ],
  ];
  const decision: BlockSpec[] = [
    head('Số: 20/QĐ-THCSBĐ', 'Sông Trăng, ngày 5 tháng 9 năm 2025'),
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch cải tiến chất lượng giáo dục năm học 2025-2026',
    'HIỆU TRƯỞNG TRƯỜNG THCS BẾN ĐÒ',
    'QUYẾT ĐỊNH:',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải tiến chất lượng giáo dục.',
    [['Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.', 'HIỆU TRƯỞNG\nTrần Văn Mẫu']],
  ];
  const rows: BlockSpec[] = [
    'KẾ HOẠCH',
    'Cải tiến chất lượng giáo dục',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
  ];
  const own = readSpecs([
    ...decision,
    head('Số: 21/KH-THCSBĐ', 'Sông Trăng, ngày 8 tháng 9 năm 2025'),
    ...rows,
    [['Nơi nhận:\n- UBND xã;', 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\nLê Thị Ví Dụ']],
  ]);
  claimsEachParagraphOnce(own);
  expect(own).toMatchObject({
    kind: 'improvement-plan',
    plan: {
      number: '21/KH-THCSBĐ',
      date: '2025-09-08',
      signature: { name: 'Lê Thị Ví Dụ' },
      recipients: ['UBND xã;'],
      items: [{ criterion: '1.2', time: { start: '2025-09' } }],
    },
  });
  expect(unreadOf(own)).toContain('Trần Văn Mẫu');
  const none = readSpecs([...decision, ...rows]);
  claimsEachParagraphOnce(none);
  expect(none.plan).toMatchObject({
    number: '20/QĐ-THCSBĐ',
    date: '2025-09-05',
    signature: { role: 'HIỆU TRƯỞNG', name: 'Trần Văn Mẫu' },
    schoolYear: { start: 2025 },
    items: [{ criterion: '1.2' }],
  });
});

test('bases of the decision are those of a plan that gives none of its own', () => {
  const front: BlockSpec[] = [
    OPENING[0]!,
    'QUYẾT ĐỊNH',
    'Về việc ban hành Kế hoạch cải tiến chất lượng',
    'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ Giáo dục và Đào tạo;',
    'Xét đề nghị của Hội đồng tự đánh giá.',
    'QUYẾT ĐỊNH:',
    'Điều 1. Ban hành kèm theo Quyết định này Kế hoạch cải tiến chất lượng.',
    'KẾ HOẠCH',
    'CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026',
  ];
  const rows: BlockSpec[] = [
    'I. NỘI DUNG',
    [
      ['Tiêu chí', 'Biện pháp', 'Thời gian'],
      ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
    ],
    ...CLOSING,
  ];
  const numbers = (specs: BlockSpec[]) => legalBases(readSpecs(specs).plan).map(({ number, date }) => [number, date]);
  const none = readSpecs([...front, ...rows]);
  claimsEachParagraphOnce(none);
  expect(unreadOf(none).join()).not.toMatch(/Căn cứ|Xét/);
  expect(numbers([...front, ...rows])).toContainEqual(['19/2018/TT-BGDĐT', '2018-08-22']);
  const own = 'Căn cứ Quyết định số 7/QĐ-MNHSĐ ngày 03/9/2025 của Hiệu trưởng;';
  expect(numbers([...front, own, ...rows])).toEqual([['7/QĐ-MNHSĐ', '2025-09-03']]);
});
