import type { comments as vi } from '../vi/comments.ts';
import type { SameKeys } from '../message.ts';

/** As `vi/comments.ts`. */
export const comments: SameKeys<typeof vi> = {
  'comments.addTalk': 'Discuss the plan',
  'comments.leadConsultation':
    'The plan is open for comments: each one is answered by those who write it before it is handed in.',
  'comments.leadDiscussion':
    'For people of the school while the plan is written and carried out; mark what is done with as settled.',
  'comments.titleRow': 'Comments on row {number}',
  'comments.views': 'Choose which comments to see',
  'comments.all': 'All ({count})',
  'comments.waiting': 'Waiting ({count})',
  'comments.allRows': 'See the whole plan',
  'comments.newest': 'To the newest comment',
  'comments.older': 'Older comments',
  'comments.noneWaiting': 'No comment is waiting.',
  'comments.unsettled': 'Being discussed',
  'comments.decision.settled': 'Settled',
  'comments.settledBy': 'Settled by {name}, {when}',
  'comments.settle': 'Mark as settled',
  'comments.reopen': 'Open it again',
  'comments.reply': 'Reply',
  'comments.replyWords': 'Your reply',
  'comments.replySend': 'Send the reply',
  'comments.replied': 'The reply was sent.',
  'comments.settledDone': 'Marked as settled.',
  'comments.reopened': 'The discussion is open again.',
  'comments.late':
    'The plan has just moved to another step, so this comment is kept as a discussion for the next one; nothing was lost.',
  'comments.withdrawn': 'Taken back by whoever wrote it.',
  'comments.takeBack': 'Take the comment back',
  'comments.takeBackReply': 'Take my reply back',
  'comments.putBack': 'Let it stand again',
  'comments.takenBack': 'Taken back. If you change your mind, press “Let it stand again”.',
  'comments.standsAgain': 'What was taken back stands as before.',
  'comments.beside': 'Named:',
  'comments.ofThisRow': 'Comments and discussion of this row',
  'mentions.title': 'Somebody named you',
  'mentions.unseen': '{count} not seen yet',
  'mentions.new': 'New',
  'mentions.said': '{name} named you',
  'mentions.open': 'Open',
  'mentions.older': 'Older ones',
  'mentions.newest': 'To the newest',
  'mentions.choose': 'Name somebody?',
  'mentions.hint': 'To name somebody, type @ and a person or group, or choose from the list below.',
  'consult.toForm': 'Write a comment at the end of the page',
  'life.openDiscussions': '{count|discussion is|discussions are} not settled.',
  'life.openDiscussionsLink': 'See the discussions',
  'next.again': 'Make another plan for this school year all the same',
  'error.comment.too-many-an-hour':
    '{limit} comments were sent within an hour. Wait {minutes} minutes and send again; what you wrote is still on the page.',
  'error.comment.not-yours': 'Only who began the discussion or writes the plan can settle it.',
  'error.comment.not-author': 'Only whoever wrote it can take it back.',
  'error.comment.already-withdrawn':
    'It was just taken back by whoever wrote it. Nothing was sent; what you wrote is still on the page.',
  'error.comment.already-answered': 'It was answered already, so it stays. You can write another one.',
  'error.comment.already-decided':
    'The plan was handed in, or its consultation ended, with these words, so they stay as they are. You can write another comment.',
  'error.invitation.too-many-visits':
    'This link is opened too often just now. Wait {minutes} minutes and open it again.',
  'error.plan.next-year-unknown': 'That is not a school year. Choose the school year of the new plan again.',
  'error.plan.next-year-not-later': 'The new plan must be for a school year after {year}. Choose again.',
  'error.plan.next-year-taken':
    'There is a plan for {year} already: “{title}”. To make another one, tick the box below and try again.',
  'error.plan.unknown-set': 'The chosen standard set is not known here. Choose again; nothing was made.',
};
