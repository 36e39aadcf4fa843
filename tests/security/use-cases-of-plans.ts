import { acceptAsHistory } from '#server/documents/accept-as-history.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { getIssuedFile } from '#server/documents/get-issued-file.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import { memberNames } from '#server/identity/member-names.ts';
import { addPlanItem } from '#server/plan/add-plan-item.ts';
import { addRow } from '#server/plan/add-row.ts';
import { addSamplePlans } from '#server/plan/add-sample-plans.ts';
import { changePlanItem } from '#server/plan/change-plan-item.ts';
import { changePlanKind } from '#server/plan/change-plan-kind.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { discardPlan } from '#server/plan/discard-plan.ts';
import { editBases } from '#server/plan/edit-bases.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { acceptPlan, editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { getItemHistory } from '#server/plan/get-item-history.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { findIssuePrint, getIssue, getPlanLife } from '#server/plan/life/get-plan-life.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { recordIssue } from '#server/plan/life/record-issue.ts';
import { startNextPlan } from '#server/plan/life/start-next-plan.ts';
import { tellPlace } from '#server/plan/live/tell-place.ts';
import { watchPlan } from '#server/plan/live/watch-plan.ts';
import { listPlans, listPlansOfUploads, searchPlans } from '#server/plan/list-plans.ts';
import { listRemovedRows } from '#server/plan/list-removed-rows.ts';
import { movePlanItem } from '#server/plan/move-plan-item.ts';
import { pasteRows } from '#server/plan/paste-rows.ts';
import { getPlanParts } from '#server/plan/parts/get-plan-parts.ts';
import { linkRow } from '#server/plan/parts/link-row.ts';
import { takeRows } from '#server/plan/parts/take-rows.ts';
import { placePlanItem } from '#server/plan/place-plan-item.ts';
import { recordHistory } from '#server/plan/record-history.ts';
import { removePlanItem, restorePlanItem } from '#server/plan/remove-plan-item.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { newId } from '#server/platform/ids.ts';
import { kindForm } from '#server/web/kind-form.ts';
import { changeThatAdds } from '#server/web/preview-notes.ts';
import { readView } from '#server/web/read-view.ts';
import { rowAbout } from '#server/web/row-about.ts';
import { rowComments } from '#server/web/row-comments.ts';
import { savedRow } from '#server/web/saved-row.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import type { Target, UseCase } from './use-case.ts';
import { USE_CASES_OF_TALK } from './use-cases-of-talk.ts';

