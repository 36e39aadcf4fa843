/** Interface languages. Vietnamese is the first; English is a full second. */
export const LOCALES = ['vi', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = 'vi';

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/**
 * The language to answer in: the remembered choice, else the browser's first language that we speak, else Vietnamese.
 * @param remembered value of the cookie, when there is one
 * @param acceptLanguage the header as sent, "en-GB,en;q=0.8,vi;q=0.5"
 */
export function chooseLocale(remembered: string | undefined, acceptLanguage: string | null): Locale {
  if (isLocale(remembered)) return remembered;
  return preferredLanguages(acceptLanguage ?? '').find(isLocale) ?? DEFAULT_LOCALE;
}

function preferredLanguages(header: string): string[] {
  return header
    .split(',')
    .map((entry) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
      return {
        language: tag.trim().toLowerCase().split('-')[0] ?? '',
        quality: quality ? Number(quality.trim().slice(2)) : 1,
      };
    })
    .filter(({ language, quality }) => language !== '' && quality > 0)
    .sort((a, b) => b.quality - a.quality)
    .map(({ language }) => language);
}
