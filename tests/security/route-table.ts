import type { Permission } from '#core/identity/permissions.ts';
import type { Asking } from './person.ts';
import type { Endpoint } from './routes.ts';

/** What a request can be about, all of one school. */
export interface Ids {
  plan: string;
  /** A row that nobody has touched: version 1. */
  item: string;
  /** A row that was taken out of the plan: version 2. */
  removed: string;
  /** A plan that waits for review, and the file it was read from. */
  review: string;
  upload: string;
  /** A colleague in version 1. */
  member: string;
  /** A group of people in version 1. */
  group: string;
  /** A plan that is open for comments, and what belongs to it. */
  open: string;
  comment: string;
  invitation: string;
  token: string;
  /** A plan that was issued once. */
  issued: string;
  /** Of `plan`. */
  version: string;
  reviewVersion: string;
}

export interface RouteLine {
  /** All that are needed; null: everybody who has signed in; `public`: everybody. */
  permission: Permission[] | null | 'public';
  /** Address with the ids in it. */
  path: (ids: Ids) => string;
  /** A request that is as it should be. */
  asking?: (ids: Ids) => Asking;
  /** Status of the answer to it; 200 when left out. */
  status?: number;
  /** Changes what it names, so that each try that succeeds needs a fresh one. */
  consumes?: 'review' | 'item' | 'removed' | 'member' | 'group';
}

const view: Permission[] = ['plan.view'];
const edit: Permission[] = ['plan.edit'];
const plan = (rest: string) => (ids: Ids) => `/plans/${ids.plan}${rest}`;
const member = (rest: string) => (ids: Ids) => `/people/${ids.member}${rest}`;
const group = (rest: string) => (ids: Ids) => `/people/groups/${ids.group}${rest}`;
const item = (rest: string) => (ids: Ids) => `/plans/${ids.plan}/items/${ids.item}${rest}`;
const review = (rest: string) => (ids: Ids) => `/plans/${ids.review}/review${rest}`;
const json = (body: (ids: Ids) => unknown) => (ids: Ids) => ({ json: body(ids) });
const form = (body: (ids: Ids) => Record<string, string>) => (ids: Ids) => ({ form: body(ids) });

const PERSON = { displayName: 'Kẻ Lạ', role: 'staff', jobTitle: '', phone: '' };

const STAFF_ROWS = JSON.stringify([
  { row: 2, displayName: 'Kẻ Lạ', username: '', jobTitle: '', team: '', phone: '', role: '' },
]);

const SCHOOL = {
  name: 'Trường Mầm non Kẻ Lạ',
  type: 'preschool',
  governingBody: 'UBND xã Lạ',
  place: 'Lạ',
  schoolYear: '2026-2027',
  displayName: 'Kẻ Lạ',
  username: 'kela',
  password: 'mua thu la bay',
};

