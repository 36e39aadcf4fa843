import type { RequestEvent } from '@sveltejs/kit';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { sequence } from '@sveltejs/kit/hooks';
import { AppError, type AppErrorCode } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { escapeHtml } from '#lib/plan/escape-html.ts';
import { DEFAULT_LIMITS } from '#server/documents/read/read-limits.ts';
import { findSession } from '#server/identity/find-session.ts';
import { hasAccounts } from '#server/identity/has-accounts.ts';
import { compress } from '#server/web/compress.ts';
import { databaseFailure } from '#server/platform/database-failure.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { DOWNLOAD_ROUTES, limitDownloads } from '#server/web/limit-downloads.ts';
import { readPreferences } from '#server/web/preferences.ts';
import { isRefusedValue, refuseBrokenForms, requireSmallBody } from '#server/web/request-body.ts';
import { isForeignWrite, NOTHING_RUNS, securityHeaders } from '#server/web/security.ts';
import { openServices, services } from '#server/web/services.ts';
import lastResort from './error.html?raw';

/** Routes that need no session. Everything else is closed to people who have not signed in. */
const PUBLIC_ROUTES = new Set([
  '/(entry)/first-run',
  '/(entry)/first-run/school',
  '/(entry)/sign-in',
  '/(entry)/sign-in/code',
  '/(entry)/card',
  '/settings',
  '/(entry)/consult/[token]',
  '/sign-out',
  '/health',
]);
/** Routes that work before the first school exists. */
const FIRST_RUN_ROUTES = new Set(['/(entry)/first-run', '/(entry)/first-run/school', '/settings', '/health']);

/** Where somebody with a password that another has given may go before they have changed it. */
const NEW_PASSWORD = '/account/password';
const BEFORE_NEW_PASSWORD = new Set(['/(app)/account/password', '/settings', '/sign-out', '/health']);

/** Routes that take files in; they judge the size themselves. */
const FILE_ROUTES = new Set(['/(app)/uploads', '/(app)/uploads/receive']);

export const init: ServerInit = async () => {
  await openServices();
};

