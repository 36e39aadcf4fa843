import { createAccount } from '#server/identity/create-account.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { serve } from '#server/web/serve.ts';
import { openServices } from '#server/web/services.ts';
import { aSchool } from '../../tests/support/factories.ts';
import { aPlanOf } from './plan-of.ts';
import { signIn } from './running-product.ts';

const ACCOUNT = { displayName: 'Nguyễn Thị Hoa', username: 'hieutruong', password: 'mua thu la bay' };

export interface SchoolWithPlan {
  origin: string;
  /** Of the principal, signed in. */
  cookie: string;
  planId: string;
  itemId: string;
  stop(): Promise<void>;
}

/** The built product in this process, with one school, its principal and a plan of 300 rows. */
export async function startSchool(): Promise<SchoolWithPlan> {
  const web = await serve();
  const { db, clock } = await openServices();
  const schoolId = await aSchool(db);
  const userId = await inSchool(db, schoolId, (trx) =>
    createAccount(trx, { account: ACCOUNT, role: 'principal', now: clock.now() }),
  );
  const context = { db, clock, schoolId, role: 'principal' as const, user: { id: userId, displayName: '' } };
  const planId = await createPlan(context, { document: aPlanOf(300), layout: 'nine-column' });
  const { items } = await getPlan(context, { planId });
  const origin = `http://localhost:${web.port}`;
  const cookie = await signIn(origin, ACCOUNT);
  return { origin, cookie, planId, itemId: items[0]!.item.id, stop: () => web.stop() };
}
