import { describe, expect, test } from 'vitest';
import type { LegalDocument, LegalLibrary } from '#core/standards/legal-document.ts';
import { faultsOf } from '#tests/support/check-builder.ts';
import { aSection } from '#core/plan/samples/plan-builder.ts';
import type { PlanDocument } from '../plan-document.ts';
import { basisAfterDocument } from './basis-after-document.ts';
import { basisDateWrong } from './basis-date-wrong.ts';
import { basisDuplicate } from './basis-duplicate.ts';
import { basisNumberBlank } from './basis-number-blank.ts';
import { basisSuperseded } from './basis-superseded.ts';
import { basisTitleWrong } from './basis-title-wrong.ts';
import type { CheckRule } from './check-rule.ts';
import { numberOrder } from './number-order.ts';

const PRIMARY =
  'ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường tiểu học';
const PRESCHOOL =
  'ban hành Quy định về kiểm định chất lượng giáo dục và công nhận đạt chuẩn quốc gia đối với trường mầm non';

function known(number: string, title: string, fields: Partial<LegalDocument> = {}): LegalDocument {
  return {
    number,
    kind: 'Thông tư',
    issuer: 'Bộ Giáo dục và Đào tạo',
    issued: '2018-08-22',
    effective: '2018-10-10',
    title,
    schoolTypes: [],
    replacedBy: ['57/2026/TT-BGDĐT'],
    inForceUntil: '2026-07-07',
    amendedBy: [],
    verified: true,
    unverifiedFields: [],
    source: 'x',
    confidence: null,
    otherNumbers: [],
    titleVariants: [],
    note: null,
    ...fields,
  };
}

const library = (fields: Partial<LegalDocument> = {}): LegalLibrary => ({
  compiled: '2026-11-21',
  documents: [
    known('17/2018/TT-BGDĐT', PRIMARY, { schoolTypes: ['primary'], ...fields }),
    known('19/2018/TT-BGDĐT', PRESCHOOL, { schoolTypes: ['preschool'], ...fields }),
  ],
  unknowns: [],
});

function judge(
  rule: CheckRule,
  lines: string[],
  plan: Partial<Pick<PlanDocument, 'date' | 'number' | 'schoolYear'>> = {},
  fields: Partial<LegalDocument> = {},
) {
  return faultsOf(
    rule,
    { sections: [aSection('II', 'CĂN CỨ', 'bases', lines)], ...plan },
    { library: library(fields) },
  );
}

const circular = (number: string, date: string, title: string) =>
  `- Thông tư số ${number}/2018/TT-BGDĐT ngày ${date} của Bộ Giáo dục và Đào tạo ${title};`;

describe(basisDuplicate.id, () => {
  test.each([
    'Thông tư số 22/2024/TT-BGDĐT ngày 10/12/2024 sửa đổi, bổ sung một số điều của Thông tư số 19/2018/TT-BGDĐT và Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;',
    'Thông tư số 22/2024/TT-BGDĐT sửa đổi, bổ sung Quy định ban hành kèm theo Thông tư số 19/2018/TT-BGDĐT, Thông tư số 17/2018/TT-BGDĐT;',
    'Kế hoạch số 12/KH-UBND ngày 02/3/2024 thực hiện Thông tư số 17/2018/TT-BGDĐT;',
    'Báo cáo tự đánh giá năm học 2024 - 2025 theo Thông tư số 17/2018/TT-BGDĐT;',
  ])('what another document is about is no basis: %s', (line) => {
    expect(judge(basisDuplicate, ['Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;', line])).toEqual([]);
    expect(judge(basisSuperseded, [line], { date: '2026-09-10' })).toEqual([]);
  });

  test.each([
    'Công văn số 5932/BGDĐT-QLCL ngày 28/12/2018; Thông tư số 17/2018/TT-BGDĐT;',
    'Công văn số 5932/BGDĐT-QLCL hướng dẫn tự đánh giá trường tiểu học và Thông tư số 17/2018/TT-BGDĐT;',
    'Quy định ban hành kèm theo Thông tư số 17/2018/TT-BGDĐT;',
  ])('one beside another is: %s', (line) => {
    expect(judge(basisDuplicate, ['Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;', line])).toHaveLength(1);
    expect(judge(basisSuperseded, [line], { date: '2026-09-10' })).toHaveLength(1);
  });

  const line = circular('19', '22/8/2018', PRESCHOOL);

  test('the same number twice, also with "Căn cứ" before it', () => {
    expect(judge(basisDuplicate, [line, line.replace('- Thông tư', '- Căn cứ Thông tư')])).toMatchObject([
      { message: '“Thông tư 19/2018/TT-BGDĐT” đã được nêu ở căn cứ phía trên.', where: { section: 'II' } },
    ]);
  });

  test('the same words twice without a number', () => {
    const report = '- Căn cứ báo cáo tự đánh giá của nhà trường;';
    expect(judge(basisDuplicate, [report, '- Báo cáo tự đánh giá của nhà trường.'])).toHaveLength(1);
  });

  test('silent: other numbers, and one number under two titles, which is another fault', () => {
    expect(judge(basisDuplicate, [line, circular('17', '22/8/2018', PRIMARY)])).toEqual([]);
    expect(judge(basisDuplicate, [line, circular('19', '22/8/2018', PRIMARY)])).toEqual([]);
  });
});

