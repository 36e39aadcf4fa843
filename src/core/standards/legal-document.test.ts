import { describe, expect, test } from 'vitest';
import {
  findLegalDocument,
  findLegalDocuments,
  isVerified,
  type LegalDocument,
  type LegalLibrary,
  wasInForce,
} from './legal-document.ts';

const base: LegalDocument = {
  number: '19/2018/TT-BGDĐT',
  kind: 'Thông tư',
  issuer: 'Bộ Giáo dục và Đào tạo',
  issued: '2018-08-22',
  effective: '2018-10-10',
  title: 'Tên',
  schoolTypes: ['preschool'],
  replacedBy: ['57/2026/TT-BGDĐT'],
  inForceUntil: '2026-07-07',
  stillUsedUntil: null,
  amendedBy: [],
  verified: true,
  unverifiedFields: [],
  source: 'x',
  confidence: null,
  otherNumbers: [],
  titleVariants: [],
  note: null,
};
const library = (...documents: LegalDocument[]): LegalLibrary => ({ compiled: '2026-11-21', documents, unknowns: [] });

describe('by number', () => {
  const documents = library(
    base,
    { ...base, number: '32/2005/QĐ-BGDĐT', otherNumbers: ['32/2005/QĐ-BGD&ĐT'] },
    { ...base, number: '05/2014/TT-BGDĐT' },
  );

  test.each(['19/2018/TT-BGDĐT', '19/2018/TT-BGD&ĐT', '19/2018/TT- BGDĐT', '19/2018/tt-bgddt', 'Số: 19/2018/TT–BGDÐT'])(
    '%s',
    (number) => {
      expect(findLegalDocument(documents, number)?.number).toBe('19/2018/TT-BGDĐT');
    },
  );

  test('a leading zero more or less', () => {
    expect(findLegalDocument(documents, '5/2014/TT-BGDĐT')?.number).toBe('05/2014/TT-BGDĐT');
  });

  test('another year, another issuer', () => {
    expect(findLegalDocument(documents, '19/2019/TT-BGDĐT')).toBeNull();
    expect(findLegalDocument(documents, '19/2018/TT-BTC')).toBeNull();
  });
});

test('consolidated texts need their date', () => {
  const two = library(
    { ...base, number: '01/VBHN-BGDĐT', issued: '2017-01-24' },
    { ...base, number: '01/VBHN-BGDĐT', issued: '2021-04-13' },
  );
  expect(findLegalDocuments(two, '01/VBHN-BGDĐT')).toHaveLength(2);
  expect(findLegalDocument(two, '01/VBHN-BGDĐT')).toBeNull();
  expect(findLegalDocument(two, '01/VBHN-BGDĐT', '2021-04-13')?.issued).toBe('2021-04-13');
  expect(findLegalDocument(two, '01/VBHN-BGDĐT', '2022-04-13')).toBeNull();
});

describe('in force', () => {
  test.each([
    ['2018-08-21', 'not-issued'],
    ['2018-08-22', 'not-yet'],
    ['2018-10-10', 'in-force'],
    ['2026-07-06', 'in-force'],
    ['2026-07-07', 'no-longer'],
  ])('%s: %s', (date, state) => {
    expect(wasInForce(base, date)).toEqual({ state, verified: true });
  });

  test('rests only on verified fields', () => {
    expect(wasInForce({ ...base, unverifiedFields: ['inForceUntil'] }, '2026-09-01')).toEqual({
      state: 'no-longer',
      verified: false,
    });
    expect(wasInForce({ ...base, verified: false }, '2026-09-01')).toEqual({ state: 'no-longer', verified: false });
  });

  test('a successor that comes grade by grade', () => {
    const phased = { ...base, stillUsedUntil: '2028-08-31' };
    expect(wasInForce(phased, '2028-08-31')).toEqual({ state: 'unknown', verified: false });
    expect(wasInForce(phased, '2028-09-01')).toEqual({ state: 'no-longer', verified: true });
  });

  test('no end known', () => {
    expect(wasInForce({ ...base, inForceUntil: null }, '2027-01-01')).toEqual({ state: 'unknown', verified: false });
    expect(wasInForce({ ...base, inForceUntil: null, replacedBy: [] }, '2027-01-01')).toEqual({
      state: 'in-force',
      verified: false,
    });
  });
});

test('a field that is null is never verified', () => {
  expect(isVerified(base, 'title')).toBe(true);
  expect(isVerified({ ...base, title: null }, 'title')).toBe(false);
  expect(isVerified({ ...base, unverifiedFields: ['title'] }, 'title')).toBe(false);
  expect(isVerified({ ...base, unverifiedFields: ['title'] }, 'issued')).toBe(true);
  expect(isVerified({ ...base, verified: false }, 'issued')).toBe(false);
});
