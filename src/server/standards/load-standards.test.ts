import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import {
  criteriaOf,
  criteriaWithLevel,
  findCriterion,
  findSet,
  findSetByCode,
  findSetInForce,
} from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { DataFileError } from './data-file.ts';
import { findStandardsFolder, loadStandards } from './load-standards.ts';

const standards = loadStandards();
const set = (id: string): StandardSet => {
  const found = findSet(standards.sets, id);
  if (!found) throw new Error(id);
  return found;
};

test('the six sets, the documents and the crosswalk are there', () => {
  expect(standards.sets.map((each) => each.id)).toEqual([
    'tt17-2018',
    'tt18-2018',
    'tt19-2018',
    'tt57-2026-continuing',
    'tt57-2026-general',
    'tt57-2026-preschool',
  ]);
  expect(standards.legal.documents).toHaveLength(220);
  expect(standards.crosswalk.mappings).toHaveLength(80);
});

test.each([
  ['tt19-2018', [25, 25, 19], 6],
  ['tt17-2018', [27, 27, 19], 5],
  ['tt18-2018', [28, 28, 20], 6],
])('denominators of %s', (id, denominators, clauses) => {
  expect([1, 2, 3].map((level) => criteriaWithLevel(set(id), level).length)).toEqual(denominators);
  const rule = set(id).levelRule;
  expect(rule.kind === 'cumulative-all' && rule.clauses.items.length).toBe(clauses);
});

