import { edit, form, item, json, plan, type RouteLine, view } from './route-line.ts';
import type { Endpoint } from './routes.ts';

/** What people say about plans, also by a link. */
export const ROUTES_OF_TALK: Record<Endpoint, RouteLine> = {
  'GET /plans/[plan=id]/comments': { permission: view, path: plan('/comments') },
  'POST /plans/[plan=id]/comments?/add': {
    permission: ['plan.comment', ...view],
    path: (ids) => `/plans/${ids.open}/comments?/add`,
    asking: form(() => ({ words: 'Góp ý', about: '' })),
    status: 303,
  },
  'GET /plans/[plan=id]/comments/open': { permission: view, path: plan('/comments/open') },
  'GET /plans/[plan=id]/comments/targets': { permission: ['plan.comment', ...view], path: plan('/comments/targets') },
  'POST /plans/[plan=id]/comments?/reply': {
    permission: ['plan.comment', ...view],
    path: plan('/comments?/reply'),
    asking: form(({ talk }) => ({ parent: talk, words: 'Trả lời' })),
    status: 303,
  },
  'POST /plans/[plan=id]/comments?/settle': {
    permission: ['plan.comment', ...view],
    path: plan('/comments?/settle'),
    // In a version that never was, as a step of the plan above.
    asking: form(({ talk }) => ({ comment: talk, version: '0', settled: 'true' })),
    status: 409,
  },
  'POST /plans/[plan=id]/comments?/takeBack': {
    permission: ['plan.comment', ...view],
    path: plan('/comments?/takeBack'),
    // In a version that never was, as above.
    asking: form(({ talk }) => ({ comment: talk, version: '0' })),
    status: 409,
  },
  'POST /plans/[plan=id]/comments?/putBack': {
    permission: ['plan.comment', ...view],
    path: plan('/comments?/putBack'),
    asking: form(({ talk }) => ({ comment: talk, version: '0' })),
    status: 409,
  },
  'POST /plans/[plan=id]/comments?/answer': {
    permission: edit,
    path: (ids) => `/plans/${ids.open}/comments?/answer`,
    asking: form(({ comment }) => ({ comment, version: '1', decision: '', answer: 'Đã xem' })),
    status: 400,
  },
  'POST /plans/[plan=id]/comments?/invite': {
    permission: ['plan.consult'],
    path: (ids) => `/plans/${ids.open}/comments?/invite`,
    asking: form(() => ({ name: 'Ban đại diện cha mẹ học sinh' })),
    status: 303,
  },
  'POST /plans/[plan=id]/comments?/withdraw': {
    permission: ['plan.consult'],
    path: (ids) => `/plans/${ids.open}/comments?/withdraw`,
    asking: form(({ invitation }) => ({ invitation })),
    status: 303,
  },
  'GET /consult/[token]': { permission: 'public', path: (ids) => `/consult/${ids.token}` },
  'POST /consult/[token]?/say': {
    permission: 'public',
    path: (ids) => `/consult/${ids.token}?/say`,
    asking: form(() => ({ words: 'Góp ý', about: '' })),
    status: 303,
  },
  'POST /consult/[token]?/takeBack': {
    permission: 'public',
    path: (ids) => `/consult/${ids.token}?/takeBack`,
    // Said by somebody else, in a version that never was.
    asking: form(({ comment }) => ({ comment, version: '0' })),
    status: 409,
  },
  'POST /consult/[token]?/putBack': {
    permission: 'public',
    path: (ids) => `/consult/${ids.token}?/putBack`,
    asking: form(({ comment }) => ({ comment, version: '0' })),
    status: 409,
  },
  'GET /plans/[plan=id]/items/[item=id]/comments': { permission: view, path: item('/comments') },
  'POST /plans/[plan=id]/items/[item=id]/comments': {
    permission: ['plan.comment', ...view],
    path: item('/comments'),
    asking: json(() => ({ words: 'Góp ý' })),
    status: 201,
  },
  'POST /plans/[plan=id]/items/[item=id]/comments/[comment=id]': {
    permission: ['plan.comment', ...view],
    path: (ids) => `/plans/${ids.plan}/items/${ids.item}/comments/${ids.talk}`,
    asking: json(() => ({ version: 99, state: 'settled' })),
    status: 409,
  },
};
