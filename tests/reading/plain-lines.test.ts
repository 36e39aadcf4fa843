import { expect, test } from 'vitest';
import { draftParagraph, numberBlocks } from '#core/documents/blocks-draft.ts';
import { recognise } from '#core/documents/recognise.ts';
import { loadStandards } from '../../src/server/standards/load-standards.ts';
import { CLOSING, OPENING, readSpecs } from './block-builder.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';

const items = (specs: Parameters<typeof readSpecs>[0], format?: 'txt') => {
  const reading = readSpecs([...OPENING, ...specs, ...CLOSING], format);
  claimsEachParagraphOnce(reading);
  return reading.plan.items;
};

test('a sentence behind the last fact of the last item is none of its words', () => {
  const told = items([
    '1. Tiêu chí 2.3',
    'Hạn chế: Cấp dưỡng chưa qua lớp nghiệp vụ.',
    'Giải pháp: Cử hai người đi học.',
    'Phụ trách: Hiệu trưởng.',
    'Kinh phí: 3.000.000 đồng.',
    'Toàn trường cùng thực hiện nghiêm túc.',
  ]);
  expect(told).toMatchObject([{ criterion: '2.3', leads: ['Hiệu trưởng'] }]);
  expect(told[0]!.budget).toMatchObject({ text: '3.000.000 đồng.', amount: 3_000_000 });
});

test('a fact may go on: a second time, a second sum, further steps', () => {
  const told = items([
    '1. Tiêu chí 2.3',
    'Giải pháp: Cử hai người đi học.',
    'Xếp lịch dạy thay.',
    'Thời gian: Tháng 9/2025.',
    'Tháng 3/2026.',
    '2. Tiêu chí 3.1',
    'Giải pháp: Trồng cây.',
    'Thời gian: Tháng 9/2025.',
  ]);
  expect(told[0]).toMatchObject({ action: 'Cử hai người đi học.\nXếp lịch dạy thay.', time: { end: '2026-03' } });
});

test('"PHẦN THỨ BA" is a heading, not the rest of an item', () => {
  const [item] = items([
    'PHẦN THỨ HAI',
    'Tiêu chí 5.1. Thực hiện chương trình',
    '* Biện pháp thực hiện: Xếp lại thời khóa biểu.',
    '* Kinh phí: 6 triệu đồng.',
    'PHẦN THỨ BA',
  ]);
  expect(item!.budget.text).toBe('6 triệu đồng.');
});

test('arrows stand in front of facts like dashes', () => {
  const [item] = items(
    ['TC 3.5 - Thiếu mẫu vật', '→ Giải pháp: mua năm bộ', '→ Ai làm: kế toán', '=> Khi nào: tháng 10/2025'],
    'txt',
  );
  expect(item).toMatchObject({
    need: 'Thiếu mẫu vật',
    action: 'mua năm bộ',
    leads: ['kế toán'],
    time: { start: '2025-10' },
  });
});

test('helpers in brackets behind the lead', () => {
  const [item] = items([
    'Tiêu chí 4.1',
    'Biện pháp: Họp ba lần.',
    'Người thực hiện: Giáo viên chủ nhiệm (phối hợp: Ban đại diện).',
    'Thời gian: tháng 9/2025',
  ]);
  expect(item).toMatchObject({ leads: ['Giáo viên chủ nhiệm'], collaborators: ['Ban đại diện'] });
});

test('a cell that begins with its own name: "Biện pháp:" above the steps', () => {
  const reading = readSpecs([
    ...OPENING,
    '1. Tiêu chuẩn 3: Cơ sở vật chất',
    [
      ['Điểm yếu', 'Hành động khắc phục'],
      [
        'Bếp thiếu tủ sấy (TC 3.4)',
        'Biện pháp:\n- Mua một tủ;\n- Tập huấn sử dụng;\nNgười thực hiện: Kế toán\nThời gian: tháng 10/2025',
      ],
      ['Sân trơn (TC 3.1)', 'Biện pháp:\n- Lát lại sân;\nNgười thực hiện: Hiệu trưởng\nThời gian: tháng 11/2025'],
    ],
    ...CLOSING,
  ]);
  expect(unreadOf(reading)).toEqual([]);
  expect(reading.plan.items.map(({ action }) => action)).toEqual([
    '- Mua một tủ;\n- Tập huấn sử dụng;',
    '- Lát lại sân;',
  ]);
});

test('criteria that the source numbers automatically', () => {
  const numbered = (label: string, text: string) => draftParagraph(text, { label, style: { bold: true } });
  const drafts = [
    draftParagraph('KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026'),
    numbered('Tiêu chuẩn 1.', 'Tổ chức và quản lý nhà trường'),
    numbered('Tiêu chí 1.1.', 'Phương hướng, chiến lược'),
    draftParagraph('- Biện pháp: Rà soát chiến lược.'),
    draftParagraph('- Người thực hiện: Hiệu trưởng.'),
    numbered('Tiêu chí 1.2.', 'Hội đồng trường'),
    draftParagraph('- Biện pháp: Ban hành nghị quyết.'),
    draftParagraph('- Thời gian: học kỳ I.'),
  ];
  const source = { format: 'docx' as const, blocks: numberBlocks(drafts), pages: null, recognised: false };
  expect(recognise(source, { sets: loadStandards().sets }).plan.items).toMatchObject([
    { standard: '1', criterion: '1.1', leads: ['Hiệu trưởng'] },
    { standard: '1', criterion: '1.2', time: { start: '2025-09' } },
  ]);
});

