import type { Checked, FieldProblem } from '#core/kernel/field-problem.ts';
import { typedLine } from '#core/kernel/text.ts';
import { placeAndDate } from '../place-and-date.ts';
import type { PlanDocument } from '../plan-document.ts';

/** What makes a plan an issued document (Nghị định 30/2020/NĐ-CP, Điều 8: number, place and date, signature). */
export interface IssueFacts {
  /** "12/KH-MNHS" */
  number: string;
  /** YYYY-MM-DD */
  date: string;
  signerRole: string;
  signerName: string;
}

/** Longest of each, in characters: it stands on one document for ever. */
const LIMITS = { number: 60, signerRole: 300, signerName: 100 } as const;

/** What a person typed for it; every problem at once. `date` is read already: null when it is no day. */
export function readIssueFacts(typed: {
  number: string;
  date: string | null;
  signerRole: string;
  signerName: string;
}): Checked<IssueFacts> {
  const facts = {
    number: tidy(typed.number).replace(/^Số\s*:\s*/i, ''),
    date: typed.date ?? '',
    signerRole: typed.signerRole.split('\n').map(tidy).filter(Boolean).join('\n'),
    signerName: tidy(typed.signerName),
  };
  const problems: FieldProblem[] = (['number', 'date', 'signerRole', 'signerName'] as const)
    .filter((field) => facts[field] === '')
    .map((field) => ({ field, problem: 'missing' }));
  if (facts.number !== '' && !/^\d+\S*$/.test(facts.number)) problems.push({ field: 'number', problem: 'no-number' });
  for (const [field, limit] of Object.entries(LIMITS)) {
    if (facts[field as keyof typeof LIMITS].length > limit) problems.push({ field, problem: 'too-long' });
  }
  return problems.length > 0 ? { ok: false, problems } : { ok: true, value: facts };
}

function tidy(text: string): string {
  return typedLine(text);
}

/** The plan with the number, day and signature under which it is issued. */
export function issuedPlan(plan: PlanDocument, facts: IssueFacts): PlanDocument {
  return {
    ...plan,
    number: facts.number,
    numberText: `Số: ${facts.number}`,
    date: facts.date,
    dateText: placeAndDate(plan.place, facts.date),
    signature: { role: facts.signerRole, name: facts.signerName },
  };
}
