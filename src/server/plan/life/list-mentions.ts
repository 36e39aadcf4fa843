import { type Context, requirePermission } from '#server/identity/context.ts';
import { memberNames } from '#server/identity/member-names.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { countUnseen, listMentionsOf, type MentionSummary } from './mention-store.ts';

export interface MentionPage {
  /** Newest first; the author by the name of today. */
  mentions: MentionSummary[];
  /** Whether there are older ones. */
  more: boolean;
}

/** Comments that name the person who asks, newest first. */
export async function listMentions(
  context: Context,
  options: { before: { createdAt: Date; id: string } | null; limit: number },
): Promise<MentionPage> {
  requirePermission(context, 'plan.view');
  const { before, limit } = options;
  const found = await inSchool(context.db, context.schoolId, (trx) =>
    listMentionsOf(trx, context.user.id, { before, limit: limit + 1 }),
  );
  const names = await memberNames(
    context,
    found.flatMap(({ authorId }) => authorId ?? []),
  );
  const mentions = found
    .slice(0, limit)
    .map((mention) => ({ ...mention, authorName: names.get(mention.authorId ?? '') ?? mention.authorName }));
  return { mentions, more: found.length > limit };
}

/** How many comments name the person who asks and were not opened by them yet. */
export async function countUnseenMentions(context: Context): Promise<number> {
  requirePermission(context, 'plan.view');
  return inSchool(context.db, context.schoolId, (trx) => countUnseen(trx, context.user.id));
}
