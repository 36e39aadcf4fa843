import { getContext, setContext } from 'svelte';
import type { Locale } from './locale.ts';
import { t, type Translate } from './translate.ts';

const KEY = Symbol('messages');

/** Called once by the root layout; the language is read each time, so that a change is seen at once. */
export function provideMessages(locale: () => Locale): void {
  setContext(KEY, locale);
}

/** In a component: `const t = useMessages(); … {t('shell.signOut')}`. */
export function useMessages(): Translate {
  const locale = getContext<() => Locale>(KEY);
  return (key, ...values) => t(locale(), key, ...values);
}

export function useLocale(): () => Locale {
  return getContext<() => Locale>(KEY);
}
