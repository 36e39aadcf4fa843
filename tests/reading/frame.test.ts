import { expect, test } from 'vitest';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import type { BlockSpec } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

const BODY: BlockSpec[] = [
  'I. NỘI DUNG',
  [
    ['Tiêu chí', 'Biện pháp', 'Thời gian'],
    ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
  ],
];

function frame(before: BlockSpec[], after: BlockSpec[] = [], format: 'docx' | 'txt' = 'txt') {
  const reading = readSpecs([...before, ...BODY, ...after], format);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.items).toHaveLength(1);
  return { plan: reading.plan, unread: unreadOf(reading) };
}

test('letterhead on lines of their own', () => {
  const { plan, unread } = frame([
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO NÚI XANH',
    'TRƯỜNG THPT SUỐI MƠ',
    'Số: 07/KH-THPTSM',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    '-----------',
    'Núi Xanh, ngày 3 tháng 10 năm 2025',
    'KẾ HOẠCH',
    'Cải tiến chất lượng giáo dục năm học 2025 - 2026',
  ]);
  expect(plan.letterhead).toEqual({
    governingBody: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO NÚI XANH',
    schoolName: 'TRƯỜNG THPT SUỐI MƠ',
    country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  });
  expect(plan).toMatchObject({
    number: '07/KH-THPTSM',
    date: '2025-10-03',
    place: 'Núi Xanh',
    schoolType: 'upper-secondary',
    schoolYear: { start: 2025 },
  });
  expect(plan.title).toEqual(['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục năm học 2025 - 2026']);
  expect(unread).toEqual([]);
});

