import { json } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { receiveUpload } from '#server/documents/receive-upload.ts';
import { DEFAULT_LIMITS } from '#server/documents/read/read-limits.ts';
import { requirePermission } from '#server/identity/context.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** One file as the whole body, its name in the address: what the page sends with progress. */
export const POST: RequestHandler = async ({ request, locals, url }) => {
  const context = locals.context();
  requirePermission(context, 'upload.create');
  // Told before 200 MB are taken in.
  if (Number(request.headers.get('content-length')) > DEFAULT_LIMITS.fileBytes) {
    throw new AppError('document.too-large', { megabytes: DEFAULT_LIMITS.fileBytes / 1024 / 1024 });
  }
  const bytes = new Uint8Array(await request.arrayBuffer());
  const { files, jobs } = services();
  const fileName = url.searchParams.get('name') ?? '';
  return json({ id: await receiveUpload(context, { fileName, bytes, files, jobs }) }, { status: 201 });
};
