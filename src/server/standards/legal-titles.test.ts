import { expect, test } from 'vitest';
import { findLegalDocument } from '#core/standards/legal-document.ts';
import { sameTitle } from '#core/standards/same-title.ts';
import { loadStandards } from './load-standards.ts';

const { documents } = loadStandards().legal;

test.each(documents.filter((document) => document.title !== null))(
  '$number under its own title, however cited',
  (document) => {
    const title = document.title ?? '';
    const words = title.split(' ');
    const cites = [
      title.toUpperCase(),
      `${document.kind} số ${document.number} ngày 22 tháng 8 năm 2018 của ${document.issuer} về việc ${title}`,
      words.slice(0, Math.max(4, Math.ceil(words.length / 2))).join(' '),
      `${words.slice(0, 5).join(' ')} … ${words.slice(-5).join(' ')}`,
      words.filter((_, index) => index % 9 !== 4).join(' '),
    ];
    for (const cited of cites) expect(sameTitle(cited, title), cited).not.toBe('different');
    expect(sameTitle(cites[0] ?? '', title)).toBe('same');
    expect(sameTitle(cites[1] ?? '', title)).toBe('same');
  },
);

test('titles of other documents are rarely taken for the same', () => {
  const titles = [...new Set(documents.map((document) => document.title ?? ''))];
  const pairs = titles.flatMap((a, index) => titles.slice(index + 1).map((b) => sameTitle(a, b)));
  const share = (verdict: string) => pairs.filter((each) => each === verdict).length / pairs.length;
  expect(share('different')).toBeGreaterThan(0.94);
  expect(share('same')).toBeLessThan(0.005);
});

test('the circulars of 2018 are told apart', () => {
  const title = (number: string) => findLegalDocument({ compiled: '', documents, unknowns: [] }, number)?.title ?? '';
  const numbers = ['17/2018/TT-BGDĐT', '18/2018/TT-BGDĐT', '19/2018/TT-BGDĐT'];
  for (const a of numbers)
    for (const b of numbers) expect(sameTitle(title(a), title(b))).toBe(a === b ? 'same' : 'different');
});
