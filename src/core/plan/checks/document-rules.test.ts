import { describe, expect, test } from 'vitest';
import { aSource, faultsOf, inSentence, quotesOf } from '#tests/support/check-builder.ts';
import { anItem, aPlanDocument, aSection } from '#core/plan/samples/plan-builder.ts';
import { documentDateMissing } from './document-date-missing.ts';
import { documentNumberMissing } from './document-number-missing.ts';
import { letterheadIncomplete } from './letterhead-incomplete.ts';
import { listNumberDuplicate } from './list-number-duplicate.ts';
import { mottoFormat } from './motto-format.ts';
import { numberLabel } from './number-label.ts';
import { sectionNumberDuplicate } from './section-number-duplicate.ts';
import { sectionNumberGap } from './section-number-gap.ts';
import { signerMissing } from './signer-missing.ts';
import { tableNumberGap } from './table-number-gap.ts';
import { unicodeMixed } from './unicode-mixed.ts';

const letterhead = aPlanDocument().letterhead;
/** As pasted from a spreadsheet: rows and nothing else. */
const onlyRows = {
  letterhead: { governingBody: null, schoolName: null, country: null, motto: null },
  number: null,
  numberText: null,
  date: null,
  dateText: null,
  title: [],
  sections: [aSection(null, '', 'items')],
  signature: null,
  recipients: [],
};
const headings = (...labels: string[]) => ({
  sections: labels.map((label) => aSection(label, `PHẦN ${label}`, null, ['Nội dung'])),
});

test.each([
  ['II', 'roman', 2],
  ['IX.', 'roman', 9],
  ['2.1', 'arabic', 1],
  ['a)', 'lower', 1],
  ['đ', 'lower', 4.5],
  ['Phần III', 'roman', 3],
])('the number in %s', (label, kind, value) => {
  expect(numberLabel(label)).toMatchObject({ kind, value });
});

describe(sectionNumberDuplicate.id, () => {
  test.each([
    [['I', 'II', 'II', 'III'], ['III']],
    [['1', '2', '2'], ['3']],
    [['A', 'B', 'B'], ['C']],
    [['a', 'a'], ['b']],
    [['2.1', '2.1'], ['2.2']],
  ])('%s', (labels, suggestions) => {
    expect(faultsOf(sectionNumberDuplicate, headings(...labels)).map((fault) => fault.suggestion)).toEqual(suggestions);
  });

  test('quotes both headings', () => {
    const sections = [aSection('II', 'THỰC TRẠNG', null, ['x']), aSection('II', 'NỘI DUNG', null, ['y'])];
    expect(faultsOf(sectionNumberDuplicate, { sections })).toMatchObject([
      {
        message: 'Mục “II. NỘI DUNG” đánh số trùng hoặc lùi sau mục “II. THỰC TRẠNG”.',
        where: { part: 'section', section: 'II' },
      },
    ]);
  });

  test.each([
    [['I', 'II', 'III']],
    [['A', 'B', 'C', 'D']],
    [['1', '2', '1', '2']],
    [['2.1', '2.2', '3.1', '3.2']],
    [['G', 'H', 'I', 'K']],
  ])('silent: %s', (labels) => {
    expect(faultsOf(sectionNumberDuplicate, headings(...labels))).toEqual([]);
  });
});

describe(sectionNumberGap.id, () => {
  test.each([
    [['I', 'II', 'III', 'VI'], ['IV']],
    [['1', '2', '4'], ['3']],
    [['A', 'C'], ['B']],
    [['V', 'I', 'II', 'VII'], ['III']],
    [['a', 'c'], ['b']],
    [['1.1', '1.3'], ['1.2']],
  ])('%s', (labels, suggestions) => {
    expect(faultsOf(sectionNumberGap, headings(...labels)).map((fault) => fault.suggestion)).toEqual(suggestions);
  });

  test('in nested sections, with the whole path', () => {
    const sections = [
      aSection(
        'II',
        'CĂN CỨ',
        null,
        [],
        [aSection('1', 'Văn bản', null, ['x']), aSection('3', 'Kết quả', null, ['y'])],
      ),
    ];
    expect(faultsOf(sectionNumberGap, { sections })[0]?.where.section).toBe('II.3');
  });

  test.each([
    [['I', 'II', 'III', 'IV', 'V']],
    [['d', 'đ', 'e', 'g', 'h']],
    [['d', 'e']],
    [['II', 'III']],
    [['I', 'A', 'II', 'B']],
    [['VII', 'VIII', 'I', 'II', 'IX']],
  ])('silent: %s', (labels) => {
    expect(faultsOf(sectionNumberGap, headings(...labels))).toEqual([]);
  });
});

