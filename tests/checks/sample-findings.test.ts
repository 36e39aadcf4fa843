import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReading } from '#core/plan/checks/check-reading.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { SAMPLES } from '../reading/samples.ts';

/** Findings per rule in real plans, each judged by hand against the text: these, and no others. */
const EXPECTED: Record<string, Record<string, number>> = {
  '000': {
    'plan-covers-everything': 1,
    'unicode-mixed': 1,
    'document-number-missing': 1,
    'document-date-missing': 1,
    'letterhead-incomplete': 1,
    'section-number-duplicate': 1,
    misspelling: 6,
    'time-conflict': 1,
    'time-end-before-start': 1,
    'signer-missing': 1,
  },
  '001': {
    'time-all-same': 1,
    'table-number-gap': 1,
    'document-number-missing': 1,
    'letterhead-incomplete': 1,
    'motto-format': 1,
    'basis-after-document': 1,
    'basis-date-wrong': 1,
    'basis-number-blank': 1,
    'collaborator-missing': 2,
    misspelling: 1,
    'section-number-gap': 1,
  },
  '002': {
    'document-number-missing': 1,
    'motto-format': 1,
    'time-before-document': 4,
    'need-is-action': 2,
    'time-outside-school-year': 1,
  },
  '003': {
    'unicode-mixed': 1,
    'motto-format': 1,
    'basis-duplicate': 1,
    'basis-title-wrong': 1,
    'number-order': 1,
    'word-doubled': 2,
    'percent-mismatch': 2,
    'percent-format-mixed': 1,
    'result-after-document': 1,
    'criterion-uncovered': 1,
    misspelling: 3,
    'target-already-met': 3,
    'budget-missing': 1,
    'time-outside-school-year': 1,
    'time-before-document': 1,
    'section-number-gap': 1,
    'contact-malformed': 1,
  },
  '004': {
    'basis-after-document': 1,
    'basis-date-wrong': 1,
    misspelling: 6,
    'time-conflict': 1,
    'time-impossible': 1,
    'criterion-legacy': 2,
    'time-before-document': 1,
    'list-number-duplicate': 1,
    'signer-missing': 1,
  },
};

describe.skipIf(!existsSync(SAMPLES))('findings in real plans', () => {
  const files = Object.keys(EXPECTED).flatMap((plan) =>
    ['docx', 'pdf', 'txt'].map((format) => [plan, `${plan}.${format}`] as const),
  );

  test.each([...files, ['004', '004.html'] as const])('%s: %s', async (plan, file) => {
    const { reading } = await readDocument(readFileSync(join(SAMPLES, file)), file);
    const counts: Record<string, number> = {};
    for (const { rule } of checkReading(reading, getStandards())) counts[rule] = (counts[rule] ?? 0) + 1;
    expect(counts).toEqual(EXPECTED[plan]);
  });
});
