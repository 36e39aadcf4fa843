import { assignmentsOf } from '#core/plan/assignment.ts';
import { criteriaOfItem } from '#core/plan/criteria-of-item.ts';
import { legalBases } from '#core/plan/legal-basis.ts';
import type { PlanItem, Section } from '#core/plan/plan-document.ts';
import { resultsOf } from '#core/plan/results.ts';
import type { PlanResults } from '#core/plan/results.ts';
import { schoolYearCode } from '#core/kernel/school-year.ts';
import type { Place } from './block.ts';
import type { ParagraphUse, Reading } from './reading.ts';

/**
 * The one JSON object of `caitien read --json`: times as YYYY-MM or YYYY-MM-DD, null for what the document does not say. Lists are
 * empty where it has none. Beside the keys that are promised stand `legacyScheme`, `kindReason`, `sections`, `recipients`,
 * `assignments`, `owners`, and on an item `id`, `levels` (then `level` is null unless there is just one), `criterionText`,
 * `criteria` (every criterion that its cell names, `criterion` first) and `owners`.
 */
export function readingJson(reading: Reading) {
  const { plan } = reading;
  return {
    format: reading.format,
    kind: reading.kind,
    kindReason: reading.kindReason,
    legacyScheme: reading.legacyScheme,
    document: {
      title: plan.title,
      schoolName: plan.schoolName,
      schoolType: plan.schoolType,
      governingBody: plan.letterhead.governingBody,
      schoolYear: plan.schoolYear === null ? null : schoolYearCode(plan.schoolYear),
      number: plan.number,
      date: plan.date,
      place: plan.place,
      signer: { name: plan.signature?.name ?? null, role: plan.signature?.role ?? null },
      standardSet: plan.standardSet,
      assessmentPeriod: plan.assessmentPeriod,
      cited: legalBases(plan)
        .filter((basis) => basis.number !== null || basis.numberBlank)
        .map(({ number, date, title, kind, issuer, text }) => ({ number, date, title, kind, issuer, text })),
    },
    results: resultsJson(resultsOf(plan)),
    items: plan.items.map(itemJson),
    sections: plan.sections.map(sectionJson),
    recipients: plan.recipients,
    assignments: assignmentsOf(plan),
    owners: [...new Set(plan.items.flatMap((item) => [...item.leads, ...item.collaborators]))],
    unread: reading.uses.flatMap(unreadJson),
  };
}

function resultsJson({ levels, overallLevel, grade, nationalStandard }: PlanResults) {
  const counts = Object.entries(levels).map(([level, { met, total, statedPercent, notMet }]) => [
    level,
    { met, total, statedPercent, notMet },
  ]);
  return { levels: Object.fromEntries(counts), overallLevel, grade, nationalStandard };
}

function itemJson(item: PlanItem) {
  const { time, budget, source } = item;
  return {
    id: item.id,
    standard: item.standard,
    criterion: item.criterion,
    criterionText: item.criterionText,
    criteria: criteriaOfItem(item),
    level: item.levels.length === 1 ? item.levels[0]! : null,
    levels: item.levels,
    need: item.need,
    expectedResult: item.expectedResult,
    action: item.action,
    steps: item.steps,
    owners: item.ownersText,
    leads: item.leads,
    collaborators: item.collaborators,
    time: {
      text: time.text,
      start: time.start,
      end: time.end,
      openEnded: time.openEnded,
      recurrence: time.recurrence,
      condition: time.condition,
      needsReview: time.needsReview,
      suggestion: time.suggestion,
      yearInferred: time.yearInferred,
      parts: time.parts,
    },
    budget: { text: budget.text, amount: budget.amount, source: budget.source },
    support: item.support,
    expectedEvidence: item.expectedEvidence,
    note: item.note,
    currentState: item.currentState,
    cause: item.cause,
    resultIndicator: item.resultIndicator,
    progress: item.progress,
    source: placeJson(source),
  };
}

function placeJson(place: Place | null) {
  return {
    page: place?.page ?? null,
    paragraph: place?.paragraph ?? null,
    table: place?.table ?? null,
    row: place?.row ?? null,
  };
}

interface SectionJson {
  label: string | null;
  title: string;
  role: string | null;
  lines: { label: string | null; text: string }[];
  children: SectionJson[];
}

function sectionJson({ label, title, role, lines, children }: Section): SectionJson {
  return {
    label,
    title,
    role,
    lines: lines.map((line) => ({ label: line.label, text: line.text })),
    children: children.map(sectionJson),
  };
}

function unreadJson(each: ParagraphUse) {
  return each.as === 'unread' ? [{ text: each.text, where: placeJson(each.place) }] : [];
}