describe(basisAfterDocument.id, () => {
  test.each([
    '- Kế hoạch số 38/KH-GDĐT ngày 13 tháng 9 năm 2023 của Phòng Giáo dục;',
    '- Hướng dẫn số 526/HD-PGDĐT, ngày 03/11/2023 của Phòng Giáo dục;',
    '- Kế hoạch số /KH-MNNS ngày   tháng 10 năm 2023 của Trường;',
  ])('%s', (line) => {
    expect(judge(basisAfterDocument, [line])).toHaveLength(1);
  });

  test('the date that is known, when none is typed', () => {
    expect(judge(basisAfterDocument, ['- Thông tư số 19/2018/TT-BGDĐT của Bộ;'], { date: '2018-08-01' })).toHaveLength(
      1,
    );
    expect(judge(basisAfterDocument, ['- Thông tư số 19/2018/TT-BGDĐT của Bộ;'])).toEqual([]);
  });

  test.each(['- Kế hoạch số 38/KH-GDĐT ngày 12 tháng 9 năm 2023;', '- Kế hoạch số /KH-MNNS ngày   tháng 9 năm 2023;'])(
    'silent: %s',
    (line) => {
      expect(judge(basisAfterDocument, [line])).toEqual([]);
      expect(judge(basisAfterDocument, ['- Kế hoạch số 3/KH-GD ngày 1/1/2050;'], { date: null })).toEqual([]);
    },
  );
});

describe(basisDateWrong.id, () => {
  test.each([
    ['ngày 22/08/2019', 'ban hành ngày 22/08/2018, văn bản ghi ngày 22/08/2019.'],
    ['ngày 22/8/2019', 'ban hành ngày 22/8/2018, văn bản ghi ngày 22/8/2019.'],
    ['ngày 22 tháng 01 năm 2019', 'ban hành ngày 22/8/2018, văn bản ghi ngày 22/01/2019.'],
  ])('both dates in the form that was typed: %s', (typed, said) => {
    const [fault] = judge(basisDateWrong, [`Thông tư số 17/2018/TT-BGDĐT ${typed} ${PRIMARY}`]);
    expect(fault?.message).toContain(said);
  });

  const wrong = circular('19', '28/8/2019', PRESCHOOL);

  test('with the right date', () => {
    expect(judge(basisDateWrong, [wrong])).toMatchObject([
      {
        message: '“Thông tư 19/2018/TT-BGDĐT” ban hành ngày 22/8/2018, văn bản ghi ngày 28/8/2019.',
        suggestion: '22/8/2018',
        severity: 'error',
      },
    ]);
  });

  test('a hint at most from an unverified date', () => {
    expect(judge(basisDateWrong, [wrong], {}, { verified: false })).toMatchObject([{ severity: 'hint' }]);
    expect(judge(basisDateWrong, [wrong], {}, { unverifiedFields: ['issued'] })).toMatchObject([{ severity: 'hint' }]);
    expect(judge(basisDateWrong, [wrong], {}, { issued: null })).toEqual([]);
  });

  test('silent: the right date in any form, an unknown document', () => {
    expect(
      judge(basisDateWrong, [circular('19', '22 tháng 8 năm 2018', PRESCHOOL), circular('99', '1/1/2018', 'x')]),
    ).toEqual([]);
  });
});

