import { json, redirect } from '@sveltejs/kit';
import { readContrast, readTextSize, stepTextSize } from '#lib/display.ts';
import { isLocale } from '#lib/messages/locale.ts';
import { ownPath } from '#server/web/own-path.ts';
import { type Preferences, rememberPreferences } from '#server/web/preferences.ts';
import { services } from '#server/web/services.ts';
import type { RequestHandler } from './$types';

/** Text size, contrast and language, for anybody. Answers with JSON to the script, else leads back to the page. */
export const POST: RequestHandler = async ({ request, cookies, locals }) => {
  const form = await request.formData();
  const changed = read(form, locals);
  rememberPreferences(cookies, changed, services().config.origin.startsWith('https:'));
  if (request.headers.get('accept') !== 'application/json') redirect(303, ownPath(form.get('return')));
  const { textSize, contrast } = { ...locals, ...changed };
  return json({ textSize, contrast });
};

function read(form: FormData, now: Preferences): Partial<Preferences> {
  const step = form.get('step');
  const contrast = form.get('contrast');
  const locale = form.get('locale');
  if (step === '0') return { textSize: readTextSize(undefined) };
  if (step === '1' || step === '-1') return { textSize: stepTextSize(now.textSize, step === '1' ? 1 : -1) };
  if (typeof contrast === 'string') return { contrast: readContrast(contrast) };
  return isLocale(locale) ? { locale } : {};
}
