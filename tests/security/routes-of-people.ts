import type { Endpoint } from './routes.ts';
import { view, member, group, form, type RouteLine } from './route-line.ts';

const nothing = () => ({ form: {} });
const PERSON = { displayName: 'Kẻ Lạ', role: 'staff', jobTitle: '', phone: '' };

const STAFF_ROWS = JSON.stringify([
  { row: 2, displayName: 'Kẻ Lạ', username: '', jobTitle: '', team: '', phone: '', role: '' },
]);

/** People of the school, their groups and cards, and the own account. */
export const ROUTES_OF_PEOPLE: Record<Endpoint, RouteLine> = {
  'GET /roles': { permission: null, path: () => '/roles' },
  'GET /people': { permission: ['member.view'], path: () => '/people?q=an' },
  'GET /people/new': { permission: ['member.edit'], path: () => '/people/new' },
  'POST /people/new': {
    permission: ['member.edit'],
    path: () => '/people/new',
    asking: () => ({ form: { ...PERSON, username: '' } }),
  },
  'GET /people/[member=id]': { permission: ['member.view', 'member.edit'], path: member('') },
  'POST /people/[member=id]?/save': {
    permission: ['member.edit'],
    path: member('?/save'),
    asking: form(() => ({ ...PERSON, version: '1' })),
    status: 303,
    consumes: 'member',
  },
  'POST /people/[member=id]?/reset': {
    permission: ['member.edit'],
    path: member('?/reset'),
    asking: form(() => ({})),
    consumes: 'member',
  },
  'POST /people/[member=id]?/removeSecondFactor': {
    permission: ['member.edit'],
    path: member('?/removeSecondFactor'),
    asking: form(() => ({})),
    // They have none.
    status: 400,
  },
  'POST /people/[member=id]?/deactivate': {
    permission: ['member.edit'],
    path: member('?/deactivate'),
    asking: form(() => ({ version: '1' })),
    status: 303,
    consumes: 'member',
  },
  'POST /people/[member=id]?/reactivate': {
    permission: ['member.edit'],
    path: member('?/reactivate'),
    asking: form(() => ({ version: '1' })),
    status: 303,
    consumes: 'member',
  },

  'GET /people/import': { permission: ['member.edit'], path: () => '/people/import' },
  'GET /people/import/sample': { permission: ['member.edit'], path: () => '/people/import/sample' },
  'POST /people/import?/look': {
    permission: ['member.edit'],
    path: () => '/people/import?/look',
    asking: () => {
      const body = new FormData();
      body.append('file', new File(['Họ và tên;Tổ\nKẻ Lạ;Lạ\n'], 'ds.csv'));
      return { body };
    },
  },
  'POST /people/import?/accept': {
    permission: ['member.edit'],
    path: () => '/people/import?/accept',
    // Nobody has seen this preview: it is shown, not done.
    asking: () => ({ form: { rows: STAFF_ROWS, digest: '' } }),
    status: 409,
  },

  'GET /people/cards': { permission: ['member.edit', 'member.view'], path: () => '/people/cards' },
  'POST /people/cards?/print': {
    permission: ['member.edit'],
    path: () => '/people/cards?/print',
    asking: form(({ member: id }) => ({ member: id, days: '30' })),
    consumes: 'member',
  },
  'POST /people/cards?/withdraw': {
    permission: ['member.edit'],
    path: () => '/people/cards?/withdraw',
    asking: form(({ member: id }) => ({ withdraw: id })),
    // They have none.
    status: 404,
    consumes: 'member',
  },
  'GET /card': { permission: 'public', path: () => '/card?code=1234567890123456', status: 303 },
  'POST /card': { permission: 'public', path: () => '/card', asking: () => ({ form: { code: '1' } }), status: 400 },

  'GET /people/groups': { permission: ['group.view', ...view], path: () => '/people/groups' },
  'POST /people/groups?/add': {
    permission: ['group.edit'],
    path: () => '/people/groups?/add',
    asking: () => ({ form: { year: '2026-2027', groupName: 'Tổ Lạ', kind: 'group' } }),
    status: 303,
  },
  'POST /people/groups?/offer': {
    permission: ['group.edit', ...view],
    path: () => '/people/groups?/offer',
    asking: () => ({ form: { year: '2026-2027', offered: 'Khu Lạ' } }),
    status: 303,
  },
  'POST /people/groups?/copy': {
    permission: ['group.edit'],
    path: () => '/people/groups?/copy',
    asking: () => ({ form: { year: '2030-2031' } }),
    status: 303,
  },
  'GET /people/groups/[group=id]': { permission: ['group.edit'], path: group('') },
  'POST /people/groups/[group=id]?/save': {
    permission: ['group.edit'],
    path: group('?/save'),
    asking: form(() => ({ version: '1', groupName: 'Tổ Lạ Hơn', kind: 'group' })),
    status: 303,
    consumes: 'group',
  },
  'POST /people/groups/[group=id]?/remove': {
    permission: ['group.edit'],
    path: group('?/remove'),
    asking: form(() => ({ version: '1' })),
    status: 303,
    consumes: 'group',
  },

  'GET /account': { permission: null, path: () => '/account' },
  'POST /account?/end': {
    permission: null,
    path: () => '/account?/end',
    // Nobody has this session: whoever asks is told so.
    asking: () => ({ form: { session: '01a200f1-96d8-718b-994f-f5fca3ad62be' } }),
    status: 404,
  },
  'POST /account?/others': {
    permission: null,
    path: () => '/account?/others',
    asking: () => ({ form: {} }),
    status: 303,
  },
  'GET /sign-in/code': { permission: 'public', path: () => '/sign-in/code', status: 303 },
  'POST /sign-in/code': {
    permission: 'public',
    path: () => '/sign-in/code',
    asking: () => ({ form: { code: '123456' } }),
    // Back to the beginning, for who has given no password; onward, for who is in.
    status: 303,
  },
  'GET /account/two-step': { permission: null, path: () => '/account/two-step' },
  'POST /account/two-step?/start': { permission: null, path: () => '/account/two-step?/start', asking: nothing },
  'POST /account/two-step?/confirm': {
    permission: null,
    path: () => '/account/two-step?/confirm',
    asking: () => ({ form: { code: '123456', password: 'đoán' } }),
    status: 400,
  },
  'POST /account/two-step?/renew': {
    permission: null,
    path: () => '/account/two-step?/renew',
    asking: () => ({ form: { code: '123456', password: 'đoán' } }),
    status: 400,
  },
  'POST /account/two-step?/end': {
    permission: null,
    path: () => '/account/two-step?/end',
    asking: () => ({ form: { code: '123456', password: 'đoán' } }),
    status: 400,
  },
  'POST /account/two-step?/forget': {
    permission: null,
    path: () => '/account/two-step?/forget',
    asking: nothing,
    status: 303,
  },
  'POST /account/two-step?/read': {
    permission: null,
    path: () => '/account/two-step?/read',
    asking: nothing,
    status: 303,
  },
  'GET /account/password': { permission: null, path: () => '/account/password' },
  'POST /account/password': {
    permission: null,
    path: () => '/account/password',
    asking: () => ({ form: { password: 'mua thu la bay', newPassword: 'mua thu la bay' } }),
    // The new one is the present one.
    status: 400,
  },
};
