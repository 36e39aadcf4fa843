import { expect, test } from 'vitest';
import { aPlanDocument } from '#core/plan/samples/plan-builder.ts';
import { placeAndDate } from '#core/plan/place-and-date.ts';
import { factsOf, readDay, withFacts } from './plan-facts.ts';
import { sectionLines, sectionText } from './section-text.ts';
import { editedSections, readCommand, sectionFields } from './section-edits.ts';

const { items: _items, ...parts } = aPlanDocument();

test('facts that nobody touched change nothing', () => {
  const odd = { ...parts, numberText: 'Số :  62 /KH-MNNS', dateText: 'Đồng Nắng,ngày 12 tháng 09 năm 2023' };
  expect(withFacts(odd, factsOf(odd))).toEqual(odd);
});

test('number, place and date carry their printed lines along', () => {
  const changed = withFacts(parts, { ...factsOf(parts), number: '70/KH-MNNS', date: '5/2/2024' });
  expect(changed).toMatchObject({
    number: '70/KH-MNNS',
    numberText: 'Số: 70/KH-MNNS',
    date: '2024-02-05',
    dateText: 'Đồng Nắng, ngày 05 tháng 02 năm 2024',
  });
  expect(placeAndDate(null, '2024-11-30')).toBe('ngày 30 tháng 11 năm 2024');
});

test.each([
  ['31/02/2024', undefined],
  ['29/2/2024', '2024-02-29'],
  ['', null],
  ['mai', undefined],
  ['1/1/0000', undefined],
  ['15/9/2962', undefined],
])('%s', (text, day) => {
  expect(readDay(text)).toBe(day);
});

test('paragraphs survive being shown and read again, and untouched ones keep their place', () => {
  const place = { page: 2, paragraph: 7, table: null, row: null, column: null };
  const lines = [
    { label: '-', text: 'Thực hiện kế hoạch;', place },
    { label: null, text: 'Dòng một\ndòng hai', place: null },
    { label: '1.', text: 'Việc', place: null },
  ];
  expect(sectionLines(sectionText(lines), lines)).toEqual(lines);
  expect(sectionLines('- Thực hiện kế hoạch;\na) Mới', lines)).toEqual([
    lines[0],
    { label: 'a)', text: 'Mới', place: null },
  ]);
});

test('a section is added and removed; the one that holds the rows stays', () => {
  const sections = parts.sections;
  const keep = () => null;
  expect(editedSections(sections, keep, readCommand('add:0'))).toHaveLength(2);
  expect(editedSections(sections, keep, readCommand('remove:0'))).toEqual(sections);
  expect(sectionFields(sections)[0]).toMatchObject({ path: '0', label: 'I', holdsItems: true });
});
