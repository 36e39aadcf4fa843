import { describe, expect, test } from 'vitest';
import type { PlanItem } from '#core/plan/plan-document.ts';
import { readingJson } from '#core/documents/reading-json.ts';
import { EXPECTED } from './expected-samples.ts';
import type { ExpectedItem, ExpectedPlan } from './expected-samples.ts';
import { claimsEachParagraphOnce, unreadOf } from './reading-law.ts';
import { hasSample, readSample } from './samples.ts';

/** What a careful person reads in each sample, held against each form of it. */
for (const [sample, expected] of Object.entries(EXPECTED)) {
  for (const format of expected.formats) {
    const name = `${sample}.${format}`;
    describe.skipIf(!hasSample(name))(name, async () => {
      const reading = hasSample(name) ? await readSample(name) : null!;

      test('each paragraph has one use', () => claimsEachParagraphOnce(reading));

      test('nothing of the plan is unread', () => expect(unreadOf(reading)).toEqual([]));

      test('document and results', () => {
        const json = readingJson(reading);
        expect(json.kind).toBe('improvement-plan');
        expect(json.document).toMatchObject(expected.document);
        expect(json.results).toMatchObject(expected.results);
        expect(json.recipients.length).toBe(expected.recipients);
        expect(reading.legacyScheme).toBe(false);
      });

      test('sections as they are numbered', () => {
        expect(reading.plan.sections.map(({ label, role }) => `${label ?? ''}:${role ?? ''}`)).toEqual(
          expected.sections,
        );
      });

      test('items', () => {
        expect(reading.plan.items.map(factsOf(expected))).toEqual(expected.items);
      });
    });
  }
}

function factsOf({ items }: ExpectedPlan): (item: PlanItem, index: number) => ExpectedItem {
  return (item, index) => {
    const { time } = item;
    const wanted = items[index] ?? {};
    const facts: Required<ExpectedItem> = {
      at: item.criterion ?? item.standard,
      levels: item.levels.join(),
      need: item.need?.slice(0, 20) ?? null,
      result: item.expectedResult?.slice(0, 15) ?? null,
      action: [item.action.slice(0, 12), item.action.replace(/\s+/g, ' ').trim().slice(-12)],
      steps: item.steps.length,
      leads: item.leads.join('; '),
      helpers: item.collaborators.join('; '),
      time: [time.start, time.end],
      open: time.openEnded,
      rhythm: time.recurrence,
      condition: time.condition,
      suggestion: time.needsReview ? time.suggestion : null,
      budget: item.budget.text,
      support: item.support?.slice(0, 15) ?? null,
      evidence: item.expectedEvidence,
    };
    return Object.fromEntries(Object.entries(facts).filter(([key]) => key in wanted)) as ExpectedItem;
  };
}
