import { describe, expect, test } from 'vitest';
import { faultsOf, inSentence } from '#tests/support/check-builder.ts';
import { aPlanDocument, aSection } from '#core/plan/samples/plan-builder.ts';
import { contactMalformed } from './contact-malformed.ts';
import { misspelling } from './misspelling.ts';
import { percentFormatMixed } from './percent-format-mixed.ts';
import { percentFits, rightPercent, statedPercents } from './stated-percent.ts';
import { schoolNameForeign } from './school-name-foreign.ts';
import { wordDoubled } from './word-doubled.ts';

describe(wordDoubled.id, () => {
  test.each([
    ['Quyết định số 98/QĐ ngày ngày 15 tháng 8 năm 2023', 'ngày ngày'],
    ['giảm sĩ số học sinh trong một lớp lớp theo quy định', 'lớp lớp'],
    ['tạo điều kiện cho các các em tham gia', 'các các'],
    ['Thực hiện từ từ tháng 9', 'từ từ'],
    ['của Trường Trường Mầm non', 'Trường Trường'],
    ['các học học sinh tham gia', 'học học'],
    ['cho học sinh sinh tham gia', 'sinh sinh'],
    ['ban giám hiệu cùng tổ tổ chức hội thi', 'tổ tổ'],
    ['nâng cao chất lượng chất lượng dạy học', 'chất lượng chất lượng'],
  ])('%s', (sentence, doubled) => {
    expect(inSentence(wordDoubled, sentence)).toEqual([doubled]);
  });

  test.each([
    'Giáo viên luôn luôn gần gũi, thường thường trao đổi, dần dần giúp trẻ tự tin.',
    'Ngày ngày trẻ được vận động, nhà nhà cùng chăm lo.',
    'Trong năm học học sinh được đánh giá.',
    'Tổ chức cho học sinh sinh hoạt tập thể.',
    'Tổ Hành chính làm. Làm xong báo cáo.',
    'Bổ sung minh chứng, chứng từ.',
    'Cháu An An và cô Thu Thu cùng dự.',
    'Từng bước, từng bước hoàn thiện.',
    'Kiểm định định kỳ theo quy định.',
    'Kế hoạch do Ban ban hành.',
    'Các tổ tổ chức lấy ý kiến, mỗi hội hội họp một lần.',
    'Số 1 1 và 2 2.',
    'Nghị quyết của Hội đồng trường Trường THCS Gió Lành.',
    'Hồ sơ phổ cập cập nhật hằng tháng, ban đại diện công đoàn đoàn kết.',
  ])('silent: %s', (sentence) => {
    expect(inSentence(wordDoubled, sentence)).toEqual([]);
  });

  test('suggests the word once', () => {
    const sections = [aSection('I', 'MỤC ĐÍCH', null, ['và và'])];
    expect(faultsOf(wordDoubled, { sections })[0]?.suggestion).toBe('và');
  });
});

describe(misspelling.id, () => {
  test.each([
    ['duy trì sỉ số của lớp', 'sỉ số'],
    ['hợp đồng sử lý rác thải', 'sử lý'],
    ['thực hiện Qui chế dân chủ', 'Qui chế'],
    ['kiểm tra đột suất', 'đột suất'],
    ['cùng chia sẽ kinh nghiệm', 'chia sẽ'],
  ])('%s', (sentence, wrong) => {
    expect(inSentence(misspelling, sentence)).toEqual([wrong]);
  });

  test.each([
    'duy trì sĩ số',
    'lịch sử lý tưởng',
    'sau khi phân chia sẽ bàn giao',
    'khả năng xuất hiện rủi ro',
    'qui mô trường lớp',
    'hiệu trưởng trình cấp trên',
    'tổ chức tham quan',
  ])('silent: %s', (sentence) => {
    expect(inSentence(misspelling, sentence)).toEqual([]);
  });

  test('keeps the capital', () => {
    const sections = [aSection('I', 'MỤC', null, ['Sử lý rác'])];
    expect(faultsOf(misspelling, { sections })[0]?.suggestion).toBe('Xử lý');
  });
});

describe(contactMalformed.id, () => {
  test.each([
    ['trên trang web (https://nangsom.dongnang@moet.edu.vn) của trường', 'https://nangsom.dongnang@moet.edu.vn'],
    ['thư về nangsom@@dongnang.edu.vn.', 'nangsom@@dongnang.edu.vn'],
    ['thư về nangsom@dongnang', 'nangsom@dongnang'],
    ['thư về nangsom@dongnang.edu,vn.', 'nangsom@dongnang.edu,vn'],
    ['Điện thoại: 0912 345 67', '0912 345 67'],
    ['xem http://nangsom', 'http://nangsom'],
  ])('%s', (sentence, wrong) => {
    expect(inSentence(contactMalformed, sentence)).toEqual([wrong]);
  });

  test.each([
    'https://mnnangsom.dongnang.edu.vn/ke-hoach?id=1.',
    'www.nangsom.edu.vn',
    'thư về c1nangsom.hcm@moet.edu.vn;',
    'thư về a@moet.edu.vn,vn.b@moet.edu.vn, vn',
    'Điện thoại: 0912 345 678; ĐT: 028 3891 2345, hotline 1900 1234',
    'tài khoản @nangsom',
  ])('silent: %s', (sentence) => {
    expect(inSentence(contactMalformed, sentence)).toEqual([]);
  });

  test('a mail address behind https:// is suggested as such', () => {
    const sections = [aSection('I', 'MỤC', null, ['https://a.b@moet.edu.vn'])];
    expect(faultsOf(contactMalformed, { sections })[0]?.suggestion).toBe('a.b@moet.edu.vn');
  });
});