describe(listNumberDuplicate.id, () => {
  const lines = [
    '1. Xây dựng kế hoạch.',
    '2. Phân công nhiệm vụ.',
    '3. Bổ sung minh chứng.',
    '3. Thực hiện chế độ báo cáo.',
  ];

  test('in a list of paragraphs', () => {
    expect(faultsOf(listNumberDuplicate, { sections: [aSection('C', 'TỔ CHỨC', null, lines)] })).toMatchObject([
      { message: 'Số thứ tự 3 lặp lại hoặc lùi ở “Thực hiện chế độ báo cáo.”.', suggestion: '4' },
    ]);
  });

  test('when the entries were read as sections: it is a list, not headings', () => {
    const children = lines.map((line) => aSection(line.slice(0, 1), line.slice(3)));
    const sections = [aSection('C', 'TỔ CHỨC', null, [], children)];
    expect(faultsOf(listNumberDuplicate, { sections })).toHaveLength(1);
    expect(faultsOf(sectionNumberDuplicate, { sections })).toEqual([]);
  });

  test('inside an action', () => {
    expect(
      quotesOf(listNumberDuplicate, { items: [anItem({ action: '1. Mua sách\n2. Mua tủ\n2. Mở thư viện' })] }),
    ).toEqual(['2. Mở thư viện']);
  });

  test('silent: dashes, and a list that begins anew', () => {
    const sections = [aSection('C', 'TỔ CHỨC', null, ['1. Một', '- a', '- b', '2. Hai', '1. Một khác', '2. Hai khác'])];
    expect(faultsOf(listNumberDuplicate, { sections })).toEqual([]);
  });
});

describe(tableNumberGap.id, () => {
  test('skips and repeats', () => {
    const source = aSource({
      tableNumbers: [
        ['1', '3', '4'],
        ['1', '2', '2'],
      ],
    });
    expect(faultsOf(tableNumberGap, {}, { source }).map((fault) => fault.message)).toEqual([
      'Cột TT nhảy từ 1 sang 3, thiếu số 2.',
      'Cột TT ghi số 2 sau số 2.',
    ]);
  });

  test('stands at the row of the plan that bears the number', () => {
    const place = { page: null, paragraph: null, table: 1, row: 2, column: 1 };
    const items = [anItem(), anItem({ source: place })];
    const source = aSource({ tableNumbers: [['1', '3']] });
    expect(faultsOf(tableNumberGap, { items }, { source })).toMatchObject([
      { where: { part: 'item', item: items[1]?.id, quote: '3' } },
    ]);
    expect(faultsOf(tableNumberGap, {}, { source })).toMatchObject([{ where: { part: 'document', quote: '3' } }]);
  });

  test('a repeated number with the right ones behind it is one fault', () => {
    const source = aSource({
      tableNumbers: [
        ['1', '2', '2', '4', '5'],
        ['1', '2', '2', '3', '4'],
      ],
    });
    expect(faultsOf(tableNumberGap, {}, { source }).map((fault) => [fault.message, fault.suggestion])).toEqual([
      ['Cột TT ghi số 2 sau số 2.', '3'],
      ['Cột TT ghi số 2 sau số 2.', '3'],
    ]);
  });

  test('silent: groups, levels, a table that goes on', () => {
    const source = aSource({
      tableNumbers: [
        ['I', '1', '2', 'II', '1', '2'],
        ['1', '2', '1'],
        ['7', '8'],
        ['1.1', '1.2', '2.1'],
      ],
    });
    expect(faultsOf(tableNumberGap, {}, { source })).toEqual([]);
    expect(faultsOf(tableNumberGap, {})).toEqual([]);
  });
});

