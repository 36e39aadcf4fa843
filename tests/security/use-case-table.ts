import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#core/kernel/app-error.ts';
import { getBackupState } from '#server/backup/get-backup-state.ts';
import { openBackup } from '#server/backup/open-backup.ts';
import { requestBackup } from '#server/backup/request-backup.ts';
import { getSchoolExport, openSchoolExport, requestSchoolExport } from '#server/backup/school/school-export.ts';
import { getUpload, getUploadFile, listUploads } from '#server/documents/get-upload.ts';
import { listUploadsWithPlans } from '#server/documents/list-uploads-with-plans.ts';
import { receiveUpload } from '#server/documents/receive-upload.ts';
import { readUploadAgain } from '#server/documents/read-upload-again.ts';
import { reviewUploadAgain } from '#server/documents/review-upload-again.ts';
import { memberName } from '#server/identity/member-name.ts';
import { changeSchool } from '#server/organisations/change-school.ts';
import { findLoneSample } from '#server/organisations/find-lone-sample.ts';
import { findSchool } from '#server/organisations/find-school.ts';
import { readStandards } from '#server/web/standards.ts';
import type { UseCase } from './use-case.ts';
import { USE_CASES_OF_PEOPLE } from './use-cases-of-people.ts';
import { USE_CASES_OF_PLANS } from './use-cases-of-plans.ts';

const jobs = { send: async () => undefined, work: async () => undefined, stop: async () => undefined };

/** Backups and exports lie here; `backup-pages.db.test.ts` tries real ones. */
const NO_FOLDER = join(tmpdir(), 'caitien-no-such-folder');
const unlessNone = (error: unknown): void => {
  if (!(error instanceof AppError && error.code === 'backup.not-found')) throw error;
};

/** Every exported function of `src/server` that takes a `Context`, by its name. */
export const USE_CASES: Record<string, UseCase> = {
  findSchool: { permission: 'school.view', call: (context) => findSchool(context) },
  findLoneSample: { permission: 'school.edit', call: (context) => findLoneSample(context) },
  changeSchool: {
    permission: 'school.edit',
    call: (context) =>
      changeSchool(context, {
        version: 1,
        school: { name: 'Trường Lạ', type: 'primary', governingBody: null, place: null, schoolYear: { start: 2026 } },
      }),
  },
  getBackupState: {
    permission: 'backup.manage',
    call: (context) =>
      getBackupState(context, { dataDirectory: NO_FOLDER, backupAt: '02:00', isAlone: async () => true }),
  },
  requestBackup: {
    permission: 'backup.manage',
    call: (context) => requestBackup(context, { isAlone: async () => true, jobs }),
  },
  openBackup: {
    permission: 'backup.manage',
    call: (context) =>
      openBackup(context, { dataDirectory: NO_FOLDER, name: 'caitien-20261122-020000.zip' }).catch(unlessNone),
  },
  requestSchoolExport: { permission: 'school.export', call: (context) => requestSchoolExport(context, { jobs }) },
  getSchoolExport: {
    permission: 'school.export',
    call: (context) => getSchoolExport(context, { dataDirectory: NO_FOLDER }),
  },
  openSchoolExport: {
    permission: 'school.export',
    call: (context) => openSchoolExport(context, { dataDirectory: NO_FOLDER }).catch(unlessNone),
  },

  readStandards: { permission: 'standards.view', call: async (context) => readStandards(context).sets.length },
  memberName: { permission: null, call: (context, target) => memberName(context, target.context.user.id) },

  listUploads: { permission: 'upload.view', call: (context) => listUploads(context) },
  listUploadsWithPlans: { permission: 'upload.view', call: (context) => listUploadsWithPlans(context) },
  getUpload: { permission: 'upload.view', call: (context, { uploadId }) => getUpload(context, { uploadId }) },
  getUploadFile: {
    permission: 'upload.view',
    call: (context, { uploadId, files }) => getUploadFile(context, { uploadId, files }),
  },
  receiveUpload: {
    permission: 'upload.create',
    call: (context, { files }) =>
      receiveUpload(context, { fileName: 'a.txt', bytes: new Uint8Array([65]), files, jobs }),
  },
  readUploadAgain: {
    permission: 'upload.create',
    call: (context, { uploadId }) => readUploadAgain(context, { uploadId, jobs }),
  },
  reviewUploadAgain: {
    permission: 'plan.create',
    call: (context, { uploadId }) => reviewUploadAgain(context, { uploadId }),
  },

  ...USE_CASES_OF_PEOPLE,
  ...USE_CASES_OF_PLANS,
};
