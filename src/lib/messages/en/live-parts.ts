import type { SameKeys } from '../message.ts';
import type { liveParts as vi } from '../vi/live-parts.ts';

/** As `vi/live-parts.ts`. */
export const liveParts: SameKeys<typeof vi> = {
  'liveParts.somebody': 'Somebody',
  'liveParts.changed': '{name} just changed: {parts}.',
  'liveParts.added': '{section} (new)',
  'liveParts.removed': '{section} (removed)',
  'liveParts.theirs':
    '{name} has just saved this part as follows. What you are typing is untouched; choose one, or put both together in your box.',
  'liveParts.takeTheirs': 'Take the other one',
  'liveParts.keepMine': 'Keep mine',
  'liveParts.blank': '(blank)',
  'liveParts.lost':
    '{name} has just removed this section. What you typed is still here and not saved; copy it to another section if you need it.',
  'liveParts.dropMine': 'Drop my words',
  'liveParts.bases': 'the list of legal bases',
  'liveParts.show': 'Show',
  'liveParts.here': '{names} at this part',
  'liveParts.atTable': 'table of items',
  'liveParts.others': 'and {count} more',
  'liveParts.locked':
    'The plan took its next step and cannot be saved here any more. Unsaved words are kept on this computer.',
  'liveParts.signedOut':
    'Your session is over. Unsaved words are kept on this computer; sign in and open this page again.',
  'liveParts.notAllowed': 'You may not see this plan any more.',
};