describe('number, date, signer, letterhead', () => {
  test('a blank number is quoted', () => {
    expect(faultsOf(documentNumberMissing, { number: null, numberText: 'Số: /KH-MNNS' })[0]?.message).toBe(
      'Số văn bản còn để trống: “Số: /KH-MNNS”.',
    );
    expect(faultsOf(documentNumberMissing, { number: null, numberText: 'Số: 12' })[0]?.message).toBe(
      'Số văn bản chưa đủ số và ký hiệu: “Số: 12”.',
    );
    expect(faultsOf(documentNumberMissing, { number: null, numberText: null })[0]?.message).toBe(
      'Kế hoạch chưa có số và ký hiệu.',
    );
  });

  test('an incomplete date is quoted', () => {
    expect(
      faultsOf(documentDateMissing, { date: null, dateText: 'Đồng Nắng, ngày   tháng 9 năm 2023' })[0]?.message,
    ).toBe('Ngày của kế hoạch chưa đủ: “Đồng Nắng, ngày tháng 9 năm 2023”.');
    expect(faultsOf(documentDateMissing, { date: null, dateText: null })).toHaveLength(1);
  });

  test('a post without a name, or no block', () => {
    expect(faultsOf(signerMissing, { signature: { role: 'HIỆU TRƯỞNG', name: null } })[0]?.message).toBe(
      'Dưới chức vụ “HIỆU TRƯỞNG” chưa có họ và tên người ký.',
    );
    expect(faultsOf(signerMissing, { signature: null, items: [anItem()] })[0]?.message).toBe(
      'Kế hoạch chưa có phần ký tên.',
    );
    expect(faultsOf(signerMissing, { signature: null, items: [] })).toEqual([]);
  });

  test('what the letterhead lacks', () => {
    expect(faultsOf(letterheadIncomplete, { letterhead: { ...letterhead, schoolName: null } })[0]?.message).toBe(
      'Phần đầu văn bản thiếu tên trường.',
    );
    expect(faultsOf(letterheadIncomplete, { letterhead: onlyRows.letterhead })[0]?.message).toBe(
      'Kế hoạch chưa có phần đầu văn bản.',
    );
  });

  test.each([documentNumberMissing, documentDateMissing, signerMissing, letterheadIncomplete])(
    '$id is silent when complete, and on bare rows',
    (rule) => {
      expect(faultsOf(rule, {})).toEqual([]);
      expect(faultsOf(rule, onlyRows)).toEqual([]);
    },
  );
});

describe(mottoFormat.id, () => {
  test.each([
    'Độc lập Tự do – Hạnh phúc',
    'Độc lập – Tự do – Hạnh phúc',
    'Độc lập-Tự do-Hạnh phúc',
    'ĐỘC LẬP - TỰ DO - HẠNH PHÚC',
  ])('%s', (motto) => {
    expect(faultsOf(mottoFormat, { letterhead: { ...letterhead, motto } })).toMatchObject([
      { suggestion: 'Độc lập - Tự do - Hạnh phúc' },
    ]);
  });

  test('the name of the country in capitals', () => {
    const country = 'Cộng hòa xã hội chủ nghĩa Việt Nam';
    expect(faultsOf(mottoFormat, { letterhead: { ...letterhead, country } })).toHaveLength(1);
  });

  test('silent: as prescribed, either place of the tone, absent', () => {
    expect(faultsOf(mottoFormat, {})).toEqual([]);
    expect(
      faultsOf(mottoFormat, { letterhead: { ...letterhead, country: 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM' } }),
    ).toEqual([]);
    expect(faultsOf(mottoFormat, { letterhead: onlyRows.letterhead })).toEqual([]);
  });
});

describe(unicodeMixed.id, () => {
  const composed = 'Trường mầm non';

  test('composed and decomposed letters in one file', () => {
    const source = aSource({ texts: [composed, 'Kế hoạch'.normalize('NFD')] });
    expect(faultsOf(unicodeMixed, {}, { source })).toMatchObject([
      { suggestion: 'Kế', where: { place: { paragraph: 2 } } },
    ]);
  });

  test('a foreign Đ', () => {
    const source = aSource({ texts: ['Ðộc lập'] });
    expect(faultsOf(unicodeMixed, {}, { source })).toMatchObject([{ suggestion: 'Độc', where: { quote: 'Ðộc' } }]);
  });

  test('silent: one way throughout, also the older way with ê and a tone apart', () => {
    const oldStyle = 'Kê\u0301 hoa\u0323ch Đ';
    for (const texts of [[composed, 'Kế hoạch Đ'], [composed.normalize('NFD'), 'Kế'.normalize('NFD')], [oldStyle]]) {
      expect(faultsOf(unicodeMixed, {}, { source: aSource({ texts }) })).toEqual([]);
    }
  });

  test('silent without a file', () => {
    expect(inSentence(unicodeMixed, 'Ðộc lập')).toEqual([]);
  });
});