const show: Handle = async ({ event, resolve }) => {
  const { cookies, request, locals } = event;
  Object.assign(locals, readPreferences(cookies, request.headers.get('accept-language')), {
    user: null,
    membership: null,
    session: null,
  });
  locals.context = () => {
    const { user, membership } = locals;
    if (!user || !membership) throw new AppError('identity.not-signed-in');
    const { db, clock } = services();
    return { db, clock, schoolId: membership.schoolId, role: membership.role, user };
  };
  const response = await resolve(event, {
    transformPageChunk: ({ html }) => fillRoot(html, locals),
  });
  const https = services().config.origin.startsWith('https:');
  for (const [name, value] of Object.entries(securityHeaders({ https }))) response.headers.set(name, value);
  // Pages bring the policy of the framework; a fragment or a file that is opened by itself may run nothing at all.
  if (!response.headers.has('content-security-policy')) response.headers.set('content-security-policy', NOTHING_RUNS);
  if (locals.user && !response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-store');
  return compress(response, request.headers.get('accept-encoding'));
};

/** The attributes of `app.html`. All of them stand before the head: a page may be long, and each replacement copies what it looks through. */
function fillRoot(html: string, { locale, textSize, contrast, user }: App.Locals): string {
  const head = html.indexOf('<head>');
  if (head < 0) return html;
  const root = html
    .slice(0, head)
    .replace('%caitien.locale%', locale)
    .replace('%caitien.textSize%', textSize)
    .replace('%caitien.contrast%', contrast)
    .replace('%caitien.person%', user?.id ?? '');
  return root + html.slice(head);
}

const refuseForeignWrites: Handle = ({ event, resolve }) => {
  const own = [event.request.headers.get('host') ?? '', new URL(services().config.origin).host];
  if (!isForeignWrite(event.request, own)) return resolve(event);
  return refuse(event, 'request.foreign-origin');
};

const guardBody: Handle = ({ event, resolve }) => {
  const { request, route } = event;
  try {
    if (!FILE_ROUTES.has(route.id ?? '')) requireSmallBody(request);
  } catch (error) {
    if (error instanceof AppError) return refuse(event, error.code, error.details);
    throw error;
  }
  refuseBrokenForms(request);
  return resolve(event);
};

let setUp = false;

const leadToFirstRun: Handle = async ({ event, resolve }) => {
  setUp ||= await hasAccounts(services().db);
  if (!setUp && !FIRST_RUN_ROUTES.has(event.route.id ?? '')) return leadTo('/first-run');
  return resolve(event);
};

const requireSession: Handle = async ({ event, resolve }) => {
  const { locals, route, url } = event;
  const session = setUp ? await findSession(services(), event.request.headers) : null;
  if (session) Object.assign(locals, session);
  if (session || PUBLIC_ROUTES.has(route.id ?? '')) return resolve(event);
  if (event.request.method !== 'GET') return refuse(event, 'identity.not-signed-in');
  const next = url.pathname + url.search;
  return leadTo(next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
};

/** Answers of ours before a route was reached: returned, not thrown, so that they too carry the headers of `show`. */
function leadTo(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}

/** Whoever is at a browser gets the page of last resort, with a way back; a program gets the sentence. */
function refuse(event: RequestEvent, code: AppErrorCode, details: AppError['details'] = {}): Response {
  const sentence = errorSentence(event.locals.locale, code, details);
  const isPerson = event.request.headers.get('accept')?.includes('text/html') ?? false;
  const [type, body] = isPerson
    ? ['html', lastResort.replaceAll('%sveltekit.error.message%', () => escapeHtml(sentence))]
    : ['plain', sentence];
  return new Response(body, { status: httpStatusOf(code), headers: { 'content-type': `text/${type}; charset=utf-8` } });
}

/** A one-time password opens the door to one room only: where it is changed. */
const requireOwnPassword: Handle = ({ event, resolve }) => {
  const { locals, route, request } = event;
  if (!locals.session?.mustChangePassword || BEFORE_NEW_PASSWORD.has(route.id ?? '')) return resolve(event);
  if (request.method !== 'GET') return refuse(event, 'identity.password-change.not-allowed');
  return leadTo(NEW_PASSWORD);
};

/** After the session is known, before any work is done. */
const guardDownloads: Handle = async ({ event, resolve }) => {
  const { locals, route } = event;
  if (!locals.user || !DOWNLOAD_ROUTES.has(route.id ?? '')) return resolve(event);
  try {
    await limitDownloads(services(), locals.user.id);
  } catch (error) {
    if (error instanceof AppError) return refuse(event, error.code, error.details);
    throw error;
  }
  return resolve(event);
};

export const handle = sequence(
  show,
  refuseForeignWrites,
  guardBody,
  leadToFirstRun,
  requireSession,
  requireOwnPassword,
  guardDownloads,
);

/** The one place where an error becomes an HTTP answer: known codes get their status and sentence, all else is logged. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  const locale = event.locals.locale ?? 'vi';
  const failure = databaseFailure(error);
  if (failure) services().log.error(failure.code, failure.cause, { route: event.route.id });
  const told = failure ?? error;
  if (kind === 'unknown' && told instanceof AppError) {
    return {
      status: httpStatusOf(told.code),
      code: told.code,
      message: errorSentence(locale, told.code, told.details),
    };
  }
  if (kind === 'unknown' && isRefusedValue(error)) {
    services().log.warn('web.value-refused', { route: event.route.id });
    return { status: 400, code: 'request.invalid', message: errorSentence(locale, 'request.invalid') };
  }
  if (kind === 'unknown') {
    services().log.error('web.failed', error, { route: event.route.id });
    return { status: 500, code: 'general', message: errorSentence(locale, 'general') };
  }
  if (error.status === 413) {
    const megabytes = DEFAULT_LIMITS.fileBytes / 1024 / 1024;
    return { code: 'document.too-large', message: errorSentence(locale, 'document.too-large', { megabytes }) };
  }
  if (error.status === 404) return { code: 'page.not-found', message: errorSentence(locale, 'page.not-found') };
  return {};
};
