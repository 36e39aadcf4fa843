import { expect, test } from 'vitest';
import { PERMISSIONS } from '#core/identity/permissions.ts';
import { findSentence } from '#lib/messages/translate.ts';

test('every permission is a sentence on the page of roles', () => {
  expect(PERMISSIONS.filter((permission) => findSentence('vi', `permission.${permission}`) === null)).toEqual([]);
});
