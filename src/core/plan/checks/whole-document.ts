import type { PlanDocument } from '../plan-document.ts';

/** A bare table, as pasted or exported: it is not a document to be signed, so nobody misses its letterhead. */
export function hasOnlyRows(plan: PlanDocument): boolean {
  const { letterhead, signature, title, sections, recipients } = plan;
  const head = [
    letterhead.governingBody,
    letterhead.schoolName,
    letterhead.country,
    letterhead.motto,
    plan.numberText,
    plan.dateText,
  ];
  return (
    head.every((text) => text === null) &&
    signature === null &&
    title.length === 0 &&
    recipients.length === 0 &&
    sections.every((section) => section.title === '' && section.lines.length === 0 && section.children.length === 0)
  );
}
