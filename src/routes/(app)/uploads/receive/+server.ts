import { json } from '@sveltejs/kit';
import { receiveUpload, requireUploadSize } from '#server/documents/receive-upload.ts';
import { throughUploadGate } from '#server/documents/upload-gate.ts';
import { requirePermission } from '#server/identity/context.ts';
import { incomingBody } from '#server/web/incoming-body.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** One file as the whole body, its name in the address: what the page sends with progress. */
export const POST: RequestHandler = async ({ request, locals, url }) => {
  const context = locals.context();
  requirePermission(context, 'upload.create');
  // Told before 200 MB flow in.
  requireUploadSize(Number(request.headers.get('content-length')));
  const { files, jobs, log } = services();
  const fileName = url.searchParams.get('name') ?? '';
  const id = await throughUploadGate(context.schoolId, () =>
    receiveUpload(context, { fileName, bytes: incomingBody(request), files, jobs, log }),
  );
  return json({ id }, { status: 201 });
};
