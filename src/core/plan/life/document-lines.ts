import type { PlanDocument, Section } from '../plan-document.ts';

/** All that a plan says outside its rows, line by line as it is printed: for comparison and for the eye, not for reading back. */
export function documentLines(plan: Omit<PlanDocument, 'items'>): string[] {
  const { letterhead, signature } = plan;
  return [
    letterhead.governingBody,
    letterhead.schoolName ?? plan.schoolName,
    plan.numberText ?? plan.number,
    plan.dateText ?? plan.date,
    ...plan.title,
    ...plan.sections.flatMap(sectionLines),
    ...(signature?.role?.split('\n') ?? []),
    signature?.name,
    ...plan.recipients.map((recipient) => `- ${recipient}`),
  ].filter((line): line is string => typeof line === 'string' && line !== '');
}

function sectionLines({ label, title, lines, children }: Section): string[] {
  const heading = labelled(label === null ? null : `${label}.`, title);
  return [heading, ...lines.map((line) => labelled(line.label, line.text)), ...children.flatMap(sectionLines)];
}

function labelled(label: string | null, text: string): string {
  return label === null ? text : `${label} ${text}`.trim();
}
