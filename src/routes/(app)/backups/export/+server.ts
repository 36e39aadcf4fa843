import { createReadStream } from 'node:fs';
import { dayOf } from '#lib/dates.ts';
import { openSchoolExport } from '#server/backup/school/school-export.ts';
import { attachment } from '#server/web/attachment.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** The last export of the school. */
export const GET: RequestHandler = async ({ locals }) => {
  const { dataDirectory } = services().config;
  const { path, size, createdAt } = await openSchoolExport(locals.context(), { dataDirectory });
  return attachment(
    { stream: createReadStream(path), size },
    `cai-tien-truong-${dayOf(createdAt)}.zip`,
    'application/zip',
  );
};