test('who, when and with what money in brackets behind a sentence; other brackets stay', () => {
  const told = items([
    '1. Tiêu chuẩn 1',
    '- Tiêu chí 1.6: Số hóa hồ sơ lưu trữ (Văn thư; tháng 9-12/2025).',
    '2. Tiêu chuẩn 3',
    '- Tiêu chí 3.2: Lắp thêm quạt ở 05 phòng (Kế toán; tháng 10/2025; 5 triệu đồng).',
    '- Tiêu chí 3.5: Hiệu trưởng mua thiết bị (máy chiếu, màn hình) vào tháng 11/2025.',
  ]);
  expect(told).toMatchObject([
    {
      criterion: '1.6',
      action: 'Số hóa hồ sơ lưu trữ',
      leads: ['Văn thư'],
      time: { start: '2025-09', end: '2025-12' },
    },
    { criterion: '3.2', leads: ['Kế toán'], time: { start: '2025-10' }, budget: { amount: 5_000_000 } },
    { criterion: '3.5', action: 'Hiệu trưởng mua thiết bị (máy chiếu, màn hình) vào tháng 11/2025.' },
  ]);
});

test('a cell for owner and time keeps its range as typed; place and day below the rows are no part of them', () => {
  const { plan, uses } = readSpecs([
    ...OPENING,
    [
      ['TT', 'Tiêu chí', 'Biện pháp', 'Phân công, thời gian'],
      ['1', 'TC 3.4', 'Chống thấm', 'Kế toán\n10/2025 - 11/2025'],
      ['2', 'TC 3.5', 'Mua đồ chơi', 'Hiệu trưởng; tháng 12/2025'],
      ['', '', '', 'Sông Trăng, ngày 20/9/2025'],
    ],
    ...CLOSING,
  ]);
  expect(uses.length).toBeGreaterThan(0);
  expect(plan.items).toMatchObject([
    { leads: ['Kế toán'], time: { text: '10/2025 - 11/2025', start: '2025-10', end: '2025-11' } },
    { leads: ['Hiệu trưởng'], time: { text: 'tháng 12/2025' } },
  ]);
});

test('rows on one line each, their cells set apart by dashes', () => {
  const reading = readSpecs(
    [
      'KH cải tiến CL 2025-2026 trường THCS Bến Mẫu (TT 18/2018)',
      '1) TC 1.3 - Công đoàn ít hoạt động - thăm hỏi kịp thời, sinh nhật theo tháng - CTCĐ - hàng tháng',
      '2) TC 3.6 - Thư viện mở cửa ít - trực cả giờ ra chơi - cô Nhã - T10, T11/2025 - 2 triệu',
      'Ai có ý kiến nhắn lại mình',
    ],
    'txt',
  );
  claimsEachParagraphOnce(reading);
  expect(reading.plan.schoolYear).toMatchObject({ start: 2025 });
  expect(reading.plan.items).toMatchObject([
    { criterion: '1.3', need: 'Công đoàn ít hoạt động', leads: ['CTCĐ'], time: { recurrence: 'monthly' } },
    { criterion: '3.6', action: 'trực cả giờ ra chơi', leads: ['cô Nhã'], time: { start: '2025-10', end: '2025-11' } },
  ]);
  expect(reading.plan.items[1]!.budget.amount).toBe(2_000_000);
});

test('numbered sentences that name their criteria in brackets', () => {
  const told = items([
    'II. Nội dung cải tiến',
    '1. Về quản lý tài sản (tiêu chí 1.6): trong tháng 10/2025, kế toán lập sổ tài sản điện tử.',
    '2. Về thư viện (tiêu chí 3.6): trong học kỳ I, nhân viên thư viện bổ sung 150 đầu sách.',
  ]);
  expect(told).toMatchObject([
    { standard: '1', criterion: '1.6', time: { start: '2025-10' }, leads: ['kế toán'] },
    { standard: '3', criterion: '3.6', time: { start: '2025-09' }, leads: ['nhân viên thư viện'] },
  ]);
});

test('"3. Tổ chức thực hiện" ends the last item also where criteria are numbered in depth', () => {
  const told = items([
    '2.1.1. Tiêu chí 1.2',
    'a) Biện pháp khắc phục: Giám sát từng học kỳ.',
    'b) Thời gian: Tháng 9/2025.',
    '3. Tổ chức thực hiện',
    'Ban giám hiệu đôn đốc.',
  ]);
  expect(told[0]!.time.text).toBe('Tháng 9/2025.');
});

test('"Mức hiện tại" is the state, "Mức phấn đấu" the level; "Ai" is who', () => {
  const [item] = items([
    [
      ['Tiêu chí', 'Mức hiện tại', 'Mức phấn đấu', 'Biện pháp', 'Ai', 'Thời gian'],
      ['1.8', 'Mức 1', 'Mức 2', 'Kiểm tra đột xuất', 'Cô Mẫu (PHT)', '5/2026'],
      ['5.1', 'Mức 2', 'Mức 3', 'Nghiên cứu phương pháp mới', 'Tổ CM', '4/2026'],
    ],
  ]);
  expect(item).toMatchObject({ levels: [2], currentState: 'Mức 1', leads: ['Cô Mẫu (PHT)'] });
});
