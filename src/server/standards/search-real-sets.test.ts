import { expect, test } from 'vitest';
import { searchIndex, searchStandards } from '#core/standards/search-standards.ts';
import { getStandards } from './load-standards.ts';

const { sets, legal } = getStandards();
const index = searchIndex(sets, legal);

test.each(['dan chu', 'chu dan', 'dân chủ', 'quy che dan chu'])(
  '"%s" finds the criterion on democracy first',
  (query) => {
    expect(searchStandards(index, query)[0]).toMatchObject({
      kind: 'criterion',
      code: '1.9',
      text: 'Thực hiện quy chế dân chủ cơ sở',
    });
  },
);

test.each([
  ['thu vien', 'criterion', '3.6'],
  ['5942', 'legal-document', '5942/BGDĐT-QLCL'],
  ['19/2018/TT-BGDĐT truong mam non', 'legal-document', '19/2018/TT-BGDĐT'],
])('%s', (query, kind, code) => {
  const hits = searchStandards(index, query);
  expect(hits.map((hit) => `${hit.kind} ${hit.code}`)).toContain(`${kind} ${code}`);
});
