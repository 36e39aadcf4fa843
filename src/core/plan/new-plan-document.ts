import { type SchoolYear, schoolYearLabel } from '#core/kernel/school-year.ts';
import type { PlanLayoutName, StandardSet } from '#core/standards/standard-set.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
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

/** An empty plan of a school for a year: its head, its signature, one section for the rows. The rest is for people to write. */
export function newPlanDocument(options: {
  school: { name: string; type: SchoolType; governingBody: string | null; place: string | null };
  schoolYear: SchoolYear;
  set: Pick<StandardSet, 'code'> | null;
  layout: PlanLayoutName;
}): PlanDocument {
  const { school, schoolYear, set, layout } = options;
  return {
    letterhead: {
      governingBody: school.governingBody,
      schoolName: school.name,
      country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
    },
    number: null,
    numberText: null,
    date: null,
    dateText: null,
    place: school.place,
    title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục', `Năm học ${schoolYearLabel(schoolYear)}`],
    schoolName: school.name,
    schoolType: school.type,
    schoolYear,
    standardSet: set?.code ?? null,
    assessmentPeriod: null,
    sections: [{ label: 'I', title: 'NỘI DUNG KẾ HOẠCH', role: 'items', lines: [], children: [], place: null }],
    items: [],
    itemFields: FIELDS[layout],
    signature: { role: 'HIỆU TRƯỞNG', name: null },
    recipients: ['Lưu: VT.'],
  };
}
