import { getUploadFile } from '#server/documents/get-upload.ts';
import { attachment } from '#server/web/attachment.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** The file as it was brought. Always a download: what a stranger made is never shown as a page of ours. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { fileName, ...file } = await getUploadFile(locals.context(), {
    uploadId: params.upload,
    files: services().files,
  });
  return attachment(file, fileName, 'application/octet-stream');
};
