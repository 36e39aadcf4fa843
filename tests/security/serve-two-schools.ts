import type { Kysely } from 'kysely';
import { type Role, ROLES } from '#core/identity/role.ts';
import { contentOf } from '#core/plan/life/plan-content.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { createAccount } from '#server/identity/create-account.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import type { Context } from '#server/identity/context.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { documentOf, getPlan } from '#server/plan/get-plan.ts';
import { commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { inviteToConsultation } from '#server/plan/life/invite-to-consultation.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { sha256 } from '#server/platform/sha256.ts';
import type { Database } from '#server/platform/schema.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { openServices } from '#server/web/services.ts';
import { serve } from '#server/web/serve.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { aSchool } from '../support/factories.ts';
import type { Seed, SeededSchool } from './seed.ts';
import { PASSWORD, SECRET, usernameOf } from './seed.ts';

/** The product with two schools, each with an account of every role and a plan: says what it made in one line of JSON. */
const web = await serve();
const { db, clock, files } = await openServices();
const seed: Seed = { first: await school(db, 'first'), second: await school(db, 'second') };
process.stdout.write(`seed ${JSON.stringify(seed)}\nport ${web.port}\n`);
process.once('SIGTERM', () => void web.stop().then(() => process.exit(0)));

async function school(database: Kysely<Database>, which: keyof Seed): Promise<SeededSchool> {
  const name = which === 'first' ? `Trường Mầm non ${SECRET}` : 'Trường Mầm non Thứ Hai';
  const id = await aSchool(database, { name });
  const users = {} as Record<Role, string>;
  for (const role of ROLES) {
    const account = {
      displayName: which === 'first' ? `${SECRET} ${role}` : `Người ${role}`,
      username: usernameOf(which, role),
      password: PASSWORD,
    };
    users[role] = await inSchool(database, id, (trx) => createAccount(trx, { account, role, now: clock.now() }));
  }
  const user = { id: users.principal, displayName: which === 'first' ? SECRET : 'Hiệu trưởng' };
  const context = { db: database, clock, schoolId: id, role: 'principal' as const, user };
  const planId = await createPlan(context, { document: planOf(which), layout: 'nine-column' });
  const { items } = await getPlan(context, { planId });
  const words = which === 'first' ? SECRET : 'Trao đổi';
  const { id: talk } = await commentOnPlan(context, { planId, itemId: null, words });
  const open = await openPlan(context, which);
  const issued = await issuedOnce(context, which);
  return { id, name, users, planId, talk, itemIds: items.map(({ item }) => item.id), open, issued };
}

async function openPlan(context: Context, which: keyof Seed): Promise<SeededSchool['open']> {
  const plan = await createPlan(context, { document: planOf(which), layout: 'nine-column', state: 'consultation' });
  const words = which === 'first' ? SECRET : 'Góp ý';
  const { id: comment } = await commentOnPlan(context, { planId: plan, itemId: null, words });
  const { invitationId, token } = await inviteToConsultation(context, { planId: plan, name: words });
  return { plan, comment, invitation: invitationId, token };
}

async function issuedOnce(context: Context, which: keyof Seed): Promise<string> {
  const planId = await createPlan(context, { document: planOf(which), layout: 'nine-column', state: 'submitted' });
  const plan = await getPlan(context, { planId });
  const contentSha256 = sha256(contentOf(documentOf(plan)));
  await movePlan(context, { planId, version: 1, move: 'approve', remark: null, dueOn: null, contentSha256 });
  const facts = { number: '1/KH', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Người Ký' };
  const { sets, legal: library } = getStandards();
  await issuePlan(context, { planId, version: 2, facts, sets, library, files });
  return planId;
}

/** The plan of the first school says something in every corner that nobody else may read. */
function planOf(which: keyof Seed): PlanDocument {
  if (which === 'second') return nineColumnPlan;
  const items = nineColumnPlan.items.map((item) => ({ ...item, note: SECRET }));
  return { ...nineColumnPlan, title: ['KẾ HOẠCH', SECRET], signature: { role: 'HIỆU TRƯỞNG', name: SECRET }, items };
}
