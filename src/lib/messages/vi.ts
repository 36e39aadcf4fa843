import { account } from './vi/account.ts';
import { backups } from './vi/backups.ts';
import { cards } from './vi/cards.ts';
import { comments } from './vi/comments.ts';
import { entry } from './vi/entry.ts';
import { errors } from './vi/errors.ts';
import { groups } from './vi/groups.ts';
import { home } from './vi/home.ts';
import { liveParts } from './vi/live-parts.ts';
import { people } from './vi/people.ts';
import { planBases } from './vi/plan-bases.ts';
import { planKinds } from './vi/plan-kinds.ts';
import { plans } from './vi/plans.ts';
import { planLife } from './vi/plan-life.ts';
import { planTable } from './vi/plan-table.ts';
import { secondFactor } from './vi/second-factor.ts';
import { shell } from './vi/shell.ts';
import { staffList } from './vi/staff-list.ts';
import { standards } from './vi/standards.ts';
import { talk } from './vi/talk.ts';
import { uploads } from './vi/uploads.ts';

/** Every sentence of the interface in Vietnamese. A new area is one file in `vi/`, one in `en/`, and a line here and in `en.ts`. */
export const vi = {
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
} as const;
