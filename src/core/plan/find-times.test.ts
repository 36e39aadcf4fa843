import { describe, expect, test } from 'vitest';
import { findTimes, timeOfNarrative } from './find-times.ts';
import { parseSchoolTime } from './parse-school-time.ts';

const context = { schoolYear: { start: 2021 } };
const OPEN = '2021-09.. open';

/** Criterion, its paragraphs (time phrases as schools write them around actions in our own words), reading. */
const CRITERIA: [string, string[], string][] = [
  [
    '1.1',
    [
      'Từ tháng 02 năm 2021 và các năm tiếp theo, hiệu trưởng đăng kế hoạch chiến lược.',
      'Thực hiện vào tháng 9 nhà trường rà soát kế hoạch.',
    ],
    '2021-02.. open',
  ],
  [
    '1.2',
    [
      'Năm học 2021-2022 và những năm tiếp theo Chủ tịch Hội đồng giao chỉ tiêu trong năm.',
      ' Vào tháng 10/2021 nhà trường gửi dự thảo.',
    ],
    OPEN,
  ],
  [
    '1.3',
    [
      'Vào đầu năm học 2021-2022 và những năm tiếp theo, Hội khuyến học vận động tài trợ. Học kỳ II sẽ vận động mỗi lớp.',
      'Hiệu trưởng hỗ trợ công đoàn.',
      'Năm học  2021-2022 khi có phong trào nhà trường vận động công đoàn tham gia.',
    ],
    `${OPEN} (khi có phong trào)`,
  ],
  [
    '1.4',
    [
      'Từ tháng 9 năm học 2021-2022 và những năm tiếp theo hiệu trưởng giúp giáo viên mới nắm vững chuyên môn',
      'Thời gian thực hiện: hàng tháng ',
    ],
    `${OPEN} monthly`,
  ],
  [
    '1.5',
    [
      'Trong năm học 2021-2022 và những năm tiếp theo, trường duy trì sĩ số theo quy định, đưa vào thi đua hàng tháng của lớp.',
      'Thực hiện từ tháng 6 đến cuối năm học.',
    ],
    '2021-06..2022-05',
  ],
  [
    '1.6',
    [
      'Trong năm học 2021-2022 và những năm tiếp theo hiệu trưởng lập kế hoạch tài chính.',
      'Thời gian thực hiện tháng 1/2022 xây dựng kế hoạch ngắn hạn năm 2022, trung hạn 3 năm 2024, dài hạn 5 năm 2026.',
    ],
    '2022-01..2022-01',
  ],
  [
    '1.7',
    [' Năm học 2021-2022, nhà trường bồi dưỡng đội ngũ. Nhận xét đánh giá hàng tháng trong sinh hoạt chuyên môn.'],
    '2021-09..2022-05 monthly',
  ],
  [
    '1.8',
    [
      'Từ năm 2021-2022 Hiệu trưởng chỉ đạo các tổ góp ý kế hoạch',
      'Thực hiện vào tháng 10/2021 sau khi có kế hoạch năm 2021-2022 của trường',
    ],
    '2021-10..2021-10 (sau khi có kế hoạch năm 2021-2022 của trường)',
  ],
  [
    '1.9',
    [
      'Năm học 2021-2022 và những năm học tiếp theo hiệu trưởng tổ chức hội nghị viên chức hằng năm',
      'Thực hiện hàng tháng, ghi nhận vào sổ họp.',
    ],
    `${OPEN} monthly`,
  ],
  [
    '1.10',
    ['Năm học 2021-2022 và những năm học tiếp theo, hiệu trưởng mời tập huấn chữa cháy', 'Thời gian: tháng 10/2021'],
    '2021-10..2021-10',
  ],
  [
    '2.1',
    ['Từ tháng 2 năm 2020-2021 hiệu trưởng yêu cầu tự học.', 'Từ tháng 10 năm 2020-2021 hiệu trưởng dự giờ'],
    '2020-10.. open',
  ],
  [
    '2.2',
    [
      'Từ tháng 02 năm học 2020-2021 nhà trường nâng chuẩn cho 03 giáo viên, dự kiến hoàn thành tốt nghiệp vào năm học 2024 - 2025, đánh giá chuẩn vào cuối năm.Thực hiện vào tháng 5/2022 đánh giá chuẩn',
    ],
    '2021-02.. open',
  ],
  ['2.3', ['Năm học 2021-2022, cán bộ quản lý đề xuất mở lớp.'], '2021-09..2022-05'],
  ['3.1', ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng chăm sóc cây xanh.'], OPEN],
  ['3.2', ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng tham mưu cải tạo phòng'], OPEN],
  ['3.3', ['Năm 2021-2022 và những năm tiếp theo hiệu trưởng tham mưu nâng cấp phòng'], OPEN],
  ['3.4', ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng tham mưu dời khu bếp.'], OPEN],
  [
    '3.5',
    [
      'Năm 2021- 2022 và những năm tiếp theo, ban giám hiệu trang bị đồ chơi.',
      'Thực hiện vào tháng 9/2021 đến tháng 5/2021',
    ],
    '2021-09.. ? 2022-05',
  ],
  ['3.6', ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng chỉ đạo y tế.'], OPEN],
  [
    '4.1',
    ['Năm học 2021-2022 ban giám hiệu tuyên truyền qua họp phụ huynh đầu năm, nhằm giúp cha mẹ trẻ.'],
    '2021-09..2022-05',
  ],
  ['4.2', ['Năm học 2021-2022 Hiệu trưởng tiếp tục tham mưu'], '2021-09..2022-05'],
  ['5.1', ['Năm học 2021-2022 và những năm tiếp theo, nhà trường thực hiện tốt Chương trình.'], OPEN],
  [
    '5.2',
    [
      'Năm học 2021-2022 và những năm tiếp theo hiệu trưởng chỉ đạo phó hiệu trưởng.',
      'Thực hiện từng tháng trong năm học',
    ],
    `${OPEN} monthly`,
  ],
  ['5.3', ['Năm học 2021-2022 và những năm tiếp theo, hiệu trưởng bồi dưỡng giáo viên, thường xuyên cập nhật.'], OPEN],
  [
    '5.4',
    ['Năm học 2021-2022 và những năm tiếp theo hiệu trưởng vận động phụ huynh trong buổi họp đầu năm, đưa ra nội quy.'],
    OPEN,
  ],
];

function brief(time: ReturnType<typeof timeOfNarrative>): string {
  const end = time.openEnded ? ' open' : time.needsReview ? ` ? ${time.suggestion ?? ''}` : '';
  const rhythm = time.recurrence ? ` ${time.recurrence}` : '';
  return `${time.start ?? ''}..${time.end ?? ''}${end}${rhythm}${time.condition ? ` (${time.condition})` : ''}`;
}

test('a named time in the middle of a paragraph decides', () => {
  const paragraph =
    'Hiệu trưởng cử nhân viên đi học nghiệp vụ. Thời gian thực hiện: tháng 02/2022. Kế toán lo kinh phí.';
  expect(brief(timeOfNarrative([paragraph], context))).toBe('2022-02..2022-02');
});

describe('a plan written as prose', () => {
  test.each(CRITERIA)('%s', (_, paragraphs, expected) => {
    expect(brief(timeOfNarrative(paragraphs, context))).toBe(expected);
  });

  test.each(CRITERIA)('%s: the kept text reads the same in a time cell', (_, paragraphs, expected) => {
    expect(brief(parseSchoolTime(timeOfNarrative(paragraphs, context).text, context))).toBe(expected);
  });

  test('nothing but targets and horizons is no time', () => {
    const none = timeOfNarrative(['Tạo điều kiện đi học, phấn đấu đến năm 2025 đạt trên chuẩn 100%.'], context);
    expect(none).toMatchObject({ text: null, start: null, end: null, parts: [] });
  });

  test('one date inside the only sentence is its time', () => {
    expect(brief(timeOfNarrative(['Kế toán lập dự toán từ tháng 9/2021 đến tháng 12/2021.'], context))).toBe(
      '2021-09..2021-12',
    );
  });
});

test('a deadline at the end of the only sentence is its time', () => {
  const time = timeOfNarrative(['Các tổ rà soát kế hoạch từng môn, hoàn thành trong tháng 9/2024.'], context);
  expect(time).toMatchObject({ text: 'hoàn thành trong tháng 9/2024', start: null, end: '2024-09' });
});

test.each([
  ['Sửa mái hiên dãy B, chậm nhất 30/11.', '2021-11-30'],
  ['Mua bàn ghế cho hai phòng, hạn: 30/11.', '2021-11-30'],
  ['Kiện toàn hội đồng trường, đến hết HKI.', '2021-12'],
  ['Rà soát nội quy, xong trong tháng 11.', '2021-11'],
])('a deadline inside the only sentence: %s', (sentence, end) => {
  expect(timeOfNarrative([sentence], context)).toMatchObject({ start: null, end });
});

test('short, middle and long terms are no deadlines', () => {
  expect(timeOfNarrative(['Xây dựng kế hoạch ngắn hạn năm 2022, dài hạn năm 2026.'], context).end).toBeNull();
});

describe('times in a sentence', () => {
  test('each with its words, place and kind', () => {
    const sentence = 'Thời gian thực hiện tháng 1/2022 xây dựng kế hoạch ngắn hạn năm 2022';
    expect(findTimes(sentence, context).map(({ text, index, kind }) => [text, index, kind])).toEqual([
      ['tháng 1/2022', sentence.indexOf('tháng 1'), 'labelled'],
      ['năm 2022', sentence.indexOf('năm 2022'), 'inner'],
    ]);
  });

  test.each([
    'Thông tư số 19/2018/TT-BGDĐT, 25/25 tiêu chí',
    'giáo viên mới nắm vững chuyên môn theo quy định trong hệ thống',
    'người Việt Nam tự lực đạt 66,3 %',
    'Trẻ 4 đến 5 tuổi thăm quan',
  ])('none: %s', (sentence) => {
    expect(findTimes(sentence, context)).toEqual([]);
  });
});
