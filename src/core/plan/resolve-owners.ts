import type { Role } from '#core/identity/role.ts';
import { fold, plain } from '#core/kernel/text.ts';
import type { StaffGroupFacts, StaffPerson } from '#core/organisations/staff-group.ts';
import { knownOwner, type KnownOwner, ownerForm } from './owner-known.ts';

export interface ResolvedOwner {
  /** As typed in the plan. */
  name: string;
  /** In the order of the people given; empty for what nobody stands behind yet, and for what is not of the school. */
  people: StaffPerson[];
  /** What is outside the school, or the school as a whole, resolves to nobody and needs nobody. */
  expected: boolean;
}

/** Roles that are posts and groups by themselves. */
const BY_ROLE: Readonly<Record<string, readonly Role[]>> = {
  leadership: ['principal', 'deputy'],
  managers: ['principal', 'deputy'],
  principal: ['principal'],
  'deputy-principal': ['deputy'],
  'council-chair': ['principal'],
  council: ['principal', 'deputy', 'secretary', 'council-member'],
  'council-members': ['principal', 'deputy', 'secretary', 'council-member'],
  secretary: ['secretary'],
  secretariat: ['secretary'],
  'monitoring-team': ['monitor'],
  everybody: ['principal', 'deputy', 'secretary', 'council-member', 'monitor', 'staff'],
};

/**
 * What the law says who they are: a group of that name adds people and takes nobody away. A staff list whose column "Tổ" says "Ban giám
 * hiệu" beside the principal alone does not mean that the deputies are not of it.
 */
const ALWAYS_BY_ROLE = new Set(['leadership', 'managers']);

/** Titles of people who are staff (nhân viên) and no teachers. */
const STAFF_TITLES = [
  ...[
    'staff',
    'accountant',
    'treasurer',
    'clerk',
    'nurse',
    'librarian',
    'equipment',
    'lab',
    'it',
    'guard',
    'supervisor',
  ],
  ...['storekeeper', 'kitchen', 'service'],
];
const BY_TITLE: Readonly<Record<string, readonly string[]>> = {
  teachers: ['teachers', 'homeroom-teachers', 'subject-teachers', 'team-leader', 'deputy-team-leader', 'grade-leader'],
  staff: STAFF_TITLES,
  'teachers-and-staff': ['teachers', 'homeroom-teachers', 'subject-teachers', ...STAFF_TITLES],
  'accountant-treasurer': ['accountant', 'treasurer'],
  'accountant-clerk': ['accountant', 'clerk'],
};

/** Nobody of the school is behind these. */
const OUTSIDE = new Set([
  ...[
    'school',
    'parents',
    'parents-committee',
    'pupils',
    'people-committee',
    'education-office',
    'education-department',
  ],
  ...['finance-office', 'police', 'health-station', 'benefactors', 'learning-promotion'],
]);

/**
 * The people behind the owners of a plan row: by the groups of the school year, else by role, else by title, else by name. A group
 * that the school has named itself wins over what the name means everywhere, but for `ALWAYS_BY_ROLE`.
 */
export function resolveOwners(
  names: readonly string[],
  school: { people: readonly StaffPerson[]; groups: readonly StaffGroupFacts[] },
): ResolvedOwner[] {
  return names.map((name) => {
    const owner = knownOwner(name);
    const ids = idsOf(name, owner, school);
    const people = school.people.filter(({ userId }) => ids.has(userId));
    return { name, people, expected: owner === null || !OUTSIDE.has(owner.key) };
  });
}

type School = Parameters<typeof resolveOwners>[1];

function idsOf(name: string, owner: KnownOwner | null, school: School): Set<string> {
  const grouped = groupsOf(name, owner, school.groups).flatMap(({ memberIds }) => memberIds);
  const roles = BY_ROLE[owner?.key ?? ''] ?? [];
  const byRole = school.people.filter(({ role }) => roles.includes(role)).map(({ userId }) => userId);
  if (owner !== null && ALWAYS_BY_ROLE.has(owner.key)) return new Set([...grouped, ...byRole]);
  if (grouped.length > 0) return new Set(grouped);
  if (owner === null || owner.kind === 'person') return new Set(named(name, school.people));
  if (byRole.length > 0) return new Set(byRole);
  const titles = BY_TITLE[owner.key] ?? [owner.key];
  const titled = school.people.filter(({ jobTitle }) => titles.includes(knownOwner(jobTitle ?? '')?.key ?? ''));
  return new Set(titled.map(({ userId }) => userId));
}

/** The one of that very name; else all of its kind ("Tổ CM" is every tổ chuyên môn), with the same number when one is named. */
function groupsOf(name: string, owner: KnownOwner | null, groups: readonly StaffGroupFacts[]): StaffGroupFacts[] {
  const form = ownerForm(name);
  const same = groups.filter((group) => ownerForm(group.name) === form);
  if (same.length > 0) return same;
  if (owner === null || owner.kind === 'person') return [];
  const number = numberIn(form);
  return groups.filter((group) => {
    const key = group.ownerKey ?? knownOwner(group.name)?.key;
    return key === owner.key && (number === null || numberIn(ownerForm(group.name)) === number);
  });
}

function numberIn(form: string): string | null {
  return /\d+/.exec(form)?.[0] ?? null;
}

const TITLE = /^(?:đ\/c|dc|đồng chí|cô giáo|thầy giáo|cô|thầy|ông|bà|anh|chị)[.:]?\s+/iu;

/** By the whole name; "Cô Hoa" by the given name when only one person has it. */
function named(name: string, people: readonly StaffPerson[]): string[] {
  const bare = plain(name).replace(TITLE, '');
  const whole = people.filter(({ displayName }) => plain(displayName) === bare);
  if (whole.length > 0) return whole.map(({ userId }) => userId);
  const ending = people.filter(({ displayName }) => plain(displayName).endsWith(` ${bare}`));
  const folded = ending.length === 0 ? people.filter(({ displayName }) => fold(displayName) === fold(bare)) : ending;
  return folded.length === 1 ? folded.map(({ userId }) => userId) : [];
}
