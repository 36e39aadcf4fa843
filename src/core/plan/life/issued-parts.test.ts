import { expect, test } from 'vitest';
import { readIssueFacts } from './issued-parts.ts';

const TYPED = {
  number: 'Số: 12/KH-MNVD',
  date: '2026-09-15',
  signerRole: 'KT. HIỆU TRƯỞNG\r\n PHÓ HIỆU TRƯỞNG ',
  signerName: 'Nguyễn Thị Ví Dụ',
};

test('two lines of a post stay two lines', () => {
  expect(readIssueFacts(TYPED)).toEqual({
    ok: true,
    value: { ...TYPED, number: '12/KH-MNVD', signerRole: 'KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG' },
  });
});

test('what stands on a document for ever has a length, and holds nothing that cannot be seen', () => {
  const long = 'Ví Dụ '.repeat(1000);
  expect(readIssueFacts({ ...TYPED, number: `1${'2'.repeat(5000)}`, signerRole: long, signerName: long })).toEqual({
    ok: false,
    problems: ['number', 'signerRole', 'signerName'].map((field) => ({ field, problem: 'too-long' })),
  });
  expect(readIssueFacts({ ...TYPED, number: '1\u202E2\u0000/KH\u200B' })).toMatchObject({ value: { number: '12/KH' } });
});
