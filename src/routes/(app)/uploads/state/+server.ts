import { json } from '@sveltejs/kit';
import { isAllowed } from '#core/identity/permissions.ts';
import { translator } from '#lib/messages/translate.ts';
import { isBusy } from '#lib/plan/upload-card.ts';
import { uploadCardHtml } from '#lib/plan/upload-card-html.ts';
import { listUploadsWithPlans } from '#server/documents/list-uploads-with-plans.ts';
import { uploadCard } from '#server/web/upload-cards.ts';
import type { RequestHandler } from './$types';

/** The newest uploads as they stand now, each as an entry of the list. */
export const GET: RequestHandler = async ({ locals }) => {
  const context = locals.context();
  const uploads = await listUploadsWithPlans(context);
  const mayUpload = isAllowed(context.role, 'upload.create');
  const translate = translator(locals.locale);
  const cards = uploads.map((upload) => uploadCard(upload, locals.locale));
  return json({
    busy: cards.some(isBusy),
    cards: cards.map((card) => ({ id: card.id, html: uploadCardHtml(card, translate, mayUpload) })),
  });
};
