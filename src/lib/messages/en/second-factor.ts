import type { SameKeys } from '../message.ts';
import type { secondFactor as vi } from '../vi/second-factor.ts';

export const secondFactor: SameKeys<typeof vi> = {
  'twoStep.title': 'Two-step sign-in',
  'twoStep.lead':
    'After the password, you are asked for the six digits on your phone. Somebody who knows the password cannot come in with it.',
  'twoStep.on': 'On',
  'twoStep.off': 'Off',
  'twoStep.manage': 'Two-step sign-in',
  'twoStep.start': 'Switch on two-step sign-in',
  'twoStep.needs':
    'You need a phone with an app that makes codes, such as Google Authenticator, Microsoft Authenticator or Aegis. It works without a network and costs no messages.',
  'twoStep.cardsEnd':
    'Paper cards do not open an account with two-step sign-in: yours will be withdrawn. Other devices that are signed in with this account will be signed out.',
  'twoStep.scan': 'Step 1: add the account to the app',
  'twoStep.scanLead': 'Open the app on your phone, choose to add an account, and scan this picture.',
  'twoStep.qr': 'QR picture with the key for the app',
  'twoStep.key': 'Cannot scan it? Choose to type the key by hand, and type this one (time based):',
  'twoStep.confirm': 'Step 2: type the code that the app shows now',
  'twoStep.confirmSubmit': 'Switch on',
  'twoStep.clock':
    'Codes change every half minute and follow the time of day. If a right code is not taken, check the clock of the phone (set it to automatic) and the clock of the server.',
  'twoStep.codes': 'Recovery codes',
  'twoStep.codesTitle': 'Ten recovery codes of {username}',
  'twoStep.codesOn': 'Two-step sign-in is on.',
  'twoStep.codesNew': 'The old recovery codes open nothing any more.',
  'twoStep.codesLead':
    'If you lose your phone, type one of these in place of the six digits. Each works once. Print or copy them now and keep them away from the phone: this page is shown once.',
  'twoStep.print': 'Print the recovery codes',
  'twoStep.codesKept': 'I have put them away, back to my account',
  'twoStep.codesLeft': '{count} recovery codes are not used yet.',
  'twoStep.codesFew': 'You are running out of recovery codes. Make new ones and print them.',
  'twoStep.renew': 'Make new recovery codes',
  'twoStep.renewLead': 'Ten new codes take the place of the old ones.',
  'twoStep.renewSubmit': 'Make new codes',
  'twoStep.end': 'Switch off two-step sign-in',
  'twoStep.endLead': 'Then your password alone opens your account again.',
  'twoStep.endSubmit': 'Switch off',
  'twoStep.ended': 'Two-step sign-in is off.',
  'twoStep.devices': 'Devices that do not ask for a code',
  'twoStep.devicesCount': '{count} browsers are trusted: the password is enough there.',
  'twoStep.devicesNone': 'Every device asks for a code.',
  'twoStep.forget': 'Ask for a code on every device again',
  'twoStep.forgotten': 'From now on every device asks for a code.',
  'twoStep.unreadable':
    'Your key was kept under the secret of another server, so that no code is right any more. Ask the principal to remove two-step sign-in, then switch it on again.',
  'twoStep.removedNotice':
    'On {date} the principal, or whoever runs the server, removed your two-step sign-in. If you did not ask for this, find out now and change your password.',
  'twoStep.removedRead': 'I know',
  'twoStep.removedAgain': 'Switch it on again',
  'codeEntry.title': 'Code',
  'codeEntry.lead': 'The password is right. One step is left: type the six digits from the app on your phone.',
  'codeEntry.label': 'Code from the phone',
  'codeEntry.hint': 'Six digits on the phone, or a recovery code on paper',
  'codeEntry.trust': 'Do not ask for a code on this device for 30 days (only on a device of your own)',
  'codeEntry.submit': 'Sign in',
  'codeEntry.lost': 'Lost the phone, and no recovery code left? Ask the principal to remove two-step sign-in.',
  'codeEntry.back': 'Sign in with another account',
  'people.secondFactor': 'Two-step sign-in',
  'people.removeSecondFactor': 'Remove two-step sign-in',
  'people.removeSecondFactorLead':
    'When {name} has lost the phone and has no recovery code. Then the password alone opens the account; their devices are signed out, and they are told at the next sign-in.',
  'people.removeSecondFactorSubmit': 'Remove it for {name}',
  'people.secondFactorRemoved': 'Two-step sign-in is removed.',
  'people.resetSubmit': 'Reset and show the new password',
  'cards.secondFactor': 'Signs in in two steps, not by card',
  'field.code': 'Code',
  'field.code.hint': 'Six digits on the phone',
  'field.code.hintEither': 'Six digits on the phone, or a recovery code',
  'field.code.shape': 'A code is six digits on the phone. If you have recovery codes: ten characters on paper.',
  'field.code.wrong':
    'This code is not right. Type the one that is shown now; if that fails too, check the clocks of the phone and of the server.',
  'field.code.used': 'This code has just been used. Wait until the phone shows a new one.',
  'error.identity.wrong-code':
    'This code is not right. Type the one that the phone shows now; if that fails too, check that the clocks of the phone (set it to automatic) and of the server are right.',
  'error.identity.code-used':
    'This code has just been used. Wait until the phone shows a new one, about half a minute.',
  'error.identity.sign-in-lapsed': 'This sign-in has lapsed. Type your username and password again.',
  'error.identity.second-factor-unreadable':
    'The key was kept under the secret of another server, so that no code is right any more. Ask the principal to remove two-step sign-in; a principal asks whoever runs the server for: caitien user remove-second-factor USERNAME',
  'error.identity.second-factor.already-on': 'Two-step sign-in is on already.',
  'error.identity.second-factor.not-started':
    'This key is not there any more. Begin again with the button that switches two-step sign-in on.',
  'error.identity.second-factor.off': 'Two-step sign-in is off for this account.',
  'error.identity.second-factor.own': 'Switch off your own two-step sign-in on the page My account.',
  'error.identity.second-factor-needs-password':
    '{name} signs in in two steps, and no card opens such an account. Leave them out.',
};
