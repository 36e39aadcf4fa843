import { z } from 'zod';
import { LEGAL_FIELDS, type LegalLibrary } from '#core/standards/legal-document.ts';
import { day, listOf, orNull, text } from './schema-parts.ts';

export const LEGAL_LIBRARY_SCHEMA = 'legal-documents/2';

const document = z.strictObject({
  number: text,
  kind: text,
  issuer: text,
  issued: day.nullable(),
  effective: day.nullable(),
  title: text.nullable(),
  schoolTypes: z.array(z.enum(['preschool', 'primary', 'lower-secondary', 'upper-secondary', 'continuing'])),
  replacedBy: z.array(text),
  inForceUntil: day.nullable(),
  stillUsedUntil: orNull(day),
  amendedBy: z.array(text),
  verified: z.boolean(),
  unverifiedFields: listOf(z.enum(LEGAL_FIELDS)),
  source: text,
  confidence: orNull(z.enum(['high', 'medium', 'low'])),
  otherNumbers: listOf(text),
  titleVariants: listOf(text),
  note: orNull(text),
});

export const legalLibrarySchema: z.ZodType<LegalLibrary> = z
  .strictObject({
    schema: z.literal(LEGAL_LIBRARY_SCHEMA),
    compiled: day,
    documents: z.array(document),
    unknowns: z.array(text),
  })
  .transform(({ schema: _, ...library }) => library);
