import type { Cookies } from '@sveltejs/kit';
import { type Contrast, readContrast, readTextSize, type TextSize } from '#lib/display.ts';
import { chooseLocale, type Locale } from '#lib/messages/locale.ts';

const YEAR = 365 * 24 * 60 * 60;

const COOKIES = { locale: 'caitien-locale', textSize: 'caitien-text-size', contrast: 'caitien-contrast' } as const;

export interface Preferences {
  locale: Locale;
  textSize: TextSize;
  contrast: Contrast;
}

/** How a person wants to see pages, remembered by their browser. */
export function readPreferences(cookies: Pick<Cookies, 'get'>, acceptLanguage: string | null): Preferences {
  return {
    locale: chooseLocale(cookies.get(COOKIES.locale), acceptLanguage),
    textSize: readTextSize(cookies.get(COOKIES.textSize)),
    contrast: readContrast(cookies.get(COOKIES.contrast)),
  };
}

export function rememberPreferences(
  cookies: Pick<Cookies, 'set'>,
  changed: Partial<Preferences>,
  secure: boolean,
): void {
  for (const [name, value] of Object.entries(changed)) {
    cookies.set(COOKIES[name as keyof Preferences], value, {
      path: '/',
      maxAge: YEAR,
      httpOnly: true,
      sameSite: 'lax',
      secure,
    });
  }
}
