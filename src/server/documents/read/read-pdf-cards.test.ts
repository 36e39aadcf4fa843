import { expect, test } from 'vitest';
import { recognise } from '#core/documents/recognise.ts';
import { makePdf } from '../../../../tests/samples/files/make-pdf.ts';
import { claimsEachParagraphOnce, unreadOf } from '../../../../tests/reading/reading-law.ts';
import { readContext } from './read-limits.ts';
import { readPdf } from './read-pdf.ts';

const NEEDS = [
  'Sổ theo dõi hoạt động trải nghiệm còn sơ sài, chưa cập nhật theo từng tháng và từng khối lớp của nhà trường',
  'Bàn ghế đã cũ',
];
const FACTS = [
  ['Biện pháp khắc phục', 'Thiết kế lại sổ theo dõi'],
  ['Người chịu trách nhiệm', 'Hiệu trưởng'],
  ['Phối hợp', 'Kế toán'],
  ['Thời gian thực hiện', 'Tháng 11/2025'],
  ['Kinh phí', '5.000.000 đồng'],
];

const cells = (rows: readonly string[][]) => rows.flatMap((row) => row.map((text) => `[${text}]`)).join(', ');
const table = (columns: string, rows: readonly string[][]) =>
  `#table(columns: ${columns}, stroke: none, ${cells(rows)})`;

/** Reads a plan of this body, and holds that each paragraph has one use. */
async function read(body: string) {
  const source = await readPdf(
    makePdf(`#align(center)[*KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2025-2026*]\n\nI. NỘI DUNG\n\n${body}`),
    readContext(),
  );
  const reading = recognise(source, { sets: [] });
  claimsEachParagraphOnce(reading);
  expect(unreadOf(reading)).toEqual([]);
  return reading.plan.items;
}

const EXPECTED = {
  action: 'Thiết kế lại sổ theo dõi',
  leads: ['Hiệu trưởng'],
  collaborators: ['Kế toán'],
  time: { start: '2025-11', end: '2025-11' },
  budget: { amount: 5_000_000 },
};

test.each([
  ['names at the top of their values', '(4.5cm, 1fr)', ''],
  ['names in the middle of their values', '(4.5cm, 1fr)', '#set table(align: horizon)\n'],
  ['a narrow column of names', '(2.4cm, 1fr)', ''],
])('cards without ruling lines: %s', async (_, columns, set) => {
  const body = ['1.8', '3.2'].map(
    (criterion, at) => `Tiêu chí ${criterion}: Tên tiêu chí\n\n${table(columns, [['Điểm yếu', NEEDS[at]!], ...FACTS])}`,
  );
  const items = await read(`${set}${body.join('\n\n')}`);
  expect(items.map(({ criterion, need }) => [criterion, need])).toEqual([
    ['1.8', NEEDS[0]],
    ['3.2', NEEDS[1]],
  ]);
  for (const item of items) expect(item).toMatchObject(EXPECTED);
});

test('cards that name their criterion in the first row stand one below the other', async () => {
  const rows = ['1.8', '3.2'].flatMap((criterion, at) => [
    ['Tiêu chí', `${criterion}. Quản lý các hoạt động`],
    ['Điểm yếu', NEEDS[at]!],
    ...FACTS,
  ]);
  const items = await read(table('(4.5cm, 1fr)', rows));
  expect(items.map(({ criterion, need }) => [criterion, need])).toEqual([
    ['1.8', NEEDS[0]],
    ['3.2', NEEDS[1]],
  ]);
});

test('two names on a row, a value of two lines beside one of one line', async () => {
  const card = `#set table(align: horizon)
    #table(columns: (2.6cm, 4cm, 2.6cm, 4cm), stroke: none, [Điểm yếu], table.cell(colspan: 3)[Bàn ghế đã cũ],
    [Biện pháp], table.cell(colspan: 3)[Thiết kế lại sổ theo dõi], [Chủ trì], [Hiệu trưởng], [Phối hợp], [Ban đại diện cha mẹ học sinh],
    [Thời gian], [Từ tháng 10/2025 đến tháng 11/2025], [Kinh phí], [Không])`;
  const [item] = await read(`Tiêu chí 1.8: Tên tiêu chí\n\n${card}`);
  expect(item).toMatchObject({
    criterion: '1.8',
    leads: ['Hiệu trưởng'],
    collaborators: ['Ban đại diện cha mẹ học sinh'],
    time: { start: '2025-10', end: '2025-11' },
    budget: { amount: 0 },
  });
});

test('a card cut by the end of a page', async () => {
  const rows = [['Điểm yếu', NEEDS[1]!], ...FACTS];
  const items = await read(`#v(19.2cm)\nTiêu chí 3.2: Tên tiêu chí\n\n${table('(4.5cm, 1fr)', rows)}`);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject(EXPECTED);
});

test('a card cut above the rows that say when and who', async () => {
  const rows = [['Điểm yếu', NEEDS[1]!], ['Nguyên nhân', 'Mua đã lâu'], ...FACTS];
  const items = await read(`#v(20.1cm)\nTiêu chí 3.2: Tên tiêu chí\n\n${table('(4.5cm, 1fr)', rows)}`);
  expect(items).toHaveLength(1);
  expect(items[0]).toMatchObject(EXPECTED);
});

test('lines with a name and a colon in running text are no card', async () => {
  const items = await read(
    'Tiêu chí 3.2: Tên tiêu chí\n\nBiện pháp: thay bàn ghế cũ của bốn phòng học ở dãy B trong đợt nghỉ hè.\n\nThời gian: tháng 11/2025\n\nNgười thực hiện: Hiệu trưởng',
  );
  expect(items).toMatchObject([{ criterion: '3.2', leads: ['Hiệu trưởng'], time: { start: '2025-11' } }]);
});
