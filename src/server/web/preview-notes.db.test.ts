import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { actingAs } from '../../../tests/support/acting-as.ts';
import { aSchool } from '../../../tests/support/factories.ts';
import { useDatabase } from '../../../tests/support/use-database.ts';
import { changeThatAdds, offeredLetterhead, previewNotes } from './preview-notes.ts';

const { db } = await useDatabase();
const school = { name: 'Trường Mầm non Ổi Hồng', governingBody: 'UBND xã Bình Minh' };

test('what the print lacks is told, and added when a person asks for it', async () => {
  const schoolId = await aSchool(db, { name: school.name, governing_body: school.governingBody });
  const context = await actingAs(db, { role: 'principal', schoolId });
  const letterhead = { ...nineColumnPlan.letterhead, schoolName: null, motto: null };
  const planId = await createPlan(context, { document: { ...nineColumnPlan, letterhead }, layout: 'nine-column' });
  const plan = await getPlan(context, { planId });

  expect(offeredLetterhead(plan, school)).toEqual({
    schoolName: 'TRƯỜNG MẦM NON ỔI HỒNG',
    motto: 'Độc lập - Tự do - Hạnh phúc',
  });
  expect(previewNotes(documentOf(plan), 'task-table').leftOut).toContain('budget');
  expect(previewNotes(documentOf(plan), 'bieu-2').blank).toContain('I. THÔNG TIN CHUNG');

  for (const [index, what] of ['letterhead', 'sections'].entries())
    await editPlanParts(context, { planId, version: 1 + index, change: await changeThatAdds(context, planId, what) });
  const after = await getPlan(context, { planId });
  expect(after.parts.letterhead).toMatchObject({
    governingBody: letterhead.governingBody,
    schoolName: 'TRƯỜNG MẦM NON ỔI HỒNG',
  });
  expect(offeredLetterhead(after, school)).toBeNull();
  expect(after.parts.sections[0]?.title).toBe('THÔNG TIN CHUNG');
  expect((await changeThatAdds(context, planId, 'nothing'))(after.parts)).toBe(after.parts);
});
