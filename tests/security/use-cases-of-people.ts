import { addMember } from '#server/identity/add-member.ts';
import { changeMember } from '#server/identity/change-member.ts';
import { changeOwnPassword } from '#server/identity/change-own-password.ts';
import { getMember } from '#server/identity/get-member.ts';
import { issueCards } from '#server/identity/issue-cards.ts';
import { listCards } from '#server/identity/list-cards.ts';
import { listMembers } from '#server/identity/list-members.ts';
import { confirmSecondFactor } from '#server/identity/confirm-second-factor.ts';
import { endSecondFactor } from '#server/identity/end-second-factor.ts';
import { acknowledgeRemoval, forgetOwnDevices, getOwnSecondFactor } from '#server/identity/own-second-factor.ts';
import { removeSecondFactor } from '#server/identity/remove-second-factor.ts';
import { renewRecoveryCodes } from '#server/identity/renew-recovery-codes.ts';
import { createSeal } from '#server/identity/seal.ts';
import { findStartedFactor, startSecondFactor } from '#server/identity/start-second-factor.ts';
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
import { newId } from '#server/platform/ids.ts';
import { aSecondFactor } from '../support/factories.ts';
import type { UseCase } from './use-case.ts';

const FACTS = { displayName: 'Người Đột Nhập', role: 'staff' as const, jobTitle: null, phone: null };
const STAFF_ROW = { row: 2, displayName: 'Kẻ Lạ', username: '', jobTitle: '', team: '', phone: '', role: '' };

const SEAL = createSeal('a secret for tests, long enough to be one');
const OWN = { seal: SEAL, username: 'toi' };
const guess = () => ({ ...OWN, password: 'đoán', code: '000000', address: newId() });

/** People of the school, their groups and cards, and the own account. */
export const USE_CASES_OF_PEOPLE: Record<string, UseCase> = {
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
  removeSecondFactor: {
    permission: 'member.edit',
    call: async (context, { context: { schoolId }, memberId }) => {
      // There is something to take away only for somebody of the school, who has switched it on.
      if (context.schoolId === schoolId) await aSecondFactor(context.db, { userId: memberId, seal: SEAL });
      await removeSecondFactor(context, { userId: memberId });
    },
  },
  getOwnSecondFactor: { permission: null, call: (context) => getOwnSecondFactor(context, { seal: SEAL }) },
  startSecondFactor: {
    permission: null,
    call: async (context) => (await startSecondFactor(context, OWN)).key.length,
  },
  findStartedFactor: { permission: null, call: (context) => findStartedFactor(context, OWN) },
  confirmSecondFactor: {
    permission: null,
    call: async (context) => {
      await startSecondFactor(context, OWN);
      return confirmSecondFactor(context, { ...guess(), sessionId: newId() });
    },
  },
  renewRecoveryCodes: {
    permission: null,
    call: async (context) => {
      await aSecondFactor(context.db, { userId: context.user.id, seal: SEAL });
      return renewRecoveryCodes(context, guess());
    },
  },
  endSecondFactor: {
    permission: null,
    call: async (context) => {
      await aSecondFactor(context.db, { userId: context.user.id, seal: SEAL });
      return endSecondFactor(context, guess());
    },
  },
  forgetOwnDevices: { permission: null, call: (context) => forgetOwnDevices(context) },
  acknowledgeRemoval: { permission: null, call: (context) => acknowledgeRemoval(context) },
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
};
