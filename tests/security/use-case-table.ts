import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Permission } from '#core/identity/permissions.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { getBackupState } from '#server/backup/get-backup-state.ts';
import { openBackup } from '#server/backup/open-backup.ts';
import { requestBackup } from '#server/backup/request-backup.ts';
import { getSchoolExport, openSchoolExport, requestSchoolExport } from '#server/backup/school/school-export.ts';
import { checkStoredPlan } from '#server/documents/check-stored-plan.ts';
import { getIssuedFile } from '#server/documents/get-issued-file.ts';
import { getUpload, getUploadFile, listUploads } from '#server/documents/get-upload.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import { listUploadsWithPlans } from '#server/documents/list-uploads-with-plans.ts';
import { receiveUpload } from '#server/documents/receive-upload.ts';
import { reviewUploadAgain } from '#server/documents/review-upload-again.ts';
import { addMember } from '#server/identity/add-member.ts';
import { changeMember } from '#server/identity/change-member.ts';
import { changeOwnPassword } from '#server/identity/change-own-password.ts';
import type { Context } from '#server/identity/context.ts';
import { getMember } from '#server/identity/get-member.ts';
import { issueCards } from '#server/identity/issue-cards.ts';
import { listCards } from '#server/identity/list-cards.ts';
import { listMembers } from '#server/identity/list-members.ts';
import { memberName } from '#server/identity/member-name.ts';
import { memberNames } from '#server/identity/member-names.ts';
import { endOwnSessions, listOwnSessions } from '#server/identity/own-sessions.ts';
import { resetPassword } from '#server/identity/reset-password.ts';
import { deactivateMember, reactivateMember } from '#server/identity/switch-member.ts';
import { withdrawCard } from '#server/identity/withdraw-card.ts';
import { addGroups, copyGroups } from '#server/organisations/add-groups.ts';
import { changeGroup, removeGroup } from '#server/organisations/change-group.ts';
import { getGroup } from '#server/organisations/get-group.ts';
import { listGroups } from '#server/organisations/list-groups.ts';
import { listPlanOwners } from '#server/plan/list-plan-owners.ts';
import { importStaff, previewStaffImport } from '#server/organisations/import-staff.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { addPlanItem } from '#server/plan/add-plan-item.ts';
import { addRow } from '#server/plan/add-row.ts';
import { addSamplePlans } from '#server/plan/add-sample-plans.ts';
import { changePlanItem } from '#server/plan/change-plan-item.ts';
import { createPlan } from '#server/plan/create-plan.ts';
import { discardPlan } from '#server/plan/discard-plan.ts';
import { editPlanItem } from '#server/plan/edit-plan-item.ts';
import { acceptPlan, editPlanParts } from '#server/plan/edit-plan-parts.ts';
import { getPlan } from '#server/plan/get-plan.ts';
import { answerComment, commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { getComments, listInvitations } from '#server/plan/life/get-comments.ts';
import { findIssuePrint, getIssue, getPlanLife } from '#server/plan/life/get-plan-life.ts';
import { inviteToConsultation, withdrawInvitation } from '#server/plan/life/invite-to-consultation.ts';
import { movePlan } from '#server/plan/life/move-plan.ts';
import { recordIssue } from '#server/plan/life/record-issue.ts';
import { startNextPlan } from '#server/plan/life/start-next-plan.ts';
import { listPlans, listPlansOfUploads } from '#server/plan/list-plans.ts';
import { movePlanItem } from '#server/plan/move-plan-item.ts';
import { placePlanItem } from '#server/plan/place-plan-item.ts';
import type { StoredItem } from '#server/plan/plan-item-row.ts';
import { removePlanItem, restorePlanItem } from '#server/plan/remove-plan-item.ts';
import type { FileStore } from '#server/platform/files.ts';
import { newId } from '#server/platform/ids.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { rowAbout } from '#server/web/row-about.ts';
import { savedRow } from '#server/web/saved-row.ts';
import { readStandards } from '#server/web/standards.ts';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';

/** What a use case is tried on: ids of one school, and somebody of it who may do everything. */
export interface Target {
  context: Context;
  planId: string;
  uploadId: string;
  files: FileStore;
  item: StoredItem;
  /** Another row of the plan. */
  other: string;
  /** A plan that is open for comments, and what belongs to it. */
  open: { planId: string; commentId: string; invitationId: string };
  /** A plan that was issued once; one that waits to be issued. */
  issued: string;
  approved: { planId: string; sha256: string };
  /** A colleague in version 1, who has an account. */
  memberId: string;
  /** A group of theirs, in version 1. */
  groupId: string;
}

export interface UseCase {
  /** Null: for everybody of the school. */
  permission: Permission | null;
  call(context: Context, target: Target): Promise<unknown>;
}

const { sets, legal } = getStandards();
const FACTS = { displayName: 'Người Đột Nhập', role: 'staff' as const, jobTitle: null, phone: null };
const ISSUE = { number: '1/KH', date: '2026-09-15', signerRole: 'HIỆU TRƯỞNG', signerName: 'Người Ký' };
const STAFF_ROW = { row: 2, displayName: 'Kẻ Lạ', username: '', jobTitle: '', team: '', phone: '', role: '' };
const NOWHERE = { standard: null, criterion: null, criterionText: null, levels: [] };
const rowOf = ({ planId, item }: Target) => ({ planId, itemId: item.item.id, version: item.version });
const jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined };

