import { z } from 'zod';
import type { Crosswalk } from '#core/standards/crosswalk.ts';
import { criterionCode, indicatorCode, listOf, orNull, text } from './schema-parts.ts';

export const CROSSWALK_SCHEMA = 'crosswalk/1';

const count = z.int().min(0);
const elementCode = z.string().regex(/^\d\.\d+$/, 'mã ý có dạng 1.2 / an element code looks like 1.2');
const relations = <T extends z.ZodType>(each: T) => z.strictObject({ same: each, part: each, related: each });

const target = z.strictObject({
  set: text,
  criterion: criterionCode,
  relation: z.enum(['same', 'part', 'related']),
  indicators: z.array(indicatorCode),
  elements: z.array(elementCode),
  elementsPartial: z.array(elementCode),
  reason: text,
});

const note = z.strictObject({
  set: text,
  criterion: criterionCode,
  level: z.int().min(1),
  index: elementCode,
  element: text,
});
const gap = note.extend({ from: z.array(text), reason: text });

export const crosswalkSchema: z.ZodType<Crosswalk> = z
  .strictObject({
    schema: z.literal(CROSSWALK_SCHEMA),
    title: text,
    status: text,
    statusNote: text,
    version: z.int(),
    from: z.array(z.strictObject({ set: text, criteria: count })),
    to: z.array(z.strictObject({ set: text, criteria: count, elements: count })),
    counts: z.strictObject({
      mappings: count,
      links: count,
      relations: relations(count),
      uncovered: z.record(z.string(), count),
      partly: z.record(z.string(), count),
    }),
    legend: z.record(z.string(), z.union([text, z.record(z.string(), text)])),
    caveats: z.array(text),
    principles: z.array(note),
    mappings: z.array(
      z.strictObject({
        set: text,
        criterion: criterionCode,
        title: text,
        to: z.array(target),
        note: orNull(text),
        unmapped: orNull(z.strictObject({ indicators: listOf(indicatorCode), reason: text })),
      }),
    ),
    coverage: z.array(
      z.strictObject({
        set: text,
        criterion: criterionCode,
        title: text,
        mandatory: z.boolean(),
        from: text,
        reachedBy: relations(z.array(criterionCode)),
        elements: z.strictObject({ counted: count, answered: count, partial: count, none: count }),
      }),
    ),
    uncovered: z.array(gap),
    partly: z.array(gap),
  })
  .transform(({ schema: _, ...crosswalk }) => crosswalk);
