import { isAllowed } from '#core/identity/permissions.ts';
import { momentText } from '#lib/dates.ts';
import type { CommentView, ThreadView } from '#lib/plan/comment-view.ts';
import type { Context } from '#server/identity/context.ts';
import { maySettle } from '#server/plan/life/answer-comment.ts';
import type { Comment, Thread } from '#server/plan/life/get-comments.ts';

/** A thread as pages and the panel of a row show it to this person. */
export function threadView(context: Pick<Context, 'role' | 'user'>, thread: Thread): ThreadView {
  const isConsultation = thread.kind === 'consultation';
  const mayComment = isAllowed(context.role, 'plan.comment');
  const mayTalk = !isConsultation && thread.decision !== 'withdrawn' && mayComment;
  return {
    ...commentView(thread),
    version: thread.version,
    kind: thread.kind,
    itemId: thread.item_id,
    invited: thread.invitation_id !== null,
    revision: thread.revision,
    decision: thread.decision,
    answer: thread.answer,
    answeredBy: thread.answeredByName,
    answeredAt: thread.answered_at && momentText(thread.answered_at),
    replies: thread.replies.map(commentView),
    mayAnswer: isConsultation && thread.isAnswerOpen && isAllowed(context.role, 'plan.edit'),
    mayReply: mayTalk,
    maySettle: mayTalk && maySettle(context, thread),
    takeBack: mayComment ? thread.takeBack : null,
    putBack: mayComment ? thread.putBack : null,
  };
}

function commentView(comment: Comment): CommentView {
  const { id, byName: by, pieces, beside } = comment;
  const withdrawn = comment.decision === 'withdrawn';
  return { id, by, when: momentText(comment.created_at), pieces, beside, withdrawn };
}
