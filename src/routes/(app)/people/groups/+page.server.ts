import { fail, redirect } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { findSchoolYear, schoolYearCode, schoolYearLabel, type SchoolYear } from '#core/kernel/school-year.ts';
import { readStaffGroup, STAFF_GROUP_KINDS } from '#core/organisations/staff-group.ts';
import { schoolYearsAround } from '#core/organisations/school-year-at.ts';
import { resolveOwners } from '#core/plan/resolve-owners.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { addGroups, copyGroups } from '#server/organisations/add-groups.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { listPlanOwners } from '#server/plan/list-plan-owners.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const asked = findSchoolYear(url.searchParams.get('year') ?? '');
  const staff = await listGroups(context, asked ? { year: asked } : {});
  const { year, people, groups } = staff;
  const before = { start: year.start - 1 };
  const [older, owners] = await Promise.all([listGroups(context, { year: before }), listPlanOwners(context, { year })]);
  const byId = new Map(people.map((person) => [person.userId, person]));
  const names = new Set(groups.map(({ ownerKey }) => ownerKey));
  const offered = [
    ...owners.known
      .filter(({ key }) => !names.has(key))
      .map(({ key, label, kind, count }) => ({ key, label, kind, count })),
    ...owners.own.map(({ name, count }) => ({ key: null, label: name, kind: 'group' as const, count })),
  ];
  return {
    role: context.role,
    mayEdit: isAllowed(context.role, 'group.edit'),
    year: schoolYearCode(year),
    yearLabel: schoolYearLabel(year),
    years: schoolYearsAround(context.clock.now()).map((each) => ({
      value: schoolYearCode(each),
      label: schoolYearLabel(each),
    })),
    before:
      older.groups.length > 0 && groups.length === 0
        ? { code: schoolYearCode(before), label: schoolYearLabel(before) }
        : null,
    copied: Number(url.searchParams.get('copied') ?? '0') || 0,
    removed: url.searchParams.has('removed'),
    groups: groups.map(({ id, name, kind, memberIds }) => ({
      ...{ id, name, kind },
      people: memberIds.flatMap((userId) => byId.get(userId) ?? []),
    })),
    offered: offered
      .map((each) => ({ ...each, resolved: resolveOwners([each.label], staff)[0] }))
      .filter(({ resolved }) => resolved?.expected)
      .filter(({ label }) => !groups.some(({ name }) => name.toLowerCase() === label.toLowerCase()))
      .map(({ label, kind, count, resolved }) => ({
        ...{ label, count },
        kind: kind === 'person' ? ('post' as const) : kind,
        people: resolved?.people ?? [],
      })),
  };
};

/** Schools of today: nobody keeps groups of earlier years. */
const EARLIEST = 1990;

/** The school year that the form is about. @throws AppError `request.invalid` */
function yearOf(form: FormData): SchoolYear {
  const year = findSchoolYear(textOf(form, 'year'));
  if (!year || year.start < EARLIEST) throw new AppError('request.invalid', { problem: 'year' });
  return year;
}

export const actions: Actions = {
  add: async ({ request, locals }) => {
    const form = await request.formData();
    const values = { name: textOf(form, 'groupName'), kind: textOf(form, 'kind') };
    const group = readStaffGroup(values);
    const context = locals.context();
    let ids: string[];
    let year: SchoolYear;
    try {
      year = yearOf(form);
      ids = await addGroups(context, {
        year,
        groups: group.ok ? [{ ...group.value, ownerKey: null }] : [],
      });
    } catch (error) {
      return refused(error, locals.locale);
    }
    const problems = group.ok ? [] : group.problems.map((problem) => fieldSentence(locals.locale, problem));
    if (problems.length > 0) return fail(400, { values, problems });
    const code = schoolYearCode(year);
    redirect(303, ids[0] === undefined ? `/people/groups?year=${code}` : `/people/groups/${ids[0]}?year=${code}`);
  },
  offer: async ({ request, locals }) => {
    const form = await request.formData();
    const chosen = form.getAll('offered').filter((each): each is string => typeof each === 'string');
    const context = locals.context();
    let year: SchoolYear;
    try {
      year = yearOf(form);
      const { known } = await listPlanOwners(context, { year });
      const groups = chosen.flatMap((label) => {
        const owner = known.find((each) => each.label === label);
        const kind = STAFF_GROUP_KINDS.find((each) => each === owner?.kind) ?? 'group';
        const read = readStaffGroup({ name: label, kind });
        return read.ok ? [{ ...read.value, ownerKey: owner?.key ?? null }] : [];
      });
      await addGroups(context, { year, groups });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/people/groups?year=${schoolYearCode(year)}`);
  },
  copy: async ({ request, locals }) => {
    const form = await request.formData();
    let to: SchoolYear;
    let copied = 0;
    try {
      to = yearOf(form);
      copied = await copyGroups(locals.context(), { from: { start: to.start - 1 }, to });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, `/people/groups?year=${schoolYearCode(to)}&copied=${copied}`);
  },
};
