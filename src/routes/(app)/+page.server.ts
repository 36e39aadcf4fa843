import { isAllowed } from '#core/identity/permissions.ts';
import { momentText } from '#lib/dates.ts';
import { findLoneSample } from '#server/organisations/find-lone-sample.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { listMentions } from '#server/plan/life/list-mentions.ts';
import { listPlans } from '#server/plan/list-plans.ts';
import { planLine } from '#server/web/plan-line.ts';
import { readKey, writeKey } from '#server/web/page-key.ts';
import type { PageServerLoad } from './$types';

/** The home page shows the newest few; the rest is one link away. */
const MOST = 6;
const MOST_MENTIONS = 5;

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const before = readKey(url.searchParams.get('mentions'));
  const [{ name, schoolYear }, plans, named, loneSample] = await Promise.all([
    findSchool(context),
    listPlans(context),
    listMentions(context, { before, limit: MOST_MENTIONS }),
    isAllowed(context.role, 'school.edit') ? findLoneSample(context) : null,
  ]);
  const last = named.mentions.at(-1);
  const next =
    plans.find(({ state }) => state === 'review') ??
    plans.find(({ state }) => state !== 'closed' && state !== 'history');
  return {
    school: { name, schoolYear },
    /** Nothing else is on this server yet: the way on from looking around. */
    inLoneSample: loneSample !== null,
    /** The one plan to go on with: what was read and waits comes before what is being worked on. */
    next: next && planLine(next),
    mayUpload: isAllowed(context.role, 'upload.create'),
    mentions: named.mentions.map(({ planId, commentId, planTitle, words, authorName, createdAt, seenAt }) => ({
      ...{ planId, commentId, planTitle, words: excerpt(words), seen: seenAt !== null },
      by: authorName,
      when: momentText(createdAt),
    })),
    olderMentions: named.more && last ? writeKey({ createdAt: last.createdAt, id: last.commentId }) : null,
    newestMentions: before !== null,
    more: plans.length > MOST,
    plans: plans.slice(0, MOST).map(planLine),
  };
};

const LONGEST = 160;

function excerpt(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length > LONGEST
    ? `${line
        .slice(0, LONGEST)
        .toWellFormed()
        .replace(/\s\S*$/, '')}…`
    : line;
}
