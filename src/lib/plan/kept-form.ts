/** What the browser keeps of a form that is not saved yet. */
export interface KeptForm {
  /** By name of the field, hidden ones too: the version that was read goes along, so that nobody else's words are overwritten. */
  values: Record<string, string>;
  /** It was sent; whether it arrived is not known here. */
  sent: boolean;
}

/** How the server gave the page: freshly, right after saving the form, or with the form as it was typed and what is wrong in it. */
export type PageState = 'fresh' | 'saved' | 'answered';

/**
 * What is to happen with the words kept from an earlier visit, once the page is there again: they stand in the form again, unless
 * they arrived meanwhile or the server gave them back itself.
 */
export function whatToDo(
  kept: KeptForm | null,
  state: PageState,
  shown: Readonly<Record<string, string>>,
): 'nothing' | 'forget' | 'restore' {
  if (kept === null) return 'nothing';
  if (state === 'answered' || (state === 'saved' && kept.sent)) return 'forget';
  const names = Object.keys(kept.values).filter((name) => name in shown);
  return names.some((name) => kept.values[name] !== shown[name]) ? 'restore' : 'forget';
}
