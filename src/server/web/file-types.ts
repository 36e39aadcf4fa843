import type { PlanFormat } from '#server/documents/write/write-plan.ts';

/** Media types of what the product writes (RFC 6838; Office formats as registered with IANA). */
export const FILE_TYPES: Record<PlanFormat, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
};
