import { expect, test } from 'vitest';
import { readNewSchool } from './new-school.ts';

const typed = {
  name: 'Trường Mầm non  Hoa Sen',
  type: 'preschool',
  governingBody: ' UBND xã Bình Minh',
  schoolYear: '2026-2027',
  place: '',
};

test('a good school, tidied; blank is null', () => {
  expect(readNewSchool(typed)).toEqual({
    ok: true,
    value: {
      name: 'Trường Mầm non Hoa Sen',
      type: 'preschool',
      governingBody: 'UBND xã Bình Minh',
      schoolYear: { start: 2026 },
      place: null,
    },
  });
});

test('every problem at once', () => {
  expect(
    readNewSchool({ name: ' ', type: 'nhà trẻ', governingBody: 'x'.repeat(201), schoolYear: '2026-2028', place: '' }),
  ).toEqual({
    ok: false,
    problems: [
      { field: 'name', problem: 'missing' },
      { field: 'governingBody', problem: 'too-long' },
      { field: 'type', problem: 'missing' },
      { field: 'schoolYear', problem: 'missing' },
    ],
  });
});

test('a name in which nothing can be seen is none; control signs do not get in', () => {
  const unseen = '\u200B\u202E\u0007\uFEFF';
  expect(readNewSchool({ ...typed, name: unseen })).toMatchObject({
    problems: [{ field: 'name', problem: 'missing' }],
  });
  expect(readNewSchool({ ...typed, name: `Hoa\u0000 Sen${unseen}` })).toMatchObject({ value: { name: 'Hoa Sen' } });
});
