/** Whether somebody is in a form, or has written or chosen something in it that was not sent. */
export function isTouched(form: HTMLFormElement): boolean {
  return form.contains(document.activeElement) || isChanged(form);
}

/** Whether a form says something else than the server gave it. */
export function isChanged(form: HTMLFormElement): boolean {
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (control instanceof HTMLSelectElement) return control.selectedIndex !== defaultIndex(control);
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
    return control.type === 'checkbox' || control.type === 'radio'
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  });
}

/** Without a word of the server the first choice stands there. */
function defaultIndex({ options }: HTMLSelectElement): number {
  return Math.max(
    [...options].findIndex((option) => option.defaultSelected),
    Math.min(0, options.length - 1),
  );
}
