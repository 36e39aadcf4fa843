import { expect, test } from 'vitest';
import { translator } from '#lib/messages/translate.ts';
import { ownersHtml } from './owners-html.ts';

const t = translator('vi');
const hoa = { userId: '1', displayName: 'Nguyễn <b>Hoa', role: 'principal' as const, jobTitle: null };

test('who is meant, what is not known, and nothing about those outside', () => {
  const owners = [
    { name: 'BGH', people: [hoa], expected: true },
    { name: 'Khu <B>', people: [], expected: true },
    { name: 'UBND xã', people: [], expected: false },
  ];
  const html = ownersHtml(owners, '/people/groups?year=2026-2027', t);
  expect(html).toContain('<strong>BGH</strong>: Nguyễn &lt;b&gt;Hoa');
  expect(html).toContain('Khu &lt;B&gt;');
  expect(html).toContain('href="/people/groups?year=2026-2027"');
  expect(html).not.toContain('UBND');
  expect(ownersHtml(owners, null, t)).not.toContain('href');
  expect(ownersHtml(owners.slice(2), null, t)).toBe('');
});