const { sets, legal } = getStandards();
const ISSUE = { number: '1/KH', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Người Ký' };
const NOWHERE = { standard: null, criterion: null, criterionText: null, levels: [] };
const rowOf = ({ planId, item }: Target) => ({ planId, itemId: item.item.id, version: item.version });

/** Plans, their rows and their life. */
export const USE_CASES_OF_PLANS: Record<string, UseCase> = {
  listPlans: { permission: 'plan.view', call: (context) => listPlans(context) },
  searchPlans: {
    permission: 'plan.view',
    call: async (context) => (await searchPlans(context, { words: 'bi mat', year: 2026 })).plans,
  },
  listRemovedRows: { permission: 'plan.view', call: (context, { planId }) => listRemovedRows(context, { planId }) },
  editBases: {
    permission: 'plan.edit',
    call: (context, { planId }) =>
      editBases(context, { planId, path: null, change: (texts) => [...texts, 'Căn cứ Luật Trẻ em'] }).then(() => null),
  },
  acceptAsHistory: {
    permission: 'plan.issue',
    call: (context, { planId, files }) => acceptAsHistory(context, { planId, version: 1, files }),
  },
  recordHistory: {
    permission: 'plan.issue',
    call: (context, { planId }) =>
      recordHistory(context, { planId, version: 1, original: { sha256: 'a'.repeat(64), size: 1, name: 'cu.docx' } }),
  },
  getPlanParts: {
    permission: 'plan.view',
    call: (context, { open: { planId } }) => getPlanParts(context, { planId }),
  },
  linkRow: {
    permission: 'plan.edit',
    call: (context, { planId, item }) => linkRow(context, { planId, itemId: item.item.id, toItemId: null }),
  },
  takeRows: {
    permission: 'plan.edit',
    call: (context, { planId, other }) => takeRows(context, { planId, itemIds: [other] }),
  },
  listPlansOfUploads: {
    permission: 'upload.view',
    call: (context, { uploadId }) => listPlansOfUploads(context, { uploadIds: [uploadId] }),
  },
  getPlan: { permission: 'plan.view', call: (context, { open }) => getPlan(context, { planId: open.planId }) },
  checkStoredPlan: {
    permission: 'plan.view',
    call: async (context, { open }) =>
      checkStoredPlan(context, { plan: await getPlan(context, { planId: open.planId }), sets, library: legal }),
  },
  createPlan: {
    permission: 'plan.create',
    call: (context) => createPlan(context, { document: nineColumnPlan, layout: 'nine-column' }),
  },
  addSamplePlans: { permission: 'plan.create', call: (context) => addSamplePlans(context) },
  addPlanItem: {
    permission: 'plan.edit',
    call: (context, { planId, other }) => addPlanItem(context, { planId, afterItemId: other, ...NOWHERE }),
  },
  addRow: {
    permission: 'plan.edit',
    call: (context, { planId, other }) => addRow(context, { planId, where: { after: other }, sets }),
  },
  pasteRows: {
    permission: 'plan.edit',
    call: (context, { planId, other }) =>
      pasteRows(context, { planId, afterItemId: other, rows: [{ id: newId(), cells: { action: 'đột nhập' } }] }),
  },
  watchPlan: {
    permission: 'plan.view',
    call: async (context, { open: { planId } }) =>
      (await watchPlan(context, { planId, sessionId: newId(), send: () => undefined }))(),
  },
  // Whoever names a window that is not theirs, or is not there, says nothing to anybody (watch-plan.db.test.ts).
  tellPlace: {
    permission: 'plan.view',
    call: (context, { open: { planId }, other }) => tellPlace(context, { planId, visitorId: other, itemId: other }),
  },
  changePlanItem: {
    permission: 'plan.edit',
    call: (context, target) =>
      changePlanItem(context, rowOf(target), ({ item }) => ({ item, action: 'plan-item.tried', details: {} })),
  },
  editPlanItem: {
    permission: 'plan.edit',
    call: (context, target) => editPlanItem(context, { ...rowOf(target), field: 'note', text: 'đột nhập' }),
  },
  placePlanItem: {
    permission: 'plan.edit',
    call: (context, target) => placePlanItem(context, { ...rowOf(target), criterion: null, levels: [1] }),
  },
  movePlanItem: {
    permission: 'plan.edit',
    call: (context, target) => movePlanItem(context, { ...rowOf(target), afterItemId: target.other }),
  },
  removePlanItem: { permission: 'plan.edit', call: (context, target) => removePlanItem(context, rowOf(target)) },
  restorePlanItem: {
    permission: 'plan.edit',
    call: async (context, target) => {
      // There is something to bring back only after somebody who may has removed it.
      if (context.schoolId === target.context.schoolId) await removePlanItem(context, rowOf(target));
      return restorePlanItem(context, { ...rowOf(target), version: target.item.version + 1 });
    },
  },
  editPlanParts: {
    permission: 'plan.edit',
    call: (context, { planId }) =>
      editPlanParts(context, { planId, version: 1, change: (parts) => ({ ...parts, number: '1/KH' }) }),
  },
  changePlanKind: {
    permission: 'plan.edit',
    call: (context, { planId }) =>
      changePlanKind(context, {
        planId,
        version: 1,
        again: true,
        kind: { scope: 'strategy', first: { start: 2026 }, last: { start: 2030 } },
      }),
  },
  acceptPlan: { permission: 'plan.edit', call: (context, { planId }) => acceptPlan(context, { planId }) },
  discardPlan: { permission: 'plan.edit', call: (context, { planId }) => discardPlan(context, { planId }) },

  getPlanLife: {
    permission: 'plan.view',
    call: async (context, { issued }) =>
      getPlanLife(context, { id: issued, state: 'issued', revision: 1, group: null }),
  },
  getIssue: {
    permission: 'plan.view',
    call: (context, { issued }) => getIssue(context, { planId: issued, revision: 1 }),
  },
  findIssuePrint: {
    permission: 'plan.view',
    call: (context, { issued }) => findIssuePrint(context, { planId: issued, revision: 1 }),
  },
  getIssuedFile: {
    permission: 'plan.download',
    call: (context, { issued, files }) => getIssuedFile(context, { planId: issued, revision: 1, format: 'pdf', files }),
  },
  movePlan: {
    permission: 'plan.consult',
    call: (context, { open: { planId } }) =>
      movePlan(context, { planId, version: 1, move: 'end-consultation', remark: null, dueOn: null }),
  },
  issuePlan: {
    permission: 'plan.issue',
    call: (context, { approved: { planId }, files }) =>
      issuePlan(context, { planId, version: 1, facts: ISSUE, sets, library: legal, files }),
  },
  recordIssue: {
    permission: 'plan.issue',
    call: (context, { approved: { planId, sha256 } }) => {
      const kept = { sha256, size: 1 };
      const record = { approvedSha256: sha256, facts: ISSUE, standardSet: null, findings: '[]', docx: kept, pdf: kept };
      const printed = { document: nineColumnPlan, layout: 'nine-column', at: context.clock.now() };
      return recordIssue(context, { planId, version: 1, ...record, ...printed });
    },
  },
  ...USE_CASES_OF_TALK,
  startNextPlan: {
    permission: 'plan.create',
    call: (context, { issued }) => {
      const next = { schoolYear: { start: 2027 }, set: sets[0]!, sameSet: false, rows: [] };
      return startNextPlan(context, { planId: issued, layout: 'nine-column', ...next });
    },
  },
  memberNames: { permission: null, call: (context, target) => memberNames(context, [target.context.user.id]) },

  getItemHistory: {
    permission: 'plan.view',
    call: (context, { item }) => getItemHistory(context, { itemId: item.item.id }),
  },
  changeThatAdds: {
    permission: 'school.view',
    call: (context, { open: { planId } }) => changeThatAdds(context, planId, 'letterhead'),
  },
  kindForm: {
    permission: 'group.view',
    call: async (context, { open: { planId } }) => kindForm(context, await getPlan(context, { planId })),
  },
  readView: {
    permission: 'plan.view',
    call: async (context, { open: { planId } }) =>
      readView(context, await getPlan(context, { planId }), new URL('http://localhost/?finding=any')),
  },
  rowAbout: {
    permission: 'plan.view',
    call: async (context, { open: { planId }, item }) =>
      rowAbout(context, await getPlan(context, { planId }), item, 'vi'),
  },
  rowComments: {
    permission: 'plan.view',
    call: (context, { open: { planId }, item }) => rowComments(context, { planId, itemId: item.item.id }),
  },
  savedRow: {
    permission: null,
    // Only shapes what a use case has answered; the name of whoever was first is looked up in the own school.
    call: async (context, target) => {
      const current = { ...target.item, item: { ...target.item.item, note: null } };
      return (await savedRow(context, { saved: false, reason: 'conflict', current })).text();
    },
  },
};
