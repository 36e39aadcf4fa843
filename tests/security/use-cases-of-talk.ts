import { answerComment, settleComment } from '#server/plan/life/answer-comment.ts';
import { commentOnPlan } from '#server/plan/life/comment-on-plan.ts';
import { countRowComments, getComments, getRowComments, listInvitations } from '#server/plan/life/get-comments.ts';
import { inviteToConsultation, withdrawInvitation } from '#server/plan/life/invite-to-consultation.ts';
import { countUnseenMentions, listMentions } from '#server/plan/life/list-mentions.ts';
import { listMentionTargets, readMentions } from '#server/plan/life/mention-targets.ts';
import { withdrawComment } from '#server/plan/life/withdraw-comment.ts';
import type { UseCase } from './use-case.ts';

/** What people say about plans, and who is invited to. */
export const USE_CASES_OF_TALK: Record<string, UseCase> = {
  commentOnPlan: {
    permission: 'plan.comment',
    call: (context, { open: { planId } }) => commentOnPlan(context, { planId, itemId: null, words: 'Góp ý' }),
  },
  answerComment: {
    permission: 'plan.edit',
    call: (context, { open: { planId, commentId } }) =>
      answerComment(context, { planId, commentId, version: 1, decision: 'noted', answer: '' }),
  },
  settleComment: {
    permission: 'plan.comment',
    call: (context, { discussed }) => settleComment(context, { ...discussed, version: 1, settled: true }),
  },
  withdrawComment: {
    permission: 'plan.comment',
    call: (context, { discussed }) => withdrawComment(context, { ...discussed, version: 1, withdrawn: true }),
  },
  getComments: { permission: 'plan.view', call: (context, { open: { planId } }) => getComments(context, { planId }) },
  getRowComments: {
    permission: 'plan.view',
    call: (context, { open: { planId }, item }) => getRowComments(context, { planId, itemId: item.item.id }),
  },
  countRowComments: {
    permission: 'plan.view',
    call: (context, { open: { planId } }) => countRowComments(context, { planId }),
  },
  listMentions: { permission: 'plan.view', call: (context) => listMentions(context, { before: null, limit: 5 }) },
  countUnseenMentions: { permission: 'plan.view', call: (context) => countUnseenMentions(context) },
  listMentionTargets: {
    permission: 'plan.comment',
    call: (context, { open: { planId } }) => listMentionTargets(context, { planId }),
  },
  readMentions: {
    permission: 'group.view',
    call: (context, { memberId }) =>
      readMentions(context, { words: '@Ai', chosen: [`person:${memberId}`], schoolYear: null }),
  },
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
};
