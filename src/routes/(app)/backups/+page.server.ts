import { fail, redirect } from '@sveltejs/kit';
import { AppError } from '#core/kernel/app-error.ts';
import { momentText } from '#lib/dates.ts';
import { bytesText } from '#lib/bytes-text.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { t } from '#lib/messages/translate.ts';
import { getBackupState } from '#server/backup/get-backup-state.ts';
import type { BackupFailure, RunningBackup } from '#server/backup/backup-state.ts';
import { isAloneOn } from '#server/backup/list-schools.ts';
import { requestBackup } from '#server/backup/request-backup.ts';
import { getSchoolExport, requestSchoolExport } from '#server/backup/school/school-export.ts';
import { httpStatusOf } from '#server/web/http-status.ts';
import { services } from '#server/web/services.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => {
  const { locale } = locals;
  const context = locals.context();
  const { backups: tools, config } = services();
  const [state, exported] = await Promise.all([
    getBackupState(context, { ...config, isAlone: () => isAloneOn(tools.owner) }),
    getSchoolExport(context, config),
  ]);
  const asked = url.searchParams.get('asked');
  return {
    alone: state.alone,
    next: state.nextAt && momentText(state.nextAt),
    running: state.running && stepOf(state.running, locale),
    failure: state.failure && failureOf(state.failure, locale),
    asked: asked === 'backup' && state.running === null,
    backups: state.backups.map((backup) => ({
      ...backup,
      at: momentText(backup.createdAt),
      size: bytesText(backup.size, locale),
    })),
    export: {
      asked: asked === 'export' && exported.running === null,
      running: exported.running && stepOf(exported.running, locale),
      failure: exported.failure && failureOf(exported.failure, locale),
      last: exported.last && {
        ...exported.last,
        at: momentText(exported.last.createdAt),
        size: bytesText(exported.last.size, locale),
      },
    },
  };
};

export const actions: Actions = {
  now: async ({ locals }) => {
    const { backups, jobs } = services();
    try {
      await requestBackup(locals.context(), { isAlone: () => isAloneOn(backups.owner), jobs });
    } catch (error) {
      if (!(error instanceof AppError) || error.code.startsWith('identity.')) throw error;
      const sentence = errorSentence(locals.locale, error.code, error.details);
      return fail(httpStatusOf(error.code), { sentence });
    }
    redirect(303, '/backups?asked=backup');
  },
  export: async ({ locals }) => {
    await requestSchoolExport(locals.context(), { jobs: services().jobs });
    redirect(303, '/backups?asked=export');
  },
};

/** In its own units. While it reads back, how far in percent. */
function stepOf({ step, done, total }: RunningBackup, locale: Locale) {
  const label = step === 'check' ? t(locale, 'backups.step.check') : t(locale, `backups.step.${step}`, { done, total });
  return { label, done, total };
}

function failureOf({ at, code, details }: BackupFailure, locale: Locale) {
  return { at: momentText(at), sentence: errorSentence(locale, code, details) };
}
