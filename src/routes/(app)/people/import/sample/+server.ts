import { writeStaffSample } from '#server/documents/write/write-staff-sample.ts';
import { requirePermission } from '#server/identity/context.ts';
import { attachment } from '#server/web/attachment.ts';
import type { RequestHandler } from './$types';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A staff list to fill in. */
export const GET: RequestHandler = async ({ locals }) => {
  requirePermission(locals.context(), 'member.edit');
  return attachment(await writeStaffSample(), 'Danh sách nhân sự (mẫu).xlsx', XLSX);
};
