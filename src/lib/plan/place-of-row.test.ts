import { describe, expect, test } from 'vitest';
import { isAlone, placeOfRow, type PlacedRow } from './place-of-row.ts';

/** "a1 b1 c2": rows a and b of group 1, row c of group 2. */
const table = (text: string): PlacedRow[] => text.split(' ').map((each) => ({ id: each[0]!, group: each.slice(1) }));
const TABLE = table('a1 b1 c2 d3 e3');

describe.each<[what: string, row: string, after: string | null, place: ReturnType<typeof placeOfRow>]>([
  ['a row of the group, in it', 'n1', 'a', { below: 'a' }],
  ['a row of the group, at its end', 'n1', 'b', { below: 'b' }],
  ['the first row of a group, below the last of another', 'n3', 'c', { above: 'd' }],
  ['the first row of all', 'n1', null, { above: 'a' }],
  ['a row of a group that is not there', 'n9', 'b', 'redraw'],
  ['a row of another group in the middle of one', 'n2', 'a', 'redraw'],
  ['a row below one that is not there', 'n1', 'x', 'redraw'],
  ['a row that stands there already', 'b1', 'a', 'stay'],
  ['the first row that stands there already', 'a1', null, 'stay'],
  ['a row moved up in its group', 'b1', null, { above: 'a' }],
  ['a row moved down in its group', 'a1', 'b', { below: 'b' }],
  ['the last row of its group moved away', 'c2', 'd', 'redraw'],
  ['a row that is about something else now', 'e2', 'd', 'redraw'],
  ['a row that is about something else now and stands at its new group', 'd2', 'c', { below: 'c' }],
])('%s', (_what, row, after, place) => {
  test('goes where the plan has it', () => {
    expect(placeOfRow(TABLE, table(row)[0]!, after)).toEqual(place);
  });
});

test('a row is alone below its heading when both of its neighbours are of other groups', () => {
  expect(TABLE.map(({ id }) => isAlone(TABLE, id))).toEqual([false, false, true, false, false]);
});
