import { fail, redirect } from '@sveltejs/kit';
import { keyText } from '#core/identity/typed-code.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { confirmSecondFactor } from '#server/identity/confirm-second-factor.ts';
import type { Context } from '#server/identity/context.ts';
import { endSecondFactor } from '#server/identity/end-second-factor.ts';
import { acknowledgeRemoval, forgetOwnDevices, getOwnSecondFactor } from '#server/identity/own-second-factor.ts';
import type { Proof } from '#server/identity/prove-oneself.ts';
import { renewRecoveryCodes } from '#server/identity/renew-recovery-codes.ts';
import { findStartedFactor, type PhoneKey, startSecondFactor } from '#server/identity/start-second-factor.ts';
import { qrPicture } from '#server/web/qr-picture.ts';
import { services } from '#server/web/services.ts';
import { textOf } from '#server/web/text-of.ts';
import { refused } from '../../../refused.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals, url }) => ({
  username: locals.user?.username ?? '',
  ...(await getOwnSecondFactor(locals.context(), services())),
  ended: url.searchParams.has('ended'),
  forgotten: url.searchParams.has('forgotten'),
});

export const actions: Actions = {
  /** A new key each time, so that nobody confirms one that somebody else has seen. */
  start: async ({ locals }) => {
    try {
      return { setUp: shown(await startSecondFactor(locals.context(), whose(locals))) };
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  confirm: async (event) => {
    const { locals } = event;
    const context = locals.context();
    try {
      const told = await confirmSecondFactor(context, {
        ...(await proofOf(event)),
        sessionId: locals.session?.id ?? '',
      });
      if (told.ok) return { codes: told.codes, first: true };
      const key = await findStartedFactor(context, whose(locals));
      return fail(400, { setUp: key && shown(key), ...problemsOf(event, told.problem) });
    } catch (error) {
      return refused(error, locals.locale);
    }
  },
  renew: async (event) => {
    try {
      const told = await renewRecoveryCodes(event.locals.context(), await proofOf(event));
      if (told.ok) return { codes: told.codes, first: false };
      return fail(400, { asked: 'renew', ...problemsOf(event, told.problem) });
    } catch (error) {
      return refused(error, event.locals.locale);
    }
  },
  end: async (event) => {
    try {
      const problem = await endSecondFactor(event.locals.context(), await proofOf(event));
      if (problem) return fail(400, { asked: 'end', ...problemsOf(event, problem) });
    } catch (error) {
      return refused(error, event.locals.locale);
    }
    redirect(303, '/account/two-step?ended=1');
  },
  forget: ({ locals }) => doThen(locals.context(), forgetOwnDevices, '/account/two-step?forgotten=1'),
  read: ({ locals }) => doThen(locals.context(), acknowledgeRemoval, '/'),
};

async function doThen(context: Context, work: (context: Context) => Promise<void>, path: string): Promise<never> {
  await work(context);
  redirect(303, path);
}

function whose(locals: App.Locals): { seal: Proof['seal']; username: string } {
  return { seal: services().seal, username: locals.user?.username ?? '' };
}

async function proofOf({ request, locals, getClientAddress }: RequestEvent): Promise<Proof> {
  const form = await request.formData();
  return {
    ...whose(locals),
    password: textOf(form, 'password'),
    code: textOf(form, 'code').slice(0, 100),
    address: getClientAddress(),
  };
}

function problemsOf({ locals }: RequestEvent, problem: FieldProblem) {
  return { problems: [fieldSentence(locals.locale, problem)] };
}

function shown({ key, address }: PhoneKey) {
  return { key: keyText(key), qr: qrPicture(address) };
}