describe('percentages in a text', () => {
  test.each([
    ['Số lượng đạt : 18/27 - Tỷ lệ: 66,3%', [[18, 27, '66,3']]],
    ['đạt Mức 3: 5/19 \t tỷ lệ 26.3 %', [[5, 19, '26.3']]],
    [
      'đạt 100% (25/25), không đạt 0% (0/25)',
      [
        [25, 25, '100'],
        [0, 25, '0'],
      ],
    ],
    ['14/18 giáo viên có trình độ đại học. Tỷ lệ 100% chuyên cần', []],
    ['từ tháng 5/2021 đạt 80%', []],
    ['tháng 9/2023 có 30/40 trẻ, 75%', [[30, 40, '75']]],
    ['16/20 tiêu chí đạt Mức 3 (85,0%)', [[16, 20, '85,0']]],
    ['26/28 đạt mức 1, chiếm 92,9%', [[26, 28, '92,9']]],
    ['25/27 tiêu chí đạt Mức 1, Mức 2 đạt 80%', []],
  ])('%s', (text, found) => {
    expect(statedPercents(text).map(({ part, whole, percent }) => [part, whole, percent])).toEqual(found);
  });

  test.each([
    [5, 19, '26,3', true],
    [5, 19, '26,32', true],
    [5, 19, '26', true],
    [13, 19, '68,42', true],
    [18, 27, '66,3', false],
    [18, 27, '66,6', false],
    [1, 8, '12,5', true],
    [1, 8, '13', true],
    [1, 8, '12', true],
  ])('%i/%i as %s', (part, whole, typed, fits) => {
    expect(percentFits(part, whole, typed)).toBe(fits);
  });

  test('the right one in the same form', () => {
    expect(rightPercent(18, 27, '66,3')).toBe('66,7');
    expect(rightPercent(18, 27, '66.31')).toBe('66.67');
    expect(rightPercent(18, 27, '66')).toBe('67');
  });
});

describe(percentFormatMixed.id, () => {
  const withLines = (...lines: string[]) => ({ sections: [aSection('I', 'KẾT QUẢ', 'results', lines)], items: [] });

  test('both in one document', () => {
    expect(faultsOf(percentFormatMixed, withLines('đạt 5,3%', 'không đạt 94.7% ; 73.7%'))).toMatchObject([
      { suggestion: '94,7%', where: { quote: '94.7%' } },
    ]);
  });

  test.each([[['26.3 %', '73.7%']], [['26,3%', '100%', 'mục 2.1']], [['1.250 trẻ, 5,3%']]])('silent: %s', (lines) => {
    expect(faultsOf(percentFormatMixed, withLines(...lines))).toEqual([]);
  });
});

