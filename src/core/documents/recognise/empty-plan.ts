import type { PlanDocument } from '#core/plan/plan-document.ts';

/** A plan of which nothing is known yet. */
export function emptyPlan(): PlanDocument {
  return {
    letterhead: { governingBody: null, schoolName: null, country: null, motto: null },
    number: null,
    numberText: null,
    date: null,
    dateText: null,
    place: null,
    title: [],
    schoolName: null,
    schoolType: null,
    schoolYear: null,
    standardSet: null,
    assessmentPeriod: null,
    sections: [],
    items: [],
    itemFields: [],
    signature: null,
    recipients: [],
  };
}
