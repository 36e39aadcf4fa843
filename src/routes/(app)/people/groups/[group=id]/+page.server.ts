import { fail, redirect } from '@sveltejs/kit';
import { schoolYearCode } from '#core/kernel/school-year.ts';
import { readStaffGroup } from '#core/organisations/staff-group.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { requirePermission } from '#server/identity/context.ts';
import { changeGroup, type GroupSaved, removeGroup } from '#server/organisations/change-group.ts';
import { getGroup } from '#server/organisations/get-group.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { isId } from '#server/platform/ids.ts';
import { textOf } from '#server/web/text-of.ts';
import { versionOf } from '#server/web/version-of.ts';
import { refused } from '../../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const context = locals.context();
  requirePermission(context, 'group.edit');
  const { group, year } = await getGroup(context, { groupId: params.group });
  const { people } = await listGroups(context, { year });
  return { group, people, year: schoolYearCode(year), saved: url.searchParams.has('saved') };
};

export const actions: Actions = {
  save: async ({ request, locals, params }) => {
    const context = locals.context();
    requirePermission(context, 'group.edit');
    const form = await request.formData();
    const memberIds = form.getAll('member').filter((id): id is string => typeof id === 'string' && isId(id));
    const values = { name: textOf(form, 'groupName'), kind: textOf(form, 'kind'), memberIds };
    const read = readStaffGroup(values);
    if (!read.ok)
      return fail(400, { values, problems: read.problems.map((problem) => fieldSentence(locals.locale, problem)) });
    let outcome: GroupSaved;
    try {
      const version = versionOf(form);
      outcome = await changeGroup(context, { ...read.value, groupId: params.group, version, memberIds });
    } catch (error) {
      const failure = refused(error, locals.locale);
      return fail(failure.status, { ...failure.data, values });
    }
    if (!outcome.saved) return fail(409, { values, conflict: outcome.current });
    redirect(303, `/people/groups/${params.group}?saved=1`);
  },
  remove: async ({ request, locals, params }) => {
    const context = locals.context();
    requirePermission(context, 'group.edit');
    const form = await request.formData();
    let year = '';
    let outcome: GroupSaved;
    try {
      year = schoolYearCode((await getGroup(context, { groupId: params.group })).year);
      outcome = await removeGroup(context, { groupId: params.group, version: versionOf(form) });
    } catch (error) {
      return refused(error, locals.locale);
    }
    if (!outcome.saved) return fail(409, { conflict: outcome.current });
    redirect(303, `/people/groups?year=${year}&removed=1`);
  },
};
