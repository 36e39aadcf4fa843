import { expect, test } from 'vitest';
import { isAllowed } from '#core/identity/permissions.ts';
import { ROLES } from '#core/identity/role.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { listUploadsWithPlans } from '#server/documents/list-uploads-with-plans.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { acceptPlan } from '#server/plan/edit-plan-parts.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { actingAs } from '../support/acting-as.ts';
import { anUpload } from '../support/factories.ts';
import { useDatabase } from '../support/use-database.ts';

const { db } = await useDatabase();
const { sets, legal } = getStandards();

test('what was read from a file is seen by those who look after uploads only, until it is accepted', async () => {
  const principal = await actingAs(db);
  const { uploadId } = await anUpload(db, { school_id: principal.schoolId });
  const options = { document: nineColumnPlan, layout: 'nine-column', uploadId, state: 'review' as const };
  const planId = await createPlan(principal, options);
  const seen = async () => {
    const plan = await getPlan(principal, { planId });
    const by: string[] = [];
    for (const role of ROLES) {
      const context = { ...principal, role };
      const attempts = await Promise.allSettled([
        getPlan(context, { planId }),
        checkStoredPlan(context, { plan, sets, library: legal }),
        listPlans(context).then((plans) => plans.some(({ id }) => id === planId) || Promise.reject(new Error('none'))),
      ]);
      const found = attempts.filter(({ status }) => status === 'fulfilled').length;
      expect([0, 3], role).toContain(found);
      if (found === 3) by.push(role);
      if (!isAllowed(role, 'upload.view')) continue;
      const [upload] = await listUploadsWithPlans(context);
      expect(upload?.plan?.id, role).toBe(found === 3 ? planId : null);
    }
    return by;
  };
  expect(await seen()).toEqual(ROLES.filter((role) => isAllowed(role, 'upload.edit')));
  await acceptPlan(principal, { planId });
  expect(await seen()).toEqual(ROLES.filter((role) => isAllowed(role, 'plan.view')));
});