test('letterhead set side by side with blanks', () => {
  const { plan, unread } = frame([
    'UBND XÃ BẾN CÁT    CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRƯỜNG THCS BẾN CÁT    Độc lập - Tự do - Hạnh phúc',
    'Số: 12/KH-THCSBC    Bến Cát, ngày 15 tháng 9 năm 2025',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan.letterhead).toMatchObject({ governingBody: 'UBND XÃ BẾN CÁT', schoolName: 'TRƯỜNG THCS BẾN CÁT' });
  expect(plan).toMatchObject({ number: '12/KH-THCSBC', date: '2025-09-15', place: 'Bến Cát' });
  expect(unread).toEqual([]);
});

test('a number that leaves no blank before the place', () => {
  const { plan } = frame(['UBND XÃ BẾN CÁT', 'Số: 12/KH-THCSBCBến Cát, ngày 15 tháng 9 năm 2025', 'KẾ HOẠCH CẢI TIẾN']);
  expect(plan).toMatchObject({ number: '12/KH-THCSBC', date: '2025-09-15', place: 'Bến Cát' });
});

test('a blank number and day are kept as typed and give no value', () => {
  const { plan } = frame([
    'TRƯỜNG MẦM NON LÚA VÀNG',
    'Số:    /KH-MNLV',
    'Lúa Vàng, ngày     tháng 9 năm 2025',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan).toMatchObject({
    number: null,
    numberText: 'Số: /KH-MNLV',
    date: null,
    dateText: 'Lúa Vàng, ngày tháng 9 năm 2025',
  });
});

test('signer and recipients below each other', () => {
  const { plan, unread } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    [
      'II. TỔ CHỨC THỰC HIỆN',
      'Hiệu trưởng chỉ đạo.',
      'KT. HIỆU TRƯỞNG',
      'PHÓ HIỆU TRƯỞNG',
      '(Đã ký)',
      'Phạm Thị Minh Họa',
      'Nơi nhận:',
      '- Sở GDĐT;',
      '- Lưu: VT.',
    ],
  );
  expect(plan.signature).toEqual({ role: 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG', name: 'Phạm Thị Minh Họa' });
  expect(plan.recipients).toEqual(['Sở GDĐT;', 'Lưu: VT.']);
  expect(unread).toEqual([]);
});

test('recipients first, then signer; "Nơi nhận" and role on one line', () => {
  const { plan, unread } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    ['Nơi nhận:      HIỆU TRƯỞNG', '- Phòng VHXH xã;', '- Lưu: VT.', 'Đỗ Văn Giả Định'],
  );
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Đỗ Văn Giả Định' });
  expect(plan.recipients).toEqual(['Phòng VHXH xã;', 'Lưu: VT.']);
  expect(unread).toEqual([]);
});

test('two signers: the leader is the signer', () => {
  const { plan } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    [[['NGƯỜI LẬP KẾ HOẠCH\nTrần Thị Mẫu', 'TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ\nCHỦ TỊCH\nHoàng Văn Thử']]],
    'docx',
  );
  expect(plan.signature).toEqual({ role: 'TM. HỘI ĐỒNG TỰ ĐÁNH GIÁ\nCHỦ TỊCH', name: 'Hoàng Văn Thử' });
});

test('page numbers, contents and captions of a site are furniture', () => {
  const reading = readSpecs(
    [
      'Trang chủ » Tin tức',
      'A- A A+ | Tăng tương phản',
      'Kế hoạch cải tiến của trường năm nay',
      ...OPENING,
      [
        ['Tiêu chí', 'Biện pháp', 'Thời gian'],
        ['1.2', 'Kiện toàn hội đồng', 'Cả năm'],
      ],
      'Nơi nhận:',
      '- Lưu: VT.',
      'HIỆU TRƯỞNG',
      'Vũ Thị Ví Dụ',
      'Tin liên quan',
      'Khai giảng năm học mới',
      'Hôm nay : 12',
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.plan.signature?.name).toBe('Vũ Thị Ví Dụ');
  expect(reading.uses.filter(({ as }) => as === 'furniture')).toHaveLength(6);
});

test('on a page of a site the title stands above the letterhead', () => {
  const { plan } = readSpecs(
    [
      'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2024-2025',
      'SỞ GD&ĐT SÔNG TRĂNG\nTRƯỜNG THPT BẾN ĐÒ',
      'Số: 8/KH-BĐ',
      'Sông Trăng, ngày 11 tháng 9 năm 2024',
      'Trường THPT Bến Đò xây dựng kế hoạch như sau:',
      'I. MỤC TIÊU',
      'Giữ vững kết quả.',
    ],
    'html',
  );
  expect(plan.title).toEqual(['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2024-2025']);
  expect(plan).toMatchObject({
    schoolName: 'TRƯỜNG THPT BẾN ĐÒ',
    number: '8/KH-BĐ',
    date: '2024-09-11',
    place: 'Sông Trăng',
  });
  expect(plan.letterhead.governingBody).toBe('SỞ GD&ĐT SÔNG TRĂNG');
});

test('a headline of the site repeats the title of the document below its letterhead', () => {
  const { plan } = readSpecs(['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG 2025', ...OPENING], 'html');
  expect(plan.title[0]).toBe('KẾ HOẠCH');
  expect(plan.number).toBe('15/KH-MNHSĐ');
});

test('the banner of a site names the school above the menu; the letterhead is the one that names the office', () => {
  const [letterhead, ...rest] = OPENING;
  const { plan } = readSpecs(
    ['Trường Mầm non Hoa Sen Đỏ', 'Tuyển sinh', 'Góc phụ huynh', letterhead!, ...rest, ...CLOSING],
    'html',
  );
  expect(plan.schoolName).toBe('TRƯỜNG MẦM NON HOA SEN ĐỎ');
  expect(plan.letterhead.governingBody).toBe('UBND XÃ SÔNG TRĂNG');
});

test('office and school beside country and motto on the same lines, specks behind the names, a name that goes on below', () => {
  const { plan } = readSpecs([
    'UBND XÃ SÔNG TRĂNG. CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'TRƯỜNG MẦM NON HOA.. Độc lập - Tự do - Hạnh phúc',
    'SEN ĐỎ',
    'Sông Trăng, ngày 05 tháng 9 năm 2025',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan.schoolName).toBe('TRƯỜNG MẦM NON HOA SEN ĐỎ');
  expect(plan.letterhead.governingBody).toBe('UBND XÃ SÔNG TRĂNG');
});

test('motto and date that a narrow page set in one paragraph', () => {
  const { plan } = readSpecs([
    [['UBND QUẬN 4\nTRƯỜNG TH BẾN ĐÒ', 'Độc lập - Tự do - Hạnh phúc Quận 4, ngày 09 tháng 9 năm 2024']],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan).toMatchObject({ date: '2024-09-09', place: 'Quận 4' });
});

test('a school name that goes on like a school of its own', () => {
  const { plan } = readSpecs([
    [
      [
        'SỞ GD&ĐT SÔNG TRĂNG\nTRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ\nTHCS VÀ THPT BẾN ĐÒ\nSố: 4/KH',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      ],
    ],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan.schoolName).toBe('TRƯỜNG PHỔ THÔNG DÂN TỘC NỘI TRÚ THCS VÀ THPT BẾN ĐÒ');
  expect(plan.schoolType).toBe('multi-level');
});

test('a signature block that a page break cuts: its last recipients and its name in a table of their own', () => {
  const { plan, unread } = frame(
    ['KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG'],
    [[['Nơi nhận:\n- UBND xã;', 'HIỆU TRƯỞNG']], [['- Các tổ;\n- Lưu: VT.', 'Nguyễn Thị Thử Nghiệm']]],
    'docx',
  );
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Nguyễn Thị Thử Nghiệm' });
  expect(plan.recipients).toEqual(['UBND xã;', 'Các tổ;', 'Lưu: VT.']);
  expect(unread).toEqual([]);
});

test('of two signers side by side, the one that is not kept stays unread', () => {
  const reading = readSpecs([
    'BIÊN BẢN',
    'Họp hội đồng',
    'Nội dung: thông qua kế hoạch.',
    [['THƯ KÝ\nLê Văn Thử', 'CHỦ TỌA\nTrần Thị Ví Dụ']],
  ]);
  claimsEachParagraphOnce(reading);
  expect(reading.plan.signature?.name).toBe('Trần Thị Ví Dụ');
  expect(unreadOf(reading)).toEqual(['THƯ KÝ', 'Lê Văn Thử']);
});

test('a quốc hiệu that a narrow cell breaks', () => {
  const reading = readSpecs([
    [['TRƯỜNG MẦM NON HOA SEN ĐỎ', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT\nNAM\nĐộc lập - Tự do - Hạnh phúc']],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(reading.plan.letterhead.country).toBe('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
  expect(unreadOf(reading)).toEqual([]);
});

test('place and date above the signature; "P. HIỆU TRƯỞNG" is one role', () => {
  const reading = readSpecs([
    'TRƯỜNG MẦM NON HOA SEN ĐỎ',
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
    'I. NỘI DUNG',
    'Khắc phục điểm yếu.',
    'Sông Trăng, ngày 4 tháng 9 năm 2025',
    [['Nơi nhận:\n- Lưu: VT.', 'P. HIỆU TRƯỞNG\nTrần Thị Ví Dụ']],
  ]);
  expect(reading.plan).toMatchObject({ date: '2025-09-04', place: 'Sông Trăng' });
  expect(reading.plan.signature).toEqual({ role: 'P. HIỆU TRƯỞNG', name: 'Trần Thị Ví Dụ' });
  expect(unreadOf(reading)).toEqual([]);
});

test('an official letter about plans is none; a message with rows is one', () => {
  const letter = [
    'V/v hướng dẫn xây dựng kế hoạch cải tiến chất lượng',
    'Kính gửi: Các trường',
    'Đề nghị các trường lập kế hoạch cải tiến.',
  ];
  const message = [
    'Kính gửi các thầy cô kế hoạch cải tiến',
    'Tiêu chí 1.2: Hội đồng trường',
    'Giải pháp: Họp đủ kỳ',
    'Thời gian: cả năm',
    'Người thực hiện: Thư ký',
  ];
  expect(readSpecs(letter).kind).toBe('other');
  expect(readSpecs(message, 'txt').kind).toBe('improvement-plan');
});

test('a school name goes on with a word that looks like a district without its tones', () => {
  const { plan } = frame([
    [
      [
        'SỞ GDĐT NÚI XANH\nTRƯỜNG THPT LÊ LONG\nQUÂN GIẢ ĐỊNH\nSố: 30/KH-LLQ',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nNúi Xanh, ngày 30 tháng 9 năm 2025',
      ],
    ],
    'KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG',
  ]);
  expect(plan.letterhead.schoolName).toBe('TRƯỜNG THPT LÊ LONG QUÂN GIẢ ĐỊNH');
});