describe(schoolNameForeign.id, () => {
  test('suggests the name as sentences of the document write it', () => {
    const sections = [
      aSection('I', 'MỤC ĐÍCH', 'purpose', [
        'Trường Mầm non Nắng Sớm có 9 lớp.',
        'Trường MN Sao Khuê xây dựng kế hoạch.',
      ]),
    ];
    const faults = faultsOf(schoolNameForeign, { schoolName: 'TRƯỜNG MẦM NON NẮNG SỚM', sections });
    expect(faults.map(({ suggestion }) => suggestion)).toEqual(['Trường Mầm non Nắng Sớm']);
  });

  test.each([
    ['Mức đánh giá của Trường Mầm non Sao Khuê: Mức 2', 'Trường Mầm non Sao Khuê'],
    ['Trường MN Sao Khuê xây dựng kế hoạch như sau', 'Trường MN Sao Khuê'],
    ['tham mưu với UBND huyện Gió Ngàn cấp kinh phí', 'UBND huyện Gió Ngàn'],
    ['Nâng cao chất lượng giáo dục tại Trường Mầm non Sao Khuê', 'Trường Mầm non Sao Khuê'],
    ['Chỉ đạo chung tại Trường MN Sao Khuê', 'Trường MN Sao Khuê'],
    ['Hội đồng tự đánh giá ở Trường MN Sao Khuê phân công', 'Trường MN Sao Khuê'],
  ])('%s', (sentence, wrong) => {
    expect(inSentence(schoolNameForeign, sentence)).toEqual([wrong]);
  });

  test.each([
    'Trường Mầm non Nắng Sớm xây dựng kế hoạch',
    'TRƯỜNG MN NẮNG SỚM THỰC HIỆN',
    'giao lưu với Trường Mầm non Sao Khuê',
    'học tập kinh nghiệm các trường mầm non Sao Khuê, Hoa Lúa',
    'công nhận trường mầm non Đạt chuẩn quốc gia Mức 2',
    'Điều lệ Trường mầm non; Trường tiểu học',
    'tham mưu với UBND huyện Đồng Nắng',
    'phối hợp với UBND xã Suối Trong',
    'báo cáo Phòng GD&ĐT huyện Đồng Nắng',
    'trẻ ra lớp một của Trường Tiểu học Đồi Thông',
    'cựu giáo viên Trường Mầm non Sao Khuê kể chuyện',
    'Tham quan, học tập công tác nuôi dưỡng tại Trường Mầm non Sao Khuê',
    'Tập huấn về tự đánh giá tại Trường Mầm non Sao Khuê',
    'khám sức khỏe ở Trường Mầm non Sao Khuê',
    'Tổ chức hoạt động trải nghiệm tại Trường Mầm non Sao Khuê',
    'Cử cô nuôi đi công tác tại Trường Mầm non Sao Khuê',
    'Giáo viên đi thực tế ở Trường Mầm non Sao Khuê',
    'Mượn sân của Trường Mầm non Sao Khuê để tổ chức hội thao',
    'Học tập kinh nghiệm của Trường Mầm non Sao Khuê',
  ])('silent: %s', (sentence) => {
    expect(inSentence(schoolNameForeign, sentence)).toEqual([]);
  });

  test('a centre of continuing education', () => {
    const { letterhead } = aPlanDocument();
    const plan = (line: string) => ({
      schoolName: 'Trung tâm GDTX Gió Lành',
      letterhead: { ...letterhead, schoolName: 'TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN GIÓ LÀNH' },
      sections: [aSection('I', 'MỤC', null, [line])],
    });
    expect(faultsOf(schoolNameForeign, plan('Trung tâm GDTX Gió Lành lập kế hoạch'))).toEqual([]);
    expect(faultsOf(schoolNameForeign, plan('Trung tâm giáo dục thường xuyên huyện lập kế hoạch'))).toEqual([]);
    expect(faultsOf(schoolNameForeign, plan('Trung tâm GDNN-GDTX Mây Trắng lập kế hoạch'))).toHaveLength(1);
  });

  test.each([
    'TRƯỜNG TH&THCS BẢN MƠ',
    'TRƯỜNG TH - THCS BẢN MƠ',
    'TRƯỜNG TH & THCS BẢN MƠ',
    'TRƯỜNG TH và THCS Bản Mơ',
    'TRƯỜNG PTDTBT TH&THCS BẢN MƠ',
    'TRƯỜNG PHỔ THÔNG DÂN TỘC BÁN TRÚ TIỂU HỌC VÀ THCS BẢN MƠ',
  ])('stages joined by a sign are no part of the name: %s', (schoolName) => {
    const { letterhead } = aPlanDocument();
    const plan = (line: string) => ({
      schoolName,
      letterhead: { ...letterhead, schoolName },
      sections: [aSection('I', 'MỤC', null, [line])],
    });
    for (const own of ['Trường TH&THCS Bản Mơ', 'Trường TH và THCS Bản Mơ', 'Trường THCS Bản Mơ'])
      expect(faultsOf(schoolNameForeign, plan(`Mức đạt của ${own}: Mức 1`))).toEqual([]);
    expect(faultsOf(schoolNameForeign, plan('Mức đạt của Trường TH&THCS Bản Xa: Mức 1'))).toHaveLength(1);
  });

  test('a school may be named after a day', () => {
    const { letterhead } = aPlanDocument();
    const plan = {
      schoolName: 'Trường Mầm non 17-3',
      letterhead: { ...letterhead, schoolName: 'TRƯỜNG MẦM NON 17-3' },
      sections: [
        aSection('I', 'MỤC', null, ['của Trường Mầm non 17-3', 'của Trường Mầm non 19-5', 'Trường Mầm non 17']),
      ],
    };
    expect(faultsOf(schoolNameForeign, plan).map(({ message }) => message)).toEqual([
      expect.stringContaining('19-5'),
      expect.stringContaining('Mầm non 17”'),
    ]);
  });

  test('the name that the school has now is its own', () => {
    const sections = [aSection('I', 'MỤC', null, ['Trường Mầm non Bình Minh lập kế hoạch'])];
    const school = { name: 'Trường Mầm non Bình Minh' };
    expect(faultsOf(schoolNameForeign, { sections }, { school })).toEqual([]);
    expect(faultsOf(schoolNameForeign, { sections })).toHaveLength(1);
  });

  test('silent when the plan does not say whose it is', () => {
    const { letterhead } = aPlanDocument();
    const sections = [aSection('I', 'MỤC', null, ['Trường Mầm non Sao Khuê lập kế hoạch'])];
    expect(
      faultsOf(schoolNameForeign, { sections, schoolName: null, letterhead: { ...letterhead, schoolName: null } }),
    ).toEqual([]);
  });
});