test.each(['tt57-2026-preschool', 'tt57-2026-general', 'tt57-2026-continuing'])(
  '%s: 15 criteria, 8 of them mandatory',
  (id) => {
    expect(criteriaOf(set(id))).toHaveLength(15);
    expect(
      criteriaOf(set(id))
        .filter((criterion) => criterion.mandatory)
        .map((criterion) => criterion.code),
    ).toEqual(['1.3', '1.4', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2']);
    expect(set(id)).toMatchObject({
      monitoring: { timesPerYear: 2 },
      planForms: { layouts: ['bieu-2'], scope: 'priority-problems-only' },
    });
    expect(set(id).council).toMatchObject({ minimumMembers: 5, oddMembers: true, reportApprovedBefore: '06-15' });
  },
);

test('a criterion by its code', () => {
  expect(findCriterion(set('tt19-2018'), '1.5')?.title).toBe('Tổ chức nhóm trẻ và lớp mẫu giáo');
  expect(findCriterion(set('tt19-2018'), ' 1.05. ')?.code).toBe('1.5');
  expect(findCriterion(set('tt19-2018'), '1.11')).toBeNull();
});

test('a printed code and a type of school name the set', () => {
  expect(findSetByCode(standards.sets, '18/2018/TT-BGDĐT', null)?.id).toBe('tt18-2018');
  expect(findSetByCode(standards.sets, '19/2018/TT-BGD&ĐT', 'preschool')?.id).toBe('tt19-2018');
  expect(findSetByCode(standards.sets, '57/2026/TT-BGDĐT', 'multi-level')?.id).toBe('tt57-2026-general');
  expect(findSetByCode(standards.sets, '57/2026/TT-BGDĐT', 'continuing')?.id).toBe('tt57-2026-continuing');
  expect(findSetByCode(standards.sets, '57/2026/TT-BGDĐT', null)).toBeNull();
  expect(findSetByCode(standards.sets, '07/2011/TT-BGDĐT', 'preschool')).toBeNull();
});

test('the regime changes on 7 July 2026', () => {
  expect(findSetInForce(standards.sets, 'preschool', '2018-10-09')).toBeNull();
  expect(findSetInForce(standards.sets, 'preschool', '2026-07-06')?.id).toBe('tt19-2018');
  expect(findSetInForce(standards.sets, 'preschool', '2026-07-07')?.id).toBe('tt57-2026-preschool');
  expect(findSetInForce(standards.sets, 'upper-secondary', '2026-07-06')?.id).toBe('tt18-2018');
});

test.each(standards.sets)('the evidence codes of $id are found in a sentence', ({ evidenceCode }) => {
  const found = [
    ...`Trường có kế hoạch ${evidenceCode.exampleSeveral}.`.matchAll(new RegExp(evidenceCode.pattern, 'g')),
  ];
  expect(found.map((match) => match.groups?.['standard'])).toEqual(['1', '1']);
});

test('nothing is called verified that has no source', () => {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('known' in value && 'sources' in value && value.known === 'verified') expect(value.sources).not.toEqual([]);
    Object.values(value).forEach(visit);
  };
  visit(standards.sets);
});

describe('a damaged folder is refused by file, line and column', () => {
  const folder = mkdtempSync(join(tmpdir(), 'standards-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  const spoil = (file: string, from: string, to: string): { error: DataFileError; line: number } => {
    cpSync(findStandardsFolder(), folder, { recursive: true });
    const text = readFileSync(join(folder, file), 'utf8');
    expect(text).toContain(from);
    writeFileSync(join(folder, file), text.replace(from, to));
    const line = text.slice(0, text.indexOf(from)).split('\n').length;
    try {
      loadStandards(folder);
    } catch (error) {
      if (error instanceof DataFileError) return { error, line };
      throw error;
    }
    throw new Error('was accepted');
  };

  test.each([
    ['a wrong type', 'tt19-2018.yaml', 'minimumMembers: 7', 'minimumMembers: bảy', /number|int/],
    ['an unknown word', 'tt19-2018.yaml', 'scope: any-criterion', 'scope: everything', /một trong/],
    ['an unknown key', 'tt19-2018.yaml', 'chairs: 1', 'chairman: 1', /Thiếu|chairman/],
    ['broken YAML', 'tt19-2018.yaml', 'annex: null', 'annex: [null', /YAML/],
    ['a count', 'tt17-2018.yaml', '  criteria: 27', '  criteria: 28', /đếm được 27/],
    ['a criterion twice', 'tt17-2018.yaml', "- code: '1.2'", "- code: '1.1'", /trùng/],
    ['a day that is none', 'tt17-2018.yaml', 'issued: 2018-08-22', 'issued: 2018-02-30', /YYYY-MM-DD/],
    ['an unknown successor', 'tt17-2018.yaml', 'replacedBy: [tt57-2026-general]', 'replacedBy: [tt58]', /tt58/],
    ['a source that is not listed', 'tt57-2026-general.yaml', 'sources: [seed-tt57]', 'sources: [seed]', /Nguồn/],
    ['a mandatory criterion left out', 'tt57-2026-general.yaml', "mandatory: ['1.3', ", 'mandatory: [', /bắt buộc/],
    ['a document twice', 'legal-documents.yaml', 'number: 38/2005/QH11', 'number: 15/2003/QH11', /hai lần/],
    [
      'a crosswalk to nowhere',
      'crosswalk-2018-2026.yaml',
      "  - set: tt19-2018\n    criterion: '1.2'",
      "  - set: tt19-2018\n    criterion: '9.2'",
      /9\.2/,
    ],
  ])('%s', (_name, file, from, to, sentence) => {
    const { error, line } = spoil(file, from, to);
    expect(error.code).toBe('standards.invalid-file');
    expect(error.message).toMatch(sentence);
    expect(error.message).toMatch(/ \/ /);
    expect(error.details['file']).toBe(file);
    expect(Math.abs(Number(error.details['line']) - line)).toBeLessThanOrEqual(NEAR);
    expect(Number(error.details['column'])).toBeGreaterThan(0);
  });
});

/** A missing key is shown at the mapping that lacks it, a duplicate at its second place, some lines off the change. */
const NEAR = 40;

test('no folder', () => {
  expect(() => loadStandards('/nowhere/standards')).toThrow('standards.no-folder');
});
