import { expect, test } from 'vitest';
import { isPartId, partId } from './part-id.ts';

test('every part of a document has an id of its own, which is no id of a row', () => {
  const parts = ['recipients', 'title', ...Array.from({ length: 500 }, (_, at) => `section-${at % 25}.${at}`)];
  const ids = parts.map(partId);
  expect(new Set(ids).size).toBe(parts.length);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(ids.every(isPartId)).toBe(true);
  expect(isPartId('019364b2-5d3c-7a41-9b1e-0123456789ab')).toBe(false);
});

test('the same name is the same part on every computer', () => {
  expect(partId('section-2.1')).toBe(partId('section-2.1'));
  expect(partId('section-2.1')).not.toBe(partId('section-2.2'));
});
