import type { CheckRule, Fault } from '#core/plan/checks/check-rule.ts';
import { checkedDocument, type CheckInput } from '#core/plan/checks/checked-document.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import type { SourceFacts } from '#core/documents/reading.ts';
import type { Place } from '#core/documents/block.ts';
import { aPlanDocument } from '#core/plan/samples/plan-builder.ts';

/** What a rule finds in the plan of `aPlanDocument` with these differences. */
export function faultsOf(rule: CheckRule, plan: Partial<PlanDocument>, input: Partial<CheckInput> = {}): Fault[] {
  const whole = { source: null, set: null, library: null, school: null, ...input, plan: aPlanDocument(plan) };
  return rule.check(checkedDocument(whole));
}

/** The words at fault, in order. */
export function quotesOf(
  rule: CheckRule,
  plan: Partial<PlanDocument>,
  input: Partial<CheckInput> = {},
): (string | null)[] {
  return faultsOf(rule, plan, input).map((fault) => fault.where.quote);
}

/** The rule judged on one sentence of running text. */
export function inSentence(rule: CheckRule, sentence: string): string[] {
  const section = { label: 'I', title: 'MỤC ĐÍCH', role: 'purpose' as const, children: [], place: null };
  const lines = [{ label: null, text: sentence, place: null }];
  return faultsOf(rule, { sections: [{ ...section, lines }], items: [] }).map((fault) => fault.where.quote ?? '');
}

const PLACE: Place = { page: null, paragraph: null, table: null, row: null, column: null };

export function aSource(facts: { texts?: string[]; tableNumbers?: string[][] }): SourceFacts {
  return {
    texts: (facts.texts ?? []).map((text, index) => ({
      paragraph: index + 1,
      text,
      place: { ...PLACE, paragraph: index + 1 },
    })),
    tableNumbers: (facts.tableNumbers ?? []).map((numbers, index) => ({
      table: index + 1,
      numbers: numbers.map((text, row) => ({ text, place: { ...PLACE, table: index + 1, row: row + 1 } })),
    })),
  };
}
