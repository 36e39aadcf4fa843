import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aPlanDocument, aTime, anItem } from '#core/plan/samples/plan-builder.ts';
import { squash } from '#core/kernel/text.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { planFileName, writePlan } from './write-plan.ts';

/** Words that are markup, formulas or list marks somewhere, or do not fit a narrow column. */
const NASTY = [
  '#let',
  '$x$',
  '*đậm*',
  '_gạch_',
  '"trích"',
  "'nháy'",
  '<b>',
  '&amp;',
  '\\n',
  '@ref',
  '=1+1',
  '`mã`',
  '[x]',
];
const PLAIN = ['kiểm', 'kê', 'tài sản', 'Khoa học', 'trường', 'đồng phục', 'Hội', '12', '5%', 'THƯỢNG', 'nghiêng'];
const word = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...PLAIN) }, fc.constantFrom(...NASTY));
const line = fc.array(word, { minLength: 2, maxLength: 14 }).map((words) => `Rà soát ${words.join(' ')}`);
const action = fc
  .array(line, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((each) => `- ${each}`).join('\n'));
const item = fc
  .record({ action, expectedResult: fc.option(line), support: fc.option(line) })
  .map(({ action, expectedResult, support }) => anItem({ action, expectedResult, support, time: aTime('Cả năm') }));
const items = fc.array(item, { minLength: 1, maxLength: 12 });

/** Every word of every action in order, wherever the lines broke. */
const words = (all: readonly PlanItem[]) => all.map(({ action }) => squash(action));

const FORMS = PLAN_LAYOUTS.flatMap((layout) => (['docx', 'pdf'] as const).map((format) => ({ layout, format })));

type Form = { layout: (typeof PLAN_LAYOUTS)[number]; format: 'docx' | 'pdf' | 'xlsx' };

async function holds({ layout, format }: Form): Promise<void> {
  await fc.assert(
    fc.asyncProperty(items, async (items) => {
      const plan = aPlanDocument({ items });
      const bytes = await writePlan(plan, { layout, format, set: null, now: new Date(0) });
      const { reading } = await readDocument(bytes, planFileName(plan, format));
      expect(words(reading.plan.items)).toEqual(words(items));
    }),
    { numRuns: 15, seed: 57, endOnFailure: true },
  );
}

/** Running text in PDF: a step that wraps can be read as two; leaves this list when reading is mended. */
const isKnown = ({ layout, format }: Form) => layout === 'narrative' && format === 'pdf';
const ALL: Form[] = [...FORMS, { layout: 'nine-column', format: 'xlsx' }];

test.each(ALL.filter((form) => !isKnown(form)))('any words: every action comes back from $layout in $format', holds);
test.fails.each(ALL.filter(isKnown))('any words: every action comes back from $layout in $format: not yet', holds);
