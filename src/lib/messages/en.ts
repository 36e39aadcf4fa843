import { account } from './en/account.ts';
import { backups } from './en/backups.ts';
import { cards } from './en/cards.ts';
import { comments } from './en/comments.ts';
import { entry } from './en/entry.ts';
import { errors } from './en/errors.ts';
import { groups } from './en/groups.ts';
import { home } from './en/home.ts';
import { liveParts } from './en/live-parts.ts';
import { people } from './en/people.ts';
import { planBases } from './en/plan-bases.ts';
import { planKinds } from './en/plan-kinds.ts';
import { plans } from './en/plans.ts';
import { planLife } from './en/plan-life.ts';
import { planTable } from './en/plan-table.ts';
import { secondFactor } from './en/second-factor.ts';
import { shell } from './en/shell.ts';
import { staffList } from './en/staff-list.ts';
import { standards } from './en/standards.ts';
import { talk } from './en/talk.ts';
import { uploads } from './en/uploads.ts';
import type { SameKeys } from './message.ts';
import type { vi } from './vi.ts';

/** Every sentence of the interface in English: exactly the keys of `vi`. */
export const en: SameKeys<typeof vi> = {
  ...shell,
  ...account,
  ...secondFactor,
  ...people,
  ...groups,
  ...cards,
  ...staffList,
  ...backups,
  ...errors,
  ...entry,
  ...home,
  ...standards,
  ...uploads,
  ...plans,
  ...planBases,
  ...planKinds,
  ...planTable,
  ...planLife,
  ...comments,
  ...talk,
  ...liveParts,
};
