import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAccount } from '#server/identity/create-account.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { loadPlan } from '#server/plan/get-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { planTable } from '#server/web/plan-table.ts';
import { serve } from '#server/web/serve.ts';
import { openServices } from '#server/web/services.ts';
import { aSchool } from '../../tests/support/factories.ts';
import { aPlanOf } from './plan-of.ts';

/**
 * The built product with one school, its principal and a plan of 300 rows; beside it a bare page of the same rows by the same query,
 * without session, layout or framework. Says in one line of JSON where both are.
 */
const web = await serve();
const { db, clock } = await openServices();
const account = { displayName: 'Nguyễn Thị Hoa', username: 'hieutruong', password: 'mua thu la bay' };
const schoolId = await aSchool(db);
const userId = await inSchool(db, schoolId, (trx) =>
  createAccount(trx, { account, role: 'principal', now: clock.now() }),
);
const context = { db, clock, schoolId, role: 'principal' as const, user: { id: userId, displayName: '' } };
const planId = await createPlan(context, { document: aPlanOf(300), layout: 'nine-column' });

const bare = createServer((_, response) => {
  void inSchool(db, schoolId, (trx) => loadPlan(trx, planId)).then((plan) => {
    const { rowsHtml } = planTable(plan, { locale: 'vi', mayEdit: true, withSource: false });
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(`<!doctype html><title>${plan.title}</title><table>${rowsHtml}</table>`);
  });
});
await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
const ports = { product: web.port, bare: (bare.address() as AddressInfo).port };
process.stdout.write(`ready ${JSON.stringify({ ...ports, planId, ...account })}\n`);
process.once('SIGTERM', () => {
  bare.close();
  void web.stop().then(() => process.exit(0));
});