/** Who may ask what. A route without a line makes the test fail: write down what it needs before it is served. */
export const ROUTES: Record<Endpoint, RouteLine> = {
  'GET /first-run': { permission: 'public', path: () => '/first-run', status: 303 },
  'POST /first-run?/sample': {
    permission: 'public',
    path: () => '/first-run?/sample',
    asking: () => ({ form: {} }),
    status: 409,
  },
  'GET /first-run/school': { permission: 'public', path: () => '/first-run/school', status: 303 },
  'POST /first-run/school': {
    permission: 'public',
    path: () => '/first-run/school',
    asking: () => ({ form: SCHOOL }),
    // Once there are accounts the form is gone: whoever sends it is led home.
    status: 303,
  },
  'GET /sign-in': { permission: 'public', path: () => '/sign-in', status: 303 },
  'POST /sign-in': { permission: 'public', path: () => '/sign-in', asking: () => ({ form: {} }), status: 303 },
  'POST /sign-out': { permission: 'public', path: () => '/sign-out', asking: () => ({ form: {} }), status: 303 },
  'POST /settings': {
    permission: 'public',
    path: () => '/settings',
    asking: () => ({ form: { step: '1', return: '/plans' } }),
    status: 303,
  },
  'GET /health': { permission: 'public', path: () => '/health' },

  'GET /': { permission: ['school.view', ...view], path: () => '/' },
  'GET /backups': { permission: ['backup.manage', 'school.export'], path: () => '/backups' },
  // Two schools share the server of this test, so that nobody of one may have the rows of all.
  'POST /backups?/now': {
    permission: ['backup.manage'],
    path: () => '/backups?/now',
    asking: () => ({ form: {} }),
    status: 409,
  },
  'GET /backups/[name]': {
    permission: ['backup.manage'],
    path: () => '/backups/caitien-20261122-020000.zip',
    status: 404,
  },
  'POST /backups?/export': {
    permission: ['school.export'],
    path: () => '/backups?/export',
    asking: () => ({ form: {} }),
    status: 303,
  },
  'GET /backups/export': { permission: ['school.export'], path: () => '/backups/export', status: 404 },
  'GET /standards': { permission: ['standards.view'], path: () => '/standards?q=dan+chu' },
  'GET /standards/documents': { permission: ['standards.view'], path: () => '/standards/documents?q=19' },
  'GET /standards/[set]': { permission: ['standards.view'], path: () => '/standards/tt19-2018' },
  'GET /standards/[set]/[criterion]': { permission: ['standards.view'], path: () => '/standards/tt19-2018/1.1' },

  'GET /uploads': { permission: ['upload.view', ...view], path: () => '/uploads' },
  'GET /uploads/state': { permission: ['upload.view', ...view], path: () => '/uploads/state' },
  'GET /uploads/[upload=id]/file': { permission: ['upload.view'], path: (ids) => `/uploads/${ids.upload}/file` },
  'POST /uploads/receive': {
    permission: ['upload.create'],
    path: () => '/uploads/receive?name=ghi-chu.bin',
    // Of no known format, so that it is received and refused at once.
    asking: () => ({ body: '\u0001\u0002', headers: { 'content-type': 'application/octet-stream' } }),
    status: 201,
  },
  'POST /uploads?/upload': {
    permission: ['upload.create'],
    path: () => '/uploads?/upload',
    asking: () => {
      const body = new FormData();
      body.append('files', new File(['\u0001\u0002'], 'ghi-chu.bin'));
      return { body };
    },
    status: 303,
  },
  'POST /uploads?/again': {
    permission: ['plan.create'],
    path: () => '/uploads?/again',
    asking: form(({ upload }) => ({ upload })),
    status: 303,
  },

  'GET /plans': { permission: view, path: () => '/plans' },
  'GET /plans/new': { permission: ['plan.create', 'school.view'], path: () => '/plans/new' },
  'POST /plans/new': {
    permission: ['plan.create', 'school.view'],
    path: () => '/plans/new',
    asking: () => ({ form: { set: 'tt19-2018', layout: 'nine-column', schoolYear: '2026-2027' } }),
    status: 303,
  },
  'GET /plans/[plan=id]': { permission: view, path: plan('') },
  'GET /plans/[plan=id]/rows': { permission: view, path: plan('/rows') },
  'GET /plans/[plan=id]/findings': { permission: view, path: plan('/findings') },
  'GET /plans/[plan=id]/findings/list': { permission: view, path: plan('/findings/list') },
  'GET /plans/[plan=id]/download': { permission: ['plan.download', ...view], path: plan('/download?format=json') },
  'GET /plans/[plan=id]/preview': { permission: view, path: plan('/preview') },
  'POST /plans/[plan=id]/preview': {
    permission: edit,
    path: plan('/preview'),
    asking: form(({ version }) => ({ layout: 'by-level', version })),
    status: 303,
  },
  'GET /plans/[plan=id]/document': { permission: view, path: plan('/document') },
  'POST /plans/[plan=id]/document': {
    permission: edit,
    path: plan('/document'),
    asking: form(({ version }) => ({ version, number: '9/KH', date: '05/09/2026', title: 'KẾ HOẠCH' })),
    status: 303,
  },
  'GET /plans/[plan=id]/review': { permission: ['upload.view', ...view], path: review('') },
  'POST /plans/[plan=id]/review?/facts': {
    permission: edit,
    path: review('?/facts'),
    asking: form(({ reviewVersion }) => ({
      version: reviewVersion,
      number: '9/KH',
      date: '05/09/2026',
      title: 'KẾ HOẠCH',
    })),
    status: 303,
  },
  'POST /plans/[plan=id]/review?/accept': {
    permission: edit,
    path: review('?/accept'),
    asking: () => ({ form: {} }),
    status: 303,
    consumes: 'review',
  },
  'POST /plans/[plan=id]/review?/discard': {
    permission: edit,
    path: review('?/discard'),
    asking: () => ({ form: {} }),
    status: 303,
    consumes: 'review',
  },

  'GET /plans/[plan=id]/life': { permission: view, path: plan('/life') },
  'POST /plans/[plan=id]/life': {
    permission: ['plan.submit', ...view],
    path: plan('/life'),
    // In a version that never was: refused to everybody who may, after it was asked whether they may.
    asking: form(() => ({ move: 'submit', version: '0', remark: '', dueOn: '' })),
    status: 409,
  },
  'GET /plans/[plan=id]/compare': { permission: view, path: (ids) => `/plans/${ids.issued}/compare?from=1` },
  'GET /plans/[plan=id]/issues/[revision]/[format]': {
    permission: ['plan.download', ...view],
    path: (ids) => `/plans/${ids.issued}/issues/1/pdf`,
  },
  'GET /plans/[plan=id]/comments': { permission: view, path: plan('/comments') },
  'POST /plans/[plan=id]/comments?/add': {
    permission: ['plan.comment', ...view],
    path: (ids) => `/plans/${ids.open}/comments?/add`,
    asking: form(() => ({ words: 'Góp ý', about: '' })),
    status: 303,
  },
  'POST /plans/[plan=id]/comments?/answer': {
    permission: edit,
    path: (ids) => `/plans/${ids.open}/comments?/answer`,
    asking: form(({ comment }) => ({ comment, version: '1', decision: '', answer: 'Đã xem' })),
    status: 400,
  },
  'POST /plans/[plan=id]/comments?/invite': {
    permission: ['plan.consult', ...view],
    path: (ids) => `/plans/${ids.open}/comments?/invite`,
    asking: form(() => ({ name: 'Ban đại diện cha mẹ học sinh' })),
  },
  'POST /plans/[plan=id]/comments?/withdraw': {
    permission: ['plan.consult'],
    path: (ids) => `/plans/${ids.open}/comments?/withdraw`,
    asking: form(({ invitation }) => ({ invitation })),
    status: 303,
  },
  'GET /plans/[plan=id]/next': { permission: ['plan.create', 'school.view', ...view], path: plan('/next') },
  'POST /plans/[plan=id]/next': {
    permission: ['plan.create', 'school.view', ...view],
    path: plan('/next'),
    asking: form(({ item: row }) => ({ schoolYear: '2027-2028', set: 'tt19-2018', row })),
    status: 303,
  },
  'GET /consult/[token]': { permission: 'public', path: (ids) => `/consult/${ids.token}` },
  'POST /consult/[token]': {
    permission: 'public',
    path: (ids) => `/consult/${ids.token}`,
    asking: form(() => ({ words: 'Góp ý', about: '' })),
    status: 303,
  },

  'GET /plans/[plan=id]/items/new': { permission: ['plan.edit', ...view], path: plan('/items/new') },
  'POST /plans/[plan=id]/items/new': {
    permission: ['plan.edit', ...view],
    path: plan('/items/new'),
    asking: form((ids) => ({ after: ids.item })),
    status: 303,
  },
  'POST /plans/[plan=id]/items': {
    permission: edit,
    path: plan('/items'),
    asking: json((ids) => ({ after: ids.item })),
    status: 201,
  },
  'GET /plans/[plan=id]/items/[item=id]': { permission: view, path: item('') },
  'GET /plans/[plan=id]/items/[item=id]/about': { permission: view, path: item('/about') },
  'POST /plans/[plan=id]/items/[item=id]?/save': {
    permission: ['plan.edit', ...view],
    path: item('?/save'),
    asking: form(() => ({ version: '1', note: 'ghi', 'was-note': '' })),
    status: 303,
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]?/place': {
    permission: ['plan.edit', ...view],
    path: item('?/place'),
    asking: form(() => ({ version: '1', criterion: '1.1', levels: '1' })),
    status: 303,
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]?/remove': {
    permission: edit,
    path: item('?/remove'),
    asking: form(() => ({ version: '1' })),
    status: 303,
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]/cell': {
    permission: edit,
    path: item('/cell'),
    asking: json(() => ({ version: 1, field: 'note', text: 'ghi' })),
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]/move': {
    permission: edit,
    path: item('/move'),
    asking: json(() => ({ version: 1, after: null })),
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]/remove': {
    permission: edit,
    path: item('/remove'),
    asking: json(() => ({ version: 1 })),
    consumes: 'item',
  },
  'POST /plans/[plan=id]/items/[item=id]/restore': {
    permission: edit,
    path: (ids) => `/plans/${ids.plan}/items/${ids.removed}/restore`,
    asking: json(() => ({ version: 2 })),
    consumes: 'removed',
  },

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
  'GET /account/password': { permission: null, path: () => '/account/password' },
  'POST /account/password': {
    permission: null,
    path: () => '/account/password',
    asking: () => ({ form: { password: 'mua thu la bay', newPassword: 'mua thu la bay' } }),
    // The new one is the present one.
    status: 400,
  },
};
