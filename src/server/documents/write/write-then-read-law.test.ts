import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fieldsOf } from '#core/documents/layout/layout-plan.ts';
import { ALL_ITEM_FIELDS, aPlanDocument } from '#core/plan/samples/plan-builder.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { anyItem } from '../../../../tests/support/any-items.ts';
import { FACTS_BY_FIELD } from '../../../../tests/support/facts-by-field.ts';
import { planFileName, writePlan } from './write-plan.ts';

/**
 * Written and read back is the same, for any words in every field that the layout carries: letters, lines, steps, people, times and
 * money. What no reader can tell is left out of the generated words, and said here:
 *
 * - A line that begins in lower case below an unfinished one is the rest of its sentence (`mendLines`).
 * - In running text a line that begins like a label ("Thời gian: …") is that fact; in a table it stays in its cell, see below.
 * - PDF has no paragraphs. Gaps tell them, but none is seen over a page break: a full line without the end of a sentence, above
 *   one without list mark, is read as one with it (`apart` in the generator keeps such pairs away), and a lone dash at the
 *   beginning of a line that a column broke is a list mark.
 * - A plan of one short row shows too few lines in PDF to tell gaps: four rows are enough.
 */
type Form = { layout: (typeof PLAN_LAYOUTS)[number]; format: 'docx' | 'pdf' | 'xlsx' };

const FORMS: Form[] = [
  ...PLAN_LAYOUTS.flatMap((layout) => (['docx', 'pdf'] as const).map((format) => ({ layout, format }))),
  { layout: 'nine-column', format: 'xlsx' },
];

async function writtenAndRead(items: PlanItem[], { layout, format }: Form): Promise<PlanItem[]> {
  const plan = aPlanDocument({ items, itemFields: [...ALL_ITEM_FIELDS] });
  const bytes = await writePlan(plan, { layout, format, set: null, now: new Date(0) });
  return (await readDocument(bytes, planFileName(plan, format))).reading.plan.items;
}

function factsOf(items: readonly PlanItem[], { layout, format }: Form) {
  const fields = format === 'xlsx' ? ALL_ITEM_FIELDS : fieldsOf(layout);
  return items.map((item) => Object.fromEntries(fields.map((field) => [field, FACTS_BY_FIELD[field](item)])));
}

test.each(FORMS)('any words: every field comes back from $layout in $format', async (form) => {
  const items = fc.array(anyItem({ apart: form.format === 'pdf' }), { minLength: 4, maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(items, async (items) => {
      expect(factsOf(await writtenAndRead(items, form), form)).toEqual(factsOf(items, form));
    }),
    { numRuns: 8, seed: 57, endOnFailure: true },
  );
});

const LABELS = [
  'Thời gian: cả năm học.',
  'Người thực hiện: tổ trưởng.',
  '- Kinh phí: do hội cha mẹ góp.',
  'Kết quả: đạt.',
];

test.each(FORMS.filter(({ layout }) => layout !== 'narrative'))(
  'lines that begin like labels stay in their cell: $layout in $format',
  async (form) => {
    const items = fc.sample(anyItem({ apart: true }), { numRuns: LABELS.length, seed: 3 });
    const labelled = items.map((item, index) => ({ ...item, action: `Rà soát sổ sách.\n${LABELS[index]}`, steps: [] }));
    const read = await writtenAndRead(labelled, form);
    expect(read.map(({ action }) => action)).toEqual(labelled.map(({ action }) => action));
  },
);
