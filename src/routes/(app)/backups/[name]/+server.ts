import { createReadStream } from 'node:fs';
import { openBackup } from '#server/backup/open-backup.ts';
import { attachment } from '#server/web/attachment.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** A kept backup that holds this school only. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { dataDirectory } = services().config;
  const { path, name, size } = await openBackup(locals.context(), { dataDirectory, name: params.name });
  return attachment({ stream: createReadStream(path), size }, name, 'application/zip');
};
