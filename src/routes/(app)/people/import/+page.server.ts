import { fail } from '@sveltejs/kit';
import type { StaffStep } from '#core/organisations/staff-list/plan-staff-import.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { t } from '#lib/messages/translate.ts';
import { readStaffFile } from '#server/documents/read-staff-file.ts';
import { requirePermission } from '#server/identity/context.ts';
import { importStaff, previewStaffImport } from '#server/organisations/import-staff.ts';
import { ownAddress } from '#server/web/own-address.ts';
import { MOST_STAFF, staffRowsOf } from '#server/web/staff-rows.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals }) => {
  requirePermission(locals.context(), 'member.edit');
};

export const actions: Actions = {
  look: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'member.edit');
    const { locale } = locals;
    const form = await request.formData();
    const [file, byPhone] = [form.get('file'), form.has('byPhone')];
    if (!(file instanceof File) || file.size === 0) return fail(400, { sentence: t(locale, 'staff.noFile') });
    try {
      const table = await readStaffFile(await file.bytes(), file.name);
      if (!table) return fail(400, { sentence: t(locale, 'staff.noTable') });
      if (table.rows.length > MOST_STAFF)
        return fail(400, { sentence: t(locale, 'staff.tooMany', { most: MOST_STAFF }) });
      const { steps, digest } = await previewStaffImport(context, { rows: table.rows, byPhone });
      const { unknownColumns, leftOut } = table;
      return {
        preview: {
          ...{ digest, unknownColumns, leftOut, name: file.name, byPhone },
          rows: JSON.stringify(table.rows),
          steps: shown(steps, locale),
        },
      };
    } catch (error) {
      return refused(error, locale);
    }
  },
  accept: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'member.edit');
    const { locale } = locals;
    const form = await request.formData();
    try {
      const rows = staffRowsOf(textOf(form, 'rows'));
      const name = textOf(form, 'name').slice(0, 200);
      const byPhone = textOf(form, 'byPhone') !== '';
      const preview = (steps: StaffStep[], digest: string) => ({
        ...{ digest, name, byPhone, unknownColumns: [], leftOut: [] },
        rows: JSON.stringify(rows),
        steps: shown(steps, locale),
      });
      if (!form.has('leaveOut')) {
        const { steps, digest } = await previewStaffImport(context, { rows, byPhone });
        const sentence = t(locale, 'staff.mustLeaveOut');
        if (steps.some(({ kind }) => kind === 'problem'))
          return fail(400, { sentence, preview: preview(steps, digest) });
      }
      const outcome = await importStaff(context, { rows, byPhone, digest: textOf(form, 'digest') });
      if (!outcome.done) {
        const sentence = t(locale, 'staff.changed');
        return fail(409, { sentence, preview: preview(outcome.steps, outcome.digest) });
      }
      const count = (kind: StaffStep['kind']) => outcome.steps.filter((step) => step.kind === kind).length;
      const address = ownAddress(request).replace(/^https?:\/\//, '');
      return { done: { passwords: outcome.passwords, address, add: count('add'), change: count('change') } };
    } catch (error) {
      return refused(error, locale);
    }
  },
};

function shown(steps: readonly StaffStep[], locale: Locale) {
  return steps.map(({ row, kind, member, team, changes, problems, sameName }) => ({
    ...{ row, kind, member, team, sameName },
    changes: changes.map((field) => t(locale, `staff.field.${field}`)).join(', '),
    problems: problems.map((problem) => fieldSentence(locale, problem).sentence),
  }));
}