describe(basisTitleWrong.id, () => {
  test('what fits the type of the school was meant: the number, the title, or nobody knows', () => {
    const suggested = (number: string, title: string, fields: Partial<LegalDocument> = {}) =>
      judge(basisTitleWrong, [circular(number, '22/8/2018', title)], {}, fields).map(({ suggestion }) => suggestion);
    expect(suggested('17', PRESCHOOL)).toEqual(['19/2018/TT-BGDĐT']);
    expect(suggested('19', PRIMARY)).toEqual([PRESCHOOL]);
    expect(suggested('19', PRIMARY, { schoolTypes: ['preschool', 'primary'] })).toEqual([null]);
  });

  test('the title of another known document', () => {
    expect(judge(basisTitleWrong, [circular('19', '22/8/2018', PRIMARY)])).toMatchObject([
      {
        message: '“Thông tư 19/2018/TT-BGDĐT” được ghi dưới tên của Thông tư 17/2018/TT-BGDĐT.',
        severity: 'error',
      },
    ]);
  });

  test('a hint at most from an unverified title', () => {
    const [fault] = judge(basisTitleWrong, [circular('19', '22/8/2018', PRIMARY)], {}, { unverifiedFields: ['title'] });
    expect(fault?.severity).toBe('hint');
  });

  test('silent: abridged, reworded, without a title', () => {
    const lines = [
      circular('19', '22/8/2018', 'về kiểm định chất lượng giáo dục trường mầm non'),
      circular('19', '22/8/2018', PRESCHOOL),
      '- Thông tư số 17/2018/TT-BGDĐT ngày 22/8/2018;',
    ];
    expect(judge(basisTitleWrong, lines)).toEqual([]);
  });
});

describe(basisNumberBlank.id, () => {
  test.each([
    ['- Kế hoạch số  /KH-MNNS ngày   tháng 9 năm 2023 của trường;', 'số và ngày'],
    ['- Kế hoạch số ….../KH-MNNS ngày 06 tháng 9 năm 2023 của trường;', 'số'],
  ])('%s', (line, blank) => {
    expect(judge(basisNumberBlank, [line])[0]?.message).toContain(`Căn cứ còn để trống ${blank}:`);
  });

  test('silent: complete, or a report that has no number', () => {
    expect(
      judge(basisNumberBlank, [circular('19', '22/8/2018', PRESCHOOL), '- Báo cáo tự đánh giá năm 2023;']),
    ).toEqual([]);
  });
});

describe(basisSuperseded.id, () => {
  const lines = [circular('17', '22/8/2018', PRIMARY)];

  test('named with what replaced it', () => {
    expect(judge(basisSuperseded, lines, { date: '2026-09-10' })).toMatchObject([
      {
        message: '“Thông tư 17/2018/TT-BGDĐT” đã hết hiệu lực từ 07/7/2026, 57/2026/TT-BGDĐT thay thế.',
        suggestion: '57/2026/TT-BGDĐT',
        severity: 'warning',
      },
    ]);
  });

  test('a hint when the end is not verified', () => {
    const found = judge(basisSuperseded, lines, { date: '2026-09-10' }, { unverifiedFields: ['inForceUntil'] });
    expect(found).toMatchObject([{ severity: 'hint' }]);
  });

  test('silent while in force', () => {
    expect(judge(basisSuperseded, lines, { date: '2026-07-06' })).toEqual([]);
    expect(judge(basisSuperseded, lines, { date: null, schoolYear: null })).toEqual([]);
    expect(judge(basisSuperseded, lines, { date: null, schoolYear: { start: 2026 } })).toEqual([]);
  });

  test('a plan without its date is of its school year', () => {
    expect(judge(basisSuperseded, lines, { date: null, schoolYear: { start: 2027 } })).toHaveLength(1);
  });
});

describe(numberOrder.id, () => {
  const decision = (number: number, date: string, issuer = 'MNNS') =>
    `- Quyết định số ${number}/QĐ-${issuer} ngày ${date} của trường;`;

  test('a higher number on the same day or before', () => {
    expect(judge(numberOrder, [decision(63, '12/9/2023'), decision(70, '05/9/2023')])).toHaveLength(2);
  });

  test('silent: lower, another issuer, last year', () => {
    const lines = [decision(61, '12/9/2023'), decision(63, '05/9/2023', 'UBND'), decision(99, '05/12/2022')];
    expect(judge(numberOrder, lines)).toEqual([]);
    expect(judge(numberOrder, [circular('63', '12/9/2023', 'x')])).toEqual([]);
  });
});
