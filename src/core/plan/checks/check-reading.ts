import type { Reading } from '#core/documents/reading.ts';
import type { LegalLibrary } from '#core/standards/legal-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { checkPlan } from '../check.ts';
import type { Finding } from '../finding.ts';
import { planOfReading } from '../plan-of-reading.ts';
import { setOfPlan } from './set-of-plan.ts';

/** Checks a file as it was read, its source included. A document of the scheme before 2018 is judged without a set. */
export function checkReading(
  reading: Reading,
  standards: { sets: readonly StandardSet[]; legal: LegalLibrary },
): Finding[] {
  const plan = planOfReading(reading);
  const { source } = reading;
  const set = setOfPlan(plan, standards.sets);
  return checkPlan({ plan, source, set, library: standards.legal, school: null });
}
