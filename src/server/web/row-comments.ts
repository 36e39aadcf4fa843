import type { ThreadView } from '#lib/plan/comment-view.ts';
import type { Context } from '#server/identity/context.ts';
import { getRowComments } from '#server/plan/life/get-comments.ts';
import { threadView } from './comment-view.ts';

/** What was said about a row as its panel shows it. */
export async function rowComments(
  context: Context,
  row: { planId: string; itemId: string },
): Promise<{ threads: ThreadView[]; total: number }> {
  const { threads, total } = await getRowComments(context, row);
  return { threads: threads.map((thread) => threadView(context, thread)), total };
}
