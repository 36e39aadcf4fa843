import { countUnseenMentions } from '#server/plan/life/list-mentions.ts';
import type { LayoutServerLoad } from './$types';

/** One count for the menu of every page; a page that nobody of a school asks for has none. */
export const load: LayoutServerLoad = async ({ locals }) => ({
  unseen: locals.membership === null ? 0 : await countUnseenMentions(locals.context()),
});
