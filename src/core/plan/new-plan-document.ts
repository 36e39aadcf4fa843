import { type SchoolYear, schoolYearLabel, spanLabel } from '#core/kernel/school-year.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import { ownLetterhead } from './own-letterhead.ts';
import type { ItemField, PlanDocument } from './plan-document.ts';

/** The facts of rows that each layout has. */
const FIELDS: Record<PlanLayoutName, ItemField[]> = {
  narrative: ['criterion', 'need', 'action'],
  'nine-column': [
    'criterion',
    'expectedResult',
    'action',
    'owners',
    'collaborators',
    'time',
    'budget',
    'expectedEvidence',
  ],
  'five-column': ['criterion', 'need', 'action', 'owners', 'time'],
  'by-level': ['criterion', 'level', 'expectedResult', 'action', 'owners', 'time', 'budget'],
  'task-table': ['action', 'owners', 'time'],
  'bieu-2': [
    ...(['criterion', 'need', 'currentState', 'cause', 'action', 'owners', 'collaborators', 'time'] as const),
    ...(['expectedResult', 'resultIndicator', 'budget', 'progress'] as const),
  ],
};

export type NewPlanKind =
  | { scope: 'yearly' }
  | { scope: 'strategy'; /** Last of the school years it runs over. */ lastSchoolYear: SchoolYear }
  | { scope: 'group'; groupName: string };

/** The line of a title that names the years of a strategy. */
export function spanLine(first: SchoolYear, last: SchoolYear): string {
  return `Giai đoạn ${spanLabel(first, last)}`;
}

function titleOf(kind: NewPlanKind, year: SchoolYear): string[] {
  switch (kind.scope) {
    case 'yearly':
      return ['Cải tiến chất lượng giáo dục', `Năm học ${schoolYearLabel(year)}`];
    case 'strategy':
      return ['Chiến lược phát triển nhà trường', spanLine(year, kind.lastSchoolYear)];
    case 'group':
      return [`Cải tiến chất lượng của ${kind.groupName}`, `Năm học ${schoolYearLabel(year)}`];
  }
}

/**
 * An empty plan of a school for a year or for several, or of one of its groups: its head, its signature, one section for the rows.
 * The rest is for people to write.
 */
export function newPlanDocument(options: {
  school: { name: string; type: SchoolType; governingBody: string | null; place: string | null };
  schoolYear: SchoolYear;
  set: Pick<StandardSet, 'code'> | null;
  layout: PlanLayoutName;
  kind?: NewPlanKind;
}): PlanDocument {
  const { school, schoolYear, set, layout, kind = { scope: 'yearly' } } = options;
  const isGroup = kind.scope === 'group';
  return {
    letterhead: ownLetterhead(school, isGroup ? kind.groupName : null),
    number: null,
    numberText: null,
    date: null,
    dateText: null,
    place: school.place,
    title: ['KẾ HOẠCH', ...titleOf(kind, schoolYear)],
    schoolName: school.name,
    schoolType: school.type,
    schoolYear,
    ...(kind.scope === 'strategy' ? { lastSchoolYear: kind.lastSchoolYear } : {}),
    standardSet: set?.code ?? null,
    assessmentPeriod: null,
    sections: [{ label: 'I', title: 'NỘI DUNG KẾ HOẠCH', role: 'items', lines: [], children: [], place: null }],
    items: [],
    itemFields: FIELDS[layout],
    signature: { role: isGroup ? 'TỔ TRƯỞNG' : 'HIỆU TRƯỞNG', name: null },
    recipients: [isGroup ? 'Lưu: hồ sơ tổ.' : 'Lưu: VT.'],
  };
}
