import type { Endpoint } from './routes.ts';
import { view, form, type RouteLine } from './route-line.ts';
import { ROUTES_OF_PEOPLE } from './routes-of-people.ts';
import { ROUTES_OF_PLANS } from './routes-of-plans.ts';
import { ROUTES_OF_TALK } from './routes-of-talk.ts';

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
  'GET /school': { permission: ['school.edit', 'school.view'], path: () => '/school' },
  'POST /school': {
    permission: ['school.edit'],
    path: () => '/school',
    // A version that no school has.
    asking: () => ({ form: { ...SCHOOL, version: '0' } }),
    status: 409,
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
  'POST /uploads?/retry': {
    permission: ['upload.create'],
    path: () => '/uploads?/retry',
    asking: form(({ upload }) => ({ upload })),
    status: 303,
  },
  'POST /uploads?/again': {
    permission: ['plan.create'],
    path: () => '/uploads?/again',
    asking: form(({ upload }) => ({ upload })),
    status: 303,
  },

  ...ROUTES_OF_PLANS,
  ...ROUTES_OF_TALK,
  ...ROUTES_OF_PEOPLE,
};
