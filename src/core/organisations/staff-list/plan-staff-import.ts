import { type NewMember, readNewMember } from '#core/identity/member-facts.ts';
import { isRole, type Role, ROLES } from '#core/identity/role.ts';
import { suggestUsername } from '#core/identity/suggest-username.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { fold, plain } from '#core/kernel/text.ts';
import { findKnownMember, type KnownMember } from './find-known-member.ts';
import type { StaffField, StaffRow } from './staff-row.ts';

/** What accepting a list does with one of its rows. */
export interface StaffStep {
  row: number;
  kind: 'add' | 'change' | 'same' | 'problem';
  /** What the person is, or will be. */
  member: NewMember;
  /** The group of the year that they belong to, or will; null when the list names none. */
  team: string | null;
  /** Of somebody who is there already. */
  userId: string | null;
  /** What the list says otherwise than the school. */
  changes: StaffField[];
  problems: FieldProblem[];
  /** Somebody of the same name is there already, with another telephone. */
  sameName: boolean;
}

export interface StaffImport {
  rows: readonly StaffRow[];
  members: readonly KnownMember[];
  /** Usernames of everybody on the server that could be met. */
  taken: ReadonlySet<string>;
  /** `plain` names of the groups of the year, with the ids of those who belong. */
  groups: ReadonlyMap<string, ReadonlySet<string>>;
  /** New people whose row names no username sign in by their telephone number, as far as nobody else does. */
  byPhone?: boolean;
}

/** What accepting the list would do, row by row. A list that was accepted before does nothing. */
export function planStaffImport({ rows, members, taken, groups, byPhone = false }: StaffImport): StaffStep[] {
  const used = new Set(taken);
  for (const { username } of rows) if (username !== '') used.add(plain(username));
  const met = new Set<string>();
  const claimed = new Set<string>();
  const named = new Map<string, StaffRow[]>();
  return rows.map((row) => {
    const read = readNewMember({ ...row, role: roleOf(row) ?? '', jobTitle: row.jobTitle, phone: row.phone });
    const step: StaffStep = {
      row: row.row,
      kind: 'problem',
      // As typed, to be found and mended.
      member: {
        displayName: row.displayName,
        username: row.username,
        role: 'staff',
        jobTitle: row.jobTitle || null,
        phone: row.phone || null,
      },
      team: row.team || null,
      userId: null,
      changes: [],
      problems: [],
      sameName: false,
    };
    if (!read.ok) return { ...step, problems: read.problems };
    const typed = read.value;
    const twin = twinOf(named, row, typed);
    if (twin) return { ...step, problems: [{ field: 'row', problem: 'twice' }] };
    const { known, several, sameName } = findKnownMember(members, typed);
    if (several) return { ...step, problems: [{ field: 'row', problem: 'several' }] };
    if (known && met.has(known.userId)) return { ...step, problems: [{ field: 'row', problem: 'twice' }] };
    if (known) {
      met.add(known.userId);
      return { ...step, ...compared(known, typed, row, groups) };
    }
    if (typed.username !== '' && (taken.has(typed.username) || claimed.has(typed.username)))
      return { ...step, problems: [{ field: 'username', problem: 'taken' }] };
    const phone = byPhone && typed.phone !== null && !used.has(typed.phone) ? typed.phone : '';
    const username = typed.username || phone || suggestUsername(typed.displayName, (each) => used.has(each));
    used.add(username);
    claimed.add(username);
    return { ...step, kind: 'add', member: { ...typed, username }, sameName };
  });
}

/** An earlier row that cannot be told from this one. */
function twinOf(named: Map<string, StaffRow[]>, row: StaffRow, { displayName, username, phone }: NewMember): boolean {
  const key = plain(displayName);
  const others = named.get(key) ?? [];
  named.set(key, [...others, row]);
  return others.length > 0 && username === '' && phone === null;
}

/** Role and username of somebody who is there are theirs: a list does not change them. Blank cells say nothing. */
function compared(
  known: KnownMember,
  typed: NewMember,
  row: StaffRow,
  groups: StaffImport['groups'],
): Pick<StaffStep, 'kind' | 'member' | 'userId' | 'changes'> {
  const changes: StaffField[] = [];
  const member = { ...known.member };
  if (plain(typed.displayName) !== plain(member.displayName)) {
    changes.push('displayName');
    member.displayName = typed.displayName;
  }
  if (typed.jobTitle !== null && typed.jobTitle !== member.jobTitle) {
    changes.push('jobTitle');
    member.jobTitle = typed.jobTitle;
  }
  if (typed.phone !== null && typed.phone !== member.phone) {
    changes.push('phone');
    member.phone = typed.phone;
  }
  if (row.team !== '' && !groups.get(plain(row.team))?.has(known.userId)) changes.push('team');
  return { kind: changes.length > 0 ? 'change' : 'same', member, userId: known.userId, changes };
}

const ROLE_WORDS: readonly (readonly [Role, RegExp])[] = [
  ['deputy', /^(?:pho hieu truong|pht|p\.? ?ht|p\.? ?hieu truong|pho giam doc)/],
  ['secretary', /^thu ky/],
  ['council-member', /^(?:thanh vien hoi dong|council)/],
  ['monitor', /^(?:to giam sat|giam sat)/],
  ['viewer', /^(?:nguoi xem|xem)/],
  ['staff', /^(?:can bo|giao vien|nhan vien|gv|nv|cb)/],
];

/**
 * From the column of roles; without one a deputy by title, else staff. Nobody becomes principal by a list: null. What the column says
 * and we do not know is null too.
 */
function roleOf({ role, jobTitle }: StaffRow): Role | null {
  if (role === '') return /^(?:pho hieu truong|pht\b|p\.? ?ht\b)/.test(fold(jobTitle)) ? 'deputy' : 'staff';
  if (isRole(role) && role !== 'principal') return ROLES.find((each) => each === role) ?? null;
  return ROLE_WORDS.find(([, words]) => words.test(fold(role)))?.[0] ?? null;
}