/** Backups and exports lie here; `backup-pages.db.test.ts` tries real ones. */
const NO_FOLDER = join(tmpdir(), 'caitien-no-such-folder');
const unlessNone = (error: unknown): void => {
  if (!(error instanceof AppError && error.code === 'backup.not-found')) throw error;
};

/** Every exported function of `src/server` that takes a `Context`, by its name. */
export const USE_CASES: Record<string, UseCase> = {
  findSchool: { permission: 'school.view', call: (context) => findSchool(context) },
  getBackupState: {
    permission: 'backup.manage',
    call: (context) =>
      getBackupState(context, { dataDirectory: NO_FOLDER, backupAt: '02:00', isAlone: async () => true }),
  },
  requestBackup: {
    permission: 'backup.manage',
    call: (context) => requestBackup(context, { isAlone: async () => true, jobs }),
  },
  openBackup: {
    permission: 'backup.manage',
    call: (context) =>
      openBackup(context, { dataDirectory: NO_FOLDER, name: 'caitien-20261122-020000.zip' }).catch(unlessNone),
  },
  requestSchoolExport: { permission: 'school.export', call: (context) => requestSchoolExport(context, { jobs }) },
  getSchoolExport: {
    permission: 'school.export',
    call: (context) => getSchoolExport(context, { dataDirectory: NO_FOLDER }),
  },
  openSchoolExport: {
    permission: 'school.export',
    call: (context) => openSchoolExport(context, { dataDirectory: NO_FOLDER }).catch(unlessNone),
  },

  readStandards: { permission: 'standards.view', call: async (context) => readStandards(context).sets.length },
  memberName: { permission: null, call: (context, target) => memberName(context, target.context.user.id) },

  listMembers: { permission: 'member.view', call: (context) => listMembers(context) },
  getMember: { permission: 'member.view', call: (context, { memberId }) => getMember(context, { userId: memberId }) },
  addMember: {
    permission: 'member.edit',
    call: (context) => addMember(context, { member: { ...FACTS, username: `moi.${newId()}`.slice(0, 30) } }),
  },
  changeMember: {
    permission: 'member.edit',
    call: (context, { memberId }) => changeMember(context, { userId: memberId, version: 1, facts: FACTS }),
  },
  deactivateMember: {
    permission: 'member.edit',
    call: (context, { memberId }) => deactivateMember(context, { userId: memberId, version: 1 }),
  },
  reactivateMember: {
    permission: 'member.edit',
    call: (context, { memberId }) => reactivateMember(context, { userId: memberId, version: 1 }),
  },
  resetPassword: {
    permission: 'member.edit',
    call: async (context, { memberId }) => (await resetPassword(context, { userId: memberId })).password.length,
  },
  listGroups: { permission: 'group.view', call: (context) => listGroups(context) },
  getGroup: { permission: 'group.view', call: (context, { groupId }) => getGroup(context, { groupId }) },
  addGroups: {
    permission: 'group.edit',
    call: (context) =>
      addGroups(context, { year: { start: 2026 }, groups: [{ name: 'Kẻ lạ', kind: 'group', ownerKey: null }] }),
  },
  copyGroups: {
    permission: 'group.edit',
    call: (context) => copyGroups(context, { from: { start: 2026 }, to: { start: 2027 } }),
  },
  changeGroup: {
    permission: 'group.edit',
    call: (context, { groupId, memberId }) =>
      changeGroup(context, { groupId, version: 1, name: 'Kẻ lạ', kind: 'group', memberIds: [memberId] }),
  },
  removeGroup: {
    permission: 'group.edit',
    call: (context, { groupId }) => removeGroup(context, { groupId, version: 1 }),
  },
  listPlanOwners: { permission: 'plan.view', call: (context) => listPlanOwners(context, { year: { start: 2026 } }) },
  listCards: { permission: 'member.edit', call: (context) => listCards(context) },
  issueCards: {
    permission: 'member.edit',
    call: async (context, { memberId }) => (await issueCards(context, { userIds: [memberId], days: 30 })).length,
  },
  withdrawCard: {
    permission: 'member.edit',
    call: async (context, { memberId }) => {
      // There is something to withdraw only after somebody who may has issued it.
      await issueCards(context, { userIds: [memberId], days: 30 });
      await withdrawCard(context, { userId: memberId });
    },
  },
  previewStaffImport: {
    permission: 'member.edit',
    call: async (context) => (await previewStaffImport(context, { rows: [STAFF_ROW] })).steps.length,
  },
  importStaff: {
    permission: 'member.edit',
    call: (context) => importStaff(context, { rows: [STAFF_ROW], digest: '' }),
  },
  listOwnSessions: { permission: null, call: (context) => listOwnSessions(context) },
  endOwnSessions: { permission: null, call: (context) => endOwnSessions(context, { allBut: newId() }) },
  changeOwnPassword: {
    permission: null,
    call: (context, target) =>
      changeOwnPassword(context, {
        username: target.context.user.id,
        present: 'đoán',
        wanted: 'mua thu la bay',
        sessionId: newId(),
        address: newId(),
      }),
  },

  listUploads: { permission: 'upload.view', call: (context) => listUploads(context) },
  listUploadsWithPlans: { permission: 'upload.view', call: (context) => listUploadsWithPlans(context) },
  getUpload: { permission: 'upload.view', call: (context, { uploadId }) => getUpload(context, { uploadId }) },
  getUploadFile: {
    permission: 'upload.view',
    call: (context, { uploadId, files }) => getUploadFile(context, { uploadId, files }),
  },
  receiveUpload: {
    permission: 'upload.create',
    call: (context, { files }) =>
      receiveUpload(context, { fileName: 'a.txt', bytes: new Uint8Array([65]), files, jobs }),
  },
  reviewUploadAgain: {
    permission: 'plan.create',
    call: (context, { uploadId }) => reviewUploadAgain(context, { uploadId }),
  },

  listPlans: { permission: 'plan.view', call: (context) => listPlans(context) },
  listPlansOfUploads: { permission: 'upload.view', call: (context) => listPlansOfUploads(context) },
  getPlan: { permission: 'plan.view', call: (context, { open }) => getPlan(context, { planId: open.planId }) },
  checkStoredPlan: {
    permission: 'plan.view',
    call: (context, { open }) => checkStoredPlan(context, { planId: open.planId, sets, library: legal }),
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
  acceptPlan: { permission: 'plan.edit', call: (context, { planId }) => acceptPlan(context, { planId }) },
  discardPlan: { permission: 'plan.edit', call: (context, { planId }) => discardPlan(context, { planId }) },

  getPlanLife: {
    permission: 'plan.view',
    call: async (context, { issued }) => getPlanLife(context, { id: issued, state: 'issued', revision: 1 }),
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
  commentOnPlan: {
    permission: 'plan.comment',
    call: (context, { open: { planId } }) => commentOnPlan(context, { planId, itemId: null, words: 'Góp ý' }),
  },
  answerComment: {
    permission: 'plan.edit',
    call: (context, { open: { planId, commentId } }) =>
      answerComment(context, { planId, commentId, version: 1, decision: 'noted', answer: '' }),
  },
  getComments: { permission: 'plan.view', call: (context, { open: { planId } }) => getComments(context, { planId }) },
  inviteToConsultation: {
    permission: 'plan.consult',
    call: (context, { open: { planId } }) => inviteToConsultation(context, { planId, name: 'Cha mẹ học sinh' }),
  },
  withdrawInvitation: {
    permission: 'plan.consult',
    call: (context, { open: { planId, invitationId } }) => withdrawInvitation(context, { planId, invitationId }),
  },
  listInvitations: {
    permission: 'plan.consult',
    call: (context, { open: { planId } }) => listInvitations(context, { planId }),
  },
  startNextPlan: {
    permission: 'plan.create',
    call: (context, { issued }) => {
      const next = { schoolYear: { start: 2027 }, set: sets[0]!, sameSet: false, rows: [] };
      return startNextPlan(context, { planId: issued, layout: 'nine-column', ...next });
    },
  },
  memberNames: { permission: null, call: (context, target) => memberNames(context, [target.context.user.id]) },

  rowAbout: {
    permission: 'plan.view',
    call: async (context, { open: { planId }, item }) =>
      rowAbout(context, await getPlan(context, { planId }), item, 'vi'),
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
