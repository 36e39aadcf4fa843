import { fail, redirect } from '@sveltejs/kit';
import { cardCodeText } from '#core/identity/card-code.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { dayOf, dayText, momentText } from '#lib/dates.ts';
import { t } from '#lib/messages/translate.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { CARD_DAYS, issueCards } from '#server/identity/issue-cards.ts';
import { listCards } from '#server/identity/list-cards.ts';
import { listMembers } from '#server/identity/list-members.ts';
import { withdrawCard } from '#server/identity/withdraw-card.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { isId } from '#server/platform/ids.ts';
import { isOnlyHere, ownAddress } from '#server/web/own-address.ts';
import { qrPicture } from '#server/web/qr-picture.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const [cards, members] = await Promise.all([listCards(context), listMembers(context)]);
  const byUser = new Map(cards.map((card) => [card.userId, card]));
  return {
    role: context.role,
    withdrawn: url.searchParams.has('withdrawn'),
    days: CARD_DAYS.map(String),
    members: members
      .filter(({ active }) => active)
      .map(({ userId, displayName, jobTitle, role, secondFactor }) => {
        const card = byUser.get(userId);
        return {
          ...{ userId, displayName, jobTitle, role, secondFactor },
          card: card && {
            until: dayText(dayOf(card.expiresAt)),
            lastUsed: card.lastUsedAt && momentText(card.lastUsedAt),
          },
        };
      }),
  };
};

/** Who could have a card and has none. */
async function withoutCard(context: Context): Promise<string[]> {
  const [cards, members] = await Promise.all([listCards(context), listMembers(context)]);
  const have = new Set(cards.map(({ userId }) => userId));
  return members
    .filter(({ userId, active, secondFactor }) => active && !secondFactor && !have.has(userId))
    .map(({ userId }) => userId);
}

export const actions: Actions = {
  print: async ({ request, locals }) => {
    const context = locals.context();
    requirePermission(context, 'member.edit');
    const form = await request.formData();
    const userIds = form.getAll('member').filter((id): id is string => typeof id === 'string' && isId(id));
    if (form.has('without')) userIds.push(...(await withoutCard(context)));
    if (userIds.length === 0) return fail(400, { sentence: t(locals.locale, 'cards.chooseSomebody') });
    const days = CARD_DAYS.find((each) => String(each) === textOf(form, 'days')) ?? CARD_DAYS[0];
    try {
      const [school, cards] = [await findSchool(context), await issueCards(context, { userIds, days })];
      const origin = ownAddress(request);
      return {
        sheet: {
          school: school.name,
          address: `${origin}/card`.replace(/^https?:\/\//, ''),
          onlyHere: isOnlyHere(origin) ? origin : null,
          cards: cards.map(({ displayName, jobTitle, code, expiresAt }) => ({
            ...{ displayName, jobTitle },
            code: cardCodeText(code),
            until: dayText(dayOf(expiresAt)),
            qr: qrPicture(`${origin}/card?code=${code}`),
          })),
        },
      };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  withdraw: async ({ request, locals }) => {
    requirePermission(locals.context(), 'member.edit');
    const userId = textOf(await request.formData(), 'withdraw');
    try {
      if (!isId(userId)) throw new AppError('identity.card.not-found');
      await withdrawCard(locals.context(), { userId });
    } catch (error) {
      return refused(error, locals.locale);
    }
    redirect(303, '/people/cards?withdrawn=1');
  },
};
