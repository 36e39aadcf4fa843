import { squash, typedWords } from '#core/kernel/text.ts';
import type { SchoolYear } from '#core/kernel/school-year.ts';
import { parseBudget } from './budget.ts';
import { parseOwners } from './owner.ts';
import { parseSchoolTime } from './parse-school-time.ts';
import type { PlanItem } from './plan-document.ts';
import { stepsOf } from './steps.ts';

/** The cells of a row that a person types in. `leads` and `collaborators` are lists of names, separated by commas or lines. */
export const EDITABLE_FIELDS = [
  'need',
  'expectedResult',
  'action',
  'leads',
  'collaborators',
  'time',
  'budget',
  'support',
  'expectedEvidence',
  'note',
  'currentState',
  'cause',
  'resultIndicator',
  'progress',
] as const;

export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** What the words of a row are read against. */
export interface ItemContext {
  schoolYear: SchoolYear | null;
}

/** The row with one cell typed anew: the text is kept as typed, what follows from it (months, names, amount, steps) is read again. */
export function editItem(item: PlanItem, field: EditableField, text: string, context: ItemContext): PlanItem {
  const typed = typedWords(text).replace(/[ \t]+\n/g, '\n');
  const value = typed === '' ? null : typed;
  switch (field) {
    case 'action':
      return { ...item, action: typed, steps: stepsOf(typed) };
    case 'time':
      return { ...item, time: parseSchoolTime(value, context) };
    case 'budget':
      return { ...item, budget: parseBudget(value) };
    case 'leads':
      return withOwners(item, parseOwners(value, 'leads').leads, item.collaborators);
    case 'collaborators':
      return withOwners(item, item.leads, parseOwners(value, 'collaborators').collaborators);
    default:
      return { ...item, [field]: value };
  }
}

/** The text that a cell shows and that `editItem` takes. */
export function cellTextOf(item: PlanItem, field: EditableField): string {
  if (field === 'leads' || field === 'collaborators') return item[field].join(', ');
  if (field === 'time') return item.time.text ?? '';
  if (field === 'budget') return item.budget.text ?? '';
  return item[field] ?? '';
}

function withOwners(item: PlanItem, leads: string[], collaborators: string[]): PlanItem {
  const names = [...leads, ...collaborators].map(squash);
  return { ...item, leads, collaborators, ownersText: names.length > 0 ? names.join(', ') : null };
}

/** A new row for a criterion; everything else is still to be written. */
export function emptyItem(
  id: string,
  place: { standard: string | null; criterion: string | null; criterionText: string | null; levels: number[] },
): PlanItem {
  return {
    id,
    ...place,
    need: null,
    expectedResult: null,
    action: '',
    steps: [],
    ownersText: null,
    leads: [],
    collaborators: [],
    time: parseSchoolTime(null, { schoolYear: null }),
    budget: { text: null, amount: null, source: null },
    support: null,
    expectedEvidence: null,
    note: null,
    currentState: null,
    cause: null,
    resultIndicator: null,
    progress: null,
    source: null,
    paragraphs: [],
  };
}
