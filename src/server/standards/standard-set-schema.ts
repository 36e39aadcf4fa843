import { z } from 'zod';
import { KNOWN, PLAN_LAYOUTS, type StandardSet } from '#core/standards/standard-set.ts';
import { criterionCode, day, indicatorCode, listOf, orNull, text } from './schema-parts.ts';

export const STANDARD_SET_SCHEMA = 'standard-set/1';

const count = z.int().min(0);

const certainty = z.strictObject({
  known: z.enum(KNOWN),
  confidence: orNull(text),
  sources: z.array(text),
  reference: orNull(z.enum(KNOWN)),
});

const fact = z.strictObject({
  text,
  reference: orNull(text),
  note: orNull(text),
  applies: z.boolean().default(true),
  years: orNull(count),
  validYears: orNull(count),
  reapplyMonthsBeforeExpiry: orNull(count),
  certainty,
});

const facts = z.record(z.string(), fact);

const level = z.strictObject({
  level: z.int().min(1).max(9),
  indicators: z.array(z.strictObject({ code: indicatorCode, summary: text, reference: text })).min(1),
  elements: listOf(text),
});

const criterion = z.strictObject({
  code: criterionCode,
  title: text,
  reference: text,
  mandatory: z.boolean().default(false),
  levels: z.array(level).min(1),
  evidenceHints: listOf(text),
  metrics: listOf(text),
  amendments: listOf(z.strictObject({ code: text, known: z.enum(KNOWN), note: text })),
  certainty,
});

const cumulativeAll = z.strictObject({
  kind: z.literal('cumulative-all'),
  levels: z.int().min(1),
  clauses: z.strictObject({
    level: z.int().min(2),
    items: z.array(z.strictObject({ code: criterionCode, reference: text, summary: text, certainty })).min(1),
  }),
  facts,
});

const mandatoryAndFiveOfRest = z.strictObject({
  kind: z.literal('mandatory-and-five-of-rest'),
  levels: z.int().min(1),
  mandatory: z.array(criterionCode).min(1),
  othersNeeded: count,
  noneBelowFirst: z.int().min(1),
  stages: z.enum(['lowest', 'unknown']),
  facts,
});

const council = z.strictObject({
  minimumMembers: count,
  oddMembers: z.boolean().nullable(),
  chairs: count.nullable(),
  secretaries: count.nullable(),
  reportApprovedBefore: z
    .string()
    .regex(/^\d\d-\d\d$/, 'MM-DD')
    .nullable(),
  text,
  reference: orNull(text),
  certainty,
  groups: orNull(z.strictObject({ text, use: z.literal('warning'), certainty })),
});

const evidenceCode = z.strictObject({
  format: text,
  pattern: text.refine(isPattern, 'biểu thức chính quy sai / not a regular expression'),
  open: text,
  close: text,
  separator: text,
  example: text,
  exampleSeveral: text,
  rule: text,
  reference: orNull(text),
  certainty,
  reuse: z.strictObject({ text, certainty }),
});

const planForms = z.strictObject({
  layouts: z.array(z.enum(PLAN_LAYOUTS)).min(1),
  scope: z.enum(['any-criterion', 'priority-problems-only']),
  text,
  reference: orNull(text),
  certainty,
  forms: z.array(
    z.strictObject({
      layout: z.enum(PLAN_LAYOUTS),
      name: text,
      sections: z.array(text),
      columns: z.array(text),
      problemColumns: listOf(text),
      monitoringColumns: listOf(text),
      progressWords: listOf(text),
    }),
  ),
});

const calendarEntry = z.strictObject({
  when: text,
  what: text,
  scope: z.enum(['national', 'local', 'practice']),
  reference: orNull(text),
  certainty,
});

/** One file of `standards/`: the shape alone; what must agree within and between files is `cross-check.ts`. */
export const standardSetSchema: z.ZodType<StandardSet> = z
  .strictObject({
    schema: z.literal(STANDARD_SET_SCHEMA),
    id: z.string().regex(/^[a-z0-9-]+$/, 'a-z, 0-9, -'),
    code: text,
    annex: orNull(text),
    label: text,
    title: text,
    schoolTypes: z
      .array(z.enum(['preschool', 'primary', 'lower-secondary', 'upper-secondary', 'multi-level', 'continuing']))
      .min(1),
    issued: day,
    effective: day,
    inForceUntil: day.nullable(),
    replacedBy: listOf(text),
    replaces: listOf(text),
    replacesDocuments: listOf(text),
    amendedBy: listOf(z.strictObject({ code: text, issued: day, effective: day })),
    signer: z.strictObject({ name: text.nullable(), certainty }),
    note: text,
    certainty,
    counts: z.strictObject({
      standards: count,
      criteria: count,
      criteriaByLevel: z.record(z.string(), count),
      indicators: count,
      clauses: count,
      mandatory: count,
      elements: count,
      metrics: count,
    }),
    levelRule: z.discriminatedUnion('kind', [cumulativeAll, mandatoryAndFiveOfRest]),
    council,
    evidenceCode,
    planForms,
    monitoring: z.strictObject({
      timesPerYear: count.nullable(),
      moments: z.array(z.enum(['term-1-end', 'year-end'])),
      text,
      reference: orNull(text),
      certainty,
    }),
    calendar: z.array(calendarEntry),
    forms: z.array(z.strictObject({ name: text, parts: z.array(text).min(1), reference: orNull(text), certainty })),
    facts,
    standards: z
      .array(z.strictObject({ code: z.string().regex(/^\d+$/), title: text, criteria: z.array(criterion).min(1) }))
      .min(1),
    sources: z.record(z.string(), text),
  })
  .transform(({ schema: _, ...set }) => set);

function isPattern(source: string): boolean {
  try {
    new RegExp(source);
    return true;
  } catch {
    return false;
  }
}
