import { isAllowed } from '#core/identity/permissions.ts';
import { fold } from '#core/kernel/text.ts';
import { listMembers } from '#server/identity/list-members.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const query = (url.searchParams.get('q') ?? '').trim();
  const words = fold(query).split(' ');
  const members = (await listMembers(context)).filter(({ displayName, username, jobTitle }) => {
    const text = fold(`${displayName} ${username} ${jobTitle ?? ''}`);
    return words.every((word) => text.includes(word));
  });
  return {
    query,
    own: context.user.id,
    role: context.role,
    mayEdit: isAllowed(context.role, 'member.edit'),
    present: members.filter(({ active }) => active),
    left: members.filter(({ active }) => !active),
  };
};
