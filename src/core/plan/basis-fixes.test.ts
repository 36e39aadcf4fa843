import { expect, test } from 'vitest';
import type { LegalDocument, LegalLibrary } from '#core/standards/legal-document.ts';
import { basisFixes, isAbout } from './basis-fixes.ts';
import type { Finding } from './finding.ts';

const known = (number: string, issued: string, title: string): LegalDocument =>
  ({
    number,
    issued,
    title,
    kind: 'Thông tư',
    issuer: 'Bộ Giáo dục và Đào tạo',
    otherNumbers: [],
  }) as unknown as LegalDocument;
const library: LegalLibrary = {
  compiled: '2026-11-21',
  unknowns: [],
  documents: [
    known('17/2018/TT-BGDĐT', '2018-08-22', 'Ban hành Quy định về trường tiểu học'),
    known('18/2018/TT-BGDĐT', '2018-08-22', 'Ban hành Quy định về trường trung học'),
    known('57/2026/TT-BGDĐT', '2026-05-20', 'Ban hành Quy định mới'),
  ],
};
const finding = (rule: string, suggestion: string | null, quote: string): Finding =>
  ({ rule, suggestion, severity: 'error', message: '', where: { part: 'section', quote } }) as unknown as Finding;
const LINE = 'Căn cứ Thông tư số 17/2018/TT-BGDĐT ngày 23/8/2018 ban hành Quy định về trường trung học;';
const texts = (findings: Finding[]) =>
  basisFixes(LINE, findings, library).map(({ number, text }) => [number, text?.slice(0, 34) ?? null]);

test('a wrong day: the document under its own', () => {
  expect(basisFixes(LINE, [finding('basis-date-wrong', '22/8/2018', '23/8/2018')], library)[0]?.text).toContain(
    'ngày 22 tháng 8 năm 2018',
  );
});

test('a wrong title: the document of the number, or the one of the title', () => {
  expect(texts([finding('basis-title-wrong', '18/2018/TT-BGDĐT', LINE)]).map(([number]) => number)).toEqual([
    '17/2018/TT-BGDĐT',
    '18/2018/TT-BGDĐT',
  ]);
});

test('what was replaced; what stands twice; what has no mend; each way once', () => {
  expect(texts([finding('basis-superseded', '57/2026/TT-BGDĐT', LINE)])[0]?.[0]).toBe('57/2026/TT-BGDĐT');
  expect(texts([finding('basis-superseded', '99/2030/TT-BGDĐT', LINE)])).toEqual([]);
  expect(texts([finding('basis-duplicate', null, LINE)])).toEqual([[null, null]]);
  expect(texts([finding('basis-after-document', null, LINE)])).toEqual([]);
  const twice = [
    finding('basis-date-wrong', '22/8/2018', '23/8/2018'),
    finding('basis-title-wrong', '17/2018/TT-BGDĐT', LINE),
  ];
  expect(texts(twice)).toHaveLength(1);
});

test('a finding is shown at its own line', () => {
  expect(isAbout(finding('basis-date-wrong', null, '23/8/2018'), LINE)).toBe(true);
  expect(isAbout(finding('basis-date-wrong', null, '24/8/2018'), LINE)).toBe(false);
  expect(isAbout(finding('time-missing', null, '23/8/2018'), LINE)).toBe(false);
});
