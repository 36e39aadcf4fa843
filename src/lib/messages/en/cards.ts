import type { SameKeys } from '../message.ts';
import type { cards as vi } from '../vi/cards.ts';

export const cards: SameKeys<typeof vi> = {
  'cards.title': 'Sign-in cards',
  'cards.lead':
    'Paper cards with a QR picture and a number, for people who would rather not remember a password. Choose people, print, cut. A lost card is withdrawn and opens nothing.',
  'cards.choose': 'Choose {name}',
  'cards.state': 'Card',
  'cards.none': 'None',
  'cards.validUntil': 'Works until {date}',
  'cards.lastUsed': 'last used {moment}',
  'cards.neverUsed': 'never used',
  'cards.withdraw': 'Withdraw',
  'cards.withdrawNamed': 'Withdraw the card of {name}',
  'cards.withdrawn': 'The card is withdrawn.',
  'cards.days': 'New cards work for',
  'cards.dayCount': '{count} days',
  'cards.replaces': 'Whoever has a card and gets a new one loses the old one.',
  'cards.without': 'And everybody who has no card',
  'cards.print': 'Make cards to print',
  'cards.chooseSomebody': 'Choose at least one person.',
  'cards.ready': '{count|card is|cards are} ready to print',
  'cards.readyLead':
    'Print this page now (Ctrl + P): the numbers are kept nowhere and cannot be shown again. Whoever holds a card can come in, so keep them like keys.',
  'cards.printNow': 'Print the cards',
  'cards.onlyHere':
    'The QR pictures on these cards open on this computer only, because you have opened the system at {origin}. The numbers work everywhere. For pictures that open on telephones, open this page at the network address of the server, then make the cards.',
  'cards.card': 'Sign-in card',
  'cards.code': 'Card number',
  'cards.howTo': 'Scan the picture, or open {address} and type the number.',
  'cards.until': 'Until {date}',
  'cards.qr': 'QR picture to sign in',
  'cardEntry.title': 'Sign in with a card',
  'cardEntry.lead': 'Type the 16 digits that stand at “Card number” on your paper card.',
  'cardEntry.scanned': 'The card is read. Press the button to come in.',
  'cardEntry.submit': 'Come in',
  'cardEntry.link': 'Sign in with a paper card',
  'cardEntry.password': 'Sign in with a password',
  'error.identity.wrong-card':
    'The card number is not right, or the card has expired or was withdrawn. Look at each digit again; if that does not help, ask the principal for a new card.',
  'error.identity.card.not-found': 'This person has no card that works.',
  'error.identity.second-factor-needed':
    'This account uses two-step sign-in, so a card does not open it. Sign in with the password.',
};
