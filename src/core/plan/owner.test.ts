import { describe, expect, test } from 'vitest';
import { knownOwner, ownersOfSentence, parseOwners, sameOwner, splitOwnerAndTime } from './owner.ts';
import type { OwnerStyle } from './owner.ts';

const CELLS: [string, OwnerStyle, string[], string[]][] = [
  ['BGH', 'lead-and-collaborators', ['BGH'], []],
  ['BGH,\nGV', 'lead-and-collaborators', ['BGH'], ['GV']],
  ['Hiệu\ntrưởng,', 'lead-and-collaborators', ['Hiệu trưởng'], []],
  ['-Hiệu trưởng', 'leads', ['Hiệu trưởng'], []],
  ['PHT, Tổ CM', 'all-lead', ['PHT', 'Tổ CM'], []],
  ['GV, y tế', 'collaborators', [], ['GV', 'y tế']],
  ['Chủ trì: BGH; Phối hợp: GV, NV', 'lead-and-collaborators', ['BGH'], ['GV', 'NV']],
  ['Chủ trì: Hiệu trưởng\nPhối hợp: Công đoàn', 'all-lead', ['Hiệu trưởng'], ['Công đoàn']],
  ['BGH chủ trì, GV phối hợp', 'all-lead', ['BGH'], ['GV']],
  ['Hiệu trưởng (chủ trì), kế toán', 'lead-and-collaborators', ['Hiệu trưởng'], ['kế toán']],
  ['Hiệu trưởng phối hợp với kế toán, văn thư', 'all-lead', ['Hiệu trưởng'], ['kế toán', 'văn thư']],
  ['BGH + GV', 'lead-and-collaborators', ['BGH'], ['GV']],
  ['BGH và GV', 'all-lead', ['BGH', 'GV'], []],
  ['Hiệu trưởng\n(Thư ký)', 'lead-and-collaborators', ['Hiệu trưởng'], ['Thư ký']],
  ['Hiệu trưởng (chủ trì), kế toán', 'all-lead', ['Hiệu trưởng', 'kế toán'], []],
  ['Tổ 4+5, GVCN', 'all-lead', ['Tổ 4+5', 'GVCN'], []],
  ['các tổ CM', 'all-lead', ['các tổ CM'], []],
  ['BGH/GV; NV', 'all-lead', ['BGH', 'GV', 'NV'], []],
  ['CB-GV-NV', 'all-lead', ['CB-GV-NV'], []],
  ['Cán bộ, giáo viên, nhân viên', 'lead-and-collaborators', ['Cán bộ, giáo viên, nhân viên'], []],
  ['BGH\nGV\nTổ\nCM', 'all-lead', ['BGH', 'GV', 'Tổ CM'], []],
  ['- BGH\n- GV', 'all-lead', ['BGH', 'GV'], []],
  ['Giáo viên chủ nhiệm\nTổ giáo vụ', 'all-lead', ['Giáo viên chủ nhiệm', 'Tổ giáo vụ'], []],
  ['BGH\nTrạm y tế lưu\nđộng', 'all-lead', ['BGH', 'Trạm y tế lưu động'], []],
  ['Phòng Giáo dục và Đào tạo', 'all-lead', ['Phòng Giáo dục và Đào tạo'], []],
  [
    'Cấp Ủy, BGH, BCH Công đoàn, Tổ trưởng chuyên môn.',
    'all-lead',
    ['Cấp Ủy', 'BGH', 'BCH Công đoàn', 'Tổ trưởng chuyên môn'],
    [],
  ],
  [' \n', 'all-lead', [], []],
];

test.each(CELLS)('%j as %s', (text, style, leads, collaborators) => {
  expect(parseOwners(text, style)).toEqual({ leads, collaborators });
  expect(parseOwners(text.normalize('NFD'), style)).toEqual({ leads, collaborators });
});

const SENTENCES: [string, string[], string[]][] = [
  ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng chỉ đạo giáo viên giữ lớp.', ['hiệu trưởng'], ['giáo viên']],
  ['Trong năm học 2021-2022, hiệu trưởng phối hợp với kế toán lập dự toán.', ['hiệu trưởng'], ['kế toán']],
  ['Hiệu trưởng tham mưu với Ủy ban nhân dân huyện cải tạo phòng.', ['Hiệu trưởng'], []],
  ['Trong thời gian tới, nhà trường tham mưu với Phòng GDĐT mở lớp.', ['nhà trường'], []],
  ['Hội khuyến học tham mưu với hiệu trưởng, phối hợp giáo viên vận động.', ['Hội khuyến học'], ['giáo viên']],
  ['Rà soát hồ sơ các tiêu chí của từng tiêu chuẩn.', [], []],
  ['Tổ chức cho CB-GV-NV tham gia tập huấn.', [], []],
  ['Đầu năm học trường vận động, phối hợp cùng BĐDCMTE làm tốt hơn.', ['trường'], ['BĐDCMTE']],
  [
    'hiệu trưởng chỉ đạo phó hiệu trưởng, tổ trưởng lập kế hoạch. P hiệu trưởng duyệt.',
    ['hiệu trưởng'],
    ['phó hiệu trưởng', 'tổ trưởng'],
  ],
];

test.each(SENTENCES)('%s', (text, leads, collaborators) => {
  expect(ownersOfSentence(text)).toEqual({ leads, collaborators });
});

describe('known owners', () => {
  test.each([
    ['BGH', 'leadership'],
    ['PHT', 'deputy-principal'],
    ['P. Hiệu trưởng', 'deputy-principal'],
    ['to cm', 'subject-teams'],
    ['TTCM', 'team-leader'],
    ['GVCN', 'homeroom-teachers'],
    ['TPT Đội', 'team-organiser'],
    ['CB-GV-NV', 'everybody'],
    ['hiệu truởng', 'principal'],
    ['GV lớp 5A', 'teachers'],
    ['Ủy ban nhân dân huyện Vân Hồ', 'people-committee'],
    ['Hiệu trưởng - Chủ tịch Hội đồng tự đánh giá', 'principal'],
    ['Cô Nguyễn Thị A', 'person'],
    ['Trần Văn B', 'person'],
  ])('%s', (name, key) => {
    expect(knownOwner(name)?.key).toBe(key);
  });

  test('strangers', () => {
    expect(knownOwner('Công ty xử lý rác')).toBeNull();
    expect(knownOwner('Hồ sơ, sổ sách')).toBeNull();
    expect(knownOwner('')).toBeNull();
    expect(sameOwner('P hiệu trưởng', 'Phó Hiệu trưởng')).toBe(true);
    expect(sameOwner('Cô Nguyễn Thị A', 'Cô Lê Thị B')).toBe(false);
  });
});

test.each([
  ['BGH Tháng\n9/2024', 'BGH', 'Tháng\n9/2024'],
  ['BGH Tháng', 'BGH', 'Tháng'],
  ['BGH', 'BGH', null],
  ['Tháng 9/2024', null, 'Tháng 9/2024'],
  ['GV, Tổ CM Cả năm', 'GV, Tổ CM', 'Cả năm'],
  ['Kho bạc Tháng', null, null],
])('owner and time in %j', (text, owner, time) => {
  expect(splitOwnerAndTime(text)).toEqual({ owner, time });
});
