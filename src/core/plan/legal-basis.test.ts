import { describe, expect, test } from 'vitest';
import { citationsIn, legalBases, parseCitation } from './legal-basis.ts';
import type { PlanDocument, Section, SectionRole } from './plan-document.ts';

describe('a citation', () => {
  test.each([
    [
      'Căn cứ Thông tư 19/2018/TT-BGDĐT ngày 22/8/2018 của Bộ GD & ĐT về việc ban hành Quy định về kiểm định chất lượng;',
      ['Thông tư', '19/2018/TT-BGDĐT', '2018-08-22', 'Bộ GD & ĐT', 'ban hành Quy định về kiểm định chất lượng'],
    ],
    [
      'Căn cứ kế hoạch số 210/KH-MNHS  ngày 04/10/2021 vế Kế hoạch năm học của Trường mầm non Hoa Sim;',
      ['Kế hoạch', '210/KH-MNHS', '2021-10-04', null, 'Kế hoạch năm học của Trường mầm non Hoa Sim'],
    ],
    [
      '- Quyết định số 98/QĐ-HS ngày ngày 15 tháng 8 năm 2020 của trường Tiểu học Hoa Sim về việc thành lập Hội đồng',
      ['Quyết định', '98/QĐ-HS', '2020-08-15', 'trường Tiểu học Hoa Sim', 'thành lập Hội đồng'],
    ],
    [
      'Căn cứ Hướng dẫn số 134/HD-PGD&ĐT ngày 01/8/2018 của Phòng GD-ĐT về việc xây dựng trường chuẩn;',
      ['Hướng dẫn', '134/HD-PGD&ĐT', '2018-08-01', 'Phòng GD-ĐT', 'xây dựng trường chuẩn'],
    ],
    [
      'Công văn số 5932/BGDĐT-QLCL ngày 28 tháng 12 năm 2018 của Bộ Giáo dục và Đào tạo về việc hướng dẫn tự đánh giá;',
      ['Công văn', '5932/BGDĐT-QLCL', '2018-12-28', 'Bộ Giáo dục và Đào tạo', 'hướng dẫn tự đánh giá'],
    ],
    ['QĐ 2644/QĐ-UBND', ['Quyết định', '2644/QĐ-UBND', null, null, null]],
    ['KH số 40/KH-MN19-5', ['Kế hoạch', '40/KH-MN19-5', null, null, null]],
    ['NQ 105/NQ-CP', ['Nghị quyết', '105/NQ-CP', null, null, null]],
    ['Văn bản hợp nhất số 01/VBHN-BGDĐT', ['Văn bản hợp nhất', '01/VBHN-BGDĐT', null, null, null]],
    [
      'Căn cứ Luật Giáo dục số 43/2019/QH14 ngày 14/6/2019;',
      ['Luật', '43/2019/QH14', '2019-06-14', null, 'Luật Giáo dục'],
    ],
    ['- Căn cứ báo cáo Tự đánh giá trường Mầm non 14;', ['Báo cáo', null, null, null, null]],
  ])('%s', (text, expected) => {
    const { kind, number, date, issuer, title, numberBlank } = parseCitation(text.normalize('NFD'));
    expect([kind, number, date, issuer, title]).toEqual(expected);
    expect(numberBlank).toBe(false);
  });

  test('with number and day left open', () => {
    expect(
      parseCitation('Thực hiện Kế hoạch số  /KH-MN14 ngày   tháng 9 năm 2024 của trường Hoa Sim về thực hiện nhiệm vụ'),
    ).toMatchObject({
      kind: 'Kế hoạch',
      number: null,
      numberBlank: true,
      date: null,
      dateBlank: true,
      issuer: 'trường Hoa Sim',
      title: 'thực hiện nhiệm vụ',
    });
  });

  test('several in one sentence', () => {
    const found = citationsIn(
      'Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018 và Công văn số 5942/BGDĐT-QLCL ngày 28/12/2018 của Bộ',
    );
    expect(found.map(({ kind, number, date }) => [kind, number, date])).toEqual([
      ['Thông tư', '19/2018/TT-BGDĐT', '2018-08-22'],
      ['Công văn', '5942/BGDĐT-QLCL', '2018-12-28'],
    ]);
    expect(citationsIn('đạt 25/25 tiêu chí, ngày 22/8/2018')).toEqual([]);
  });
});

function section(role: SectionRole | null, label: string | null, texts: string[], children: Section[] = []): Section {
  return {
    label,
    title: '',
    role,
    lines: texts.map((text) => ({ label: '-', text, place: null })),
    children,
    place: null,
  };
}

test('only the bases section and the "Căn cứ" lines of the opening', () => {
  const sections = [
    section('opening', null, ['Căn cứ Thông tư 19/2018/TT-BGDĐT;', 'Trường xây dựng kế hoạch như sau:']),
    section(
      'bases',
      'II',
      [],
      [
        section(null, '3', ['Các văn bản hiện hành:', 'Căn cứ báo cáo tự đánh giá']),
        section('results', '4', ['Số lượng đạt: 27/27']),
      ],
    ),
    section('items', 'III', ['Căn cứ Quyết định 5/QĐ-HS']),
  ];
  const bases = legalBases({ title: [], sections } as unknown as PlanDocument);
  expect(bases.map((basis) => [basis.number, basis.section])).toEqual([
    ['19/2018/TT-BGDĐT', null],
    [null, 'II.3'],
  ]);
});

test('the basis in front of the words that open the plan', () => {
  const opening = section('opening', null, [
    'Thực hiện Thông tư số 57/2026/TT-BGDĐT ngày 07 tháng 7 năm 2026; Trung tâm Sông Trăng xây dựng kế hoạch như sau:',
    'Căn cứ kết quả năm học trước, trường Hoa Sim xây dựng kế hoạch như sau:',
  ]);
  const bases = legalBases({ title: [], sections: [opening] } as unknown as PlanDocument);
  expect(bases).toMatchObject([{ number: '57/2026/TT-BGDĐT', date: '2026-07-07', title: null }]);
});

test('the basis below the name of a plan, and the circular that a report judges by', () => {
  const numbers = (plan: Partial<PlanDocument>) => legalBases(plan as PlanDocument).map(({ number }) => number);
  const title = ['KẾ HOẠCH', '(Thực hiện Thông tư số 18/2018/TT-BGDĐT ngày 22/8/2018)'];
  expect(numbers({ title, sections: [] })).toEqual(['18/2018/TT-BGDĐT']);
  expect(numbers({ title: ['(Kèm theo Quyết định số 9/QĐ-THCS)'], sections: [], standardSet: null })).toEqual([]);
  const told = section(null, null, ['Theo dõi theo Thông tư 19/2018/TT-BGDĐT và Quyết định số 5/QĐ-MN.']);
  expect(numbers({ title: [], sections: [told], standardSet: '19/2018/TT-BGDĐT' })).toEqual(['19/2018/TT-BGDĐT']);
  expect(numbers({ title: [], sections: [told], standardSet: null })).toEqual([]);
});
