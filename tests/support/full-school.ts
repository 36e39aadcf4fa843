import type { Kysely } from 'kysely';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { sealAudit } from '#server/audit/seal-audit.ts';
import type { Context } from '#server/identity/context.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import type { FileStore } from '#server/platform/files.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { actingAs } from './acting-as.ts';
import { anUpload } from './factories.ts';
import { aMention, aPlanComment } from './life-factories.ts';

export interface FullSchool {
  context: Context;
  planId: string;
  uploadId: string;
}

/** Text that every format between here and there has to carry: tabs, quotes, back slashes, lines, tones, signs of other scripts. */
export const HARD_TEXT = 'Ghi\tchú “khó”; "=1+1", \\N \\. <b>&amp;\nDòng hai: Ế Ổ Ự — 😀 \u200b العربية';

/** A school with people, uploads whose files are kept (one of them shared by all schools), a plan in review and a history. */
export async function aSchoolWithEverything(db: Kysely<Database>, files: FileStore): Promise<FullSchool> {
  const context = await actingAs(db, { role: 'principal' });
  const { schoolId } = context;
  await inSchool(db, schoolId, (trx) =>
    trx.insertInto('school_year').values({ school_id: schoolId, start: 2026 }).execute(),
  );
  const shared = await files.put(new TextEncoder().encode('Tệp mà hai trường cùng có'));
  const own = await files.put(crypto.getRandomValues(new Uint8Array(50_000)));
  await anUpload(db, { school_id: schoolId, created_by: context.user.id, file_name: 'chung.txt', ...shared });
  const upload = { school_id: schoolId, created_by: context.user.id, file_name: 'Kế hoạch “năm trước”.docx', ...own };
  const { uploadId } = await anUpload(db, upload);
  const planId = await createPlan(context, {
    document: nineColumnPlan,
    layout: 'nine-column',
    uploadId,
    state: 'review',
  });
  const { items } = await getPlan(context, { planId });
  const { item, version } = items[0]!;
  await editPlanItem(context, { planId, itemId: item.id, version, field: 'note', text: HARD_TEXT });
  const ofPlan = { school_id: schoolId, plan_id: planId };
  const parent_id = await aMention(db, { ...ofPlan, user_id: context.user.id });
  await aPlanComment(db, { ...ofPlan, kind: 'discussion', parent_id, words: HARD_TEXT });
  await inSchool(db, schoolId, (trx) => sealAudit(trx));
  return { context, planId, uploadId };
}
