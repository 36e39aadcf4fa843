import type { SameKeys } from '../message.ts';
import type { errors as vi } from '../vi/errors.ts';

export const errors: SameKeys<typeof vi> = {
  'error.general':
    'Something unexpected happened. What was saved is safe. Try again; if it keeps failing, tell the administrator.',
  'error.database.disk-full':
    'The disk of the server is full, so nothing could be saved now. What was saved is safe. Leave this page open and tell the administrator.',
  'error.database.away': 'The database is starting again. What was saved is safe. Wait a few seconds and try again.',
  'error.page.not-found': 'There is no such page. The address may be mistyped, or the page may have moved.',
  'error.request.foreign-origin':
    'This request came from another site and was refused. Nothing changed. Open the page again and repeat it from here.',
  'error.request.too-large': 'The request is larger than {megabytes} MB and was refused. Nothing changed.',
  'error.request.too-many-downloads':
    'You have downloaded very many files within minutes. Wait {minutes} minutes, then go on.',
  'error.upload.too-many-files':
    'At most {most} files at a time: the first {most} were received, the others were not. Please send the rest.',
  'error.upload.too-many-at-once':
    'Your school is sending many files at once, so this one was not received. Wait until the others are done, then send it again.',
  'error.upload.cut-off':
    'The transfer broke off, so the file was not received. Check the network, then send it again.',
  'error.identity.not-signed-in': 'You are not signed in, or your session has ended. Sign in and go on.',
  'error.identity.not-allowed': 'Your account may not do this. Ask the principal or the secretary.',
  'error.identity.no-membership': 'This account does not belong to a school yet. Ask the principal to add you.',
  'error.identity.wrong-credentials':
    'Wrong username or password. Type them again; mind Caps Lock and the Vietnamese keyboard.',
  'error.identity.too-many-attempts': 'Too many attempts. Wait {minutes|minute|minutes} and try again.',
  'error.identity.username-taken': 'This username is taken. Choose another one.',
  'error.organisations.already-set-up': 'The school has already been set up. Sign in with an existing account.',
  'error.organisations.not-found': 'There is no such school on this server.',
};
