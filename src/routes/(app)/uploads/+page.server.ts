import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { isAllowed } from '#core/identity/permissions.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { t, translator } from '#lib/messages/translate.ts';
import { isBusy } from '#lib/plan/upload-card.ts';
import { uploadCardHtml } from '#lib/plan/upload-card-html.ts';
import { listUploadsWithPlans } from '#server/documents/list-uploads-with-plans.ts';
import { receiveUpload } from '#server/documents/receive-upload.ts';
import { throughUploadGate } from '#server/documents/upload-gate.ts';
import { DEFAULT_LIMITS } from '#server/documents/read/read-limits.ts';
import { readUploadAgain } from '#server/documents/read-upload-again.ts';
import { reviewUploadAgain } from '#server/documents/review-upload-again.ts';
import { requirePermission } from '#server/identity/context.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { eachIncomingFile } from '#server/web/incoming-files.ts';
import { readKey, writeKey } from '#server/web/page-key.ts';
import { requireSmallBody } from '#server/web/request-body.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { uploadCard } from '#server/web/upload-cards.ts';
import type { Actions, PageServerLoad } from './$types';

/** As many as a page of the store holds: one fewer means that there are no older ones. */
const PAGE = 50;

/** Files of one request: each is kept and queued before the answer comes. */
const MOST_FILES = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const context = locals.context();
  const before = readKey(url.searchParams.get('before'));
  const uploads = await listUploadsWithPlans(context, before ? { before } : {});
  const cards = uploads.map((upload) => uploadCard(upload, locals.locale));
  const last = uploads.at(-1);
  const translate = translator(locals.locale);
  const mayUpload = isAllowed(context.role, 'upload.create');
  return {
    cards: cards.map((card) => uploadCardHtml(card, translate, mayUpload)).join(''),
    count: cards.length,
    busy: cards.some(isBusy),
    first: before === null,
    older: last && uploads.length === PAGE ? writeKey(last) : null,
    mayUpload,
    limit: DEFAULT_LIMITS.fileBytes,
  };
};

export const actions: Actions = {
  /** Several files at once, each received as it flows in; a bad one does not hold up the others. */
  upload: async ({ request, locals }) => {
    const context = locals.context();
    // Asked before the files are taken in.
    requirePermission(context, 'upload.create');
    const { files, jobs, log } = services();
    const problems: { name: string; sentence: string }[] = [];
    const told = (name: string) => (error: unknown) => {
      if (!(error instanceof AppError)) throw error;
      problems.push({ name, sentence: errorSentence(locals.locale, error.code, error.details) });
    };
    const count = await throughUploadGate(context.schoolId, () =>
      eachIncomingFile(request, MOST_FILES, async ({ name, bytes }) => {
        await receiveUpload(context, { fileName: name, bytes, files, jobs, log }).catch(told(name));
      }),
    ).catch(told(''));
    if (count === 0) problems.push({ name: '', sentence: t(locals.locale, 'uploads.none') });
    if (problems.length > 0) return fail(400, { problems });
    redirect(303, '/uploads');
  },
  retry: async ({ request, locals }) => {
    requireSmallBody(request);
    const uploadId = textOf(await request.formData(), 'upload');
    try {
      await readUploadAgain(locals.context(), { uploadId, jobs: services().jobs });
    } catch (error) {
      return refusedUpload(error, locals.locale);
    }
    redirect(303, `/uploads#upload-${uploadId}`);
  },
  again: async ({ request, locals }) => {
    requireSmallBody(request);
    const uploadId = textOf(await request.formData(), 'upload');
    try {
      redirect(303, `/plans/${await reviewUploadAgain(locals.context(), { uploadId })}/review`);
    } catch (error) {
      return refusedUpload(error, locals.locale);
    }
  },
};

function refusedUpload(error: unknown, locale: Locale) {
  if (!(error instanceof AppError)) throw error;
  const sentence = errorSentence(locale, error.code, error.details);
  return fail(httpStatusOf(error.code), { problems: [{ name: '', sentence }] });
}
