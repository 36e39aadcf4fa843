/** Whether somebody is in a form, or has written or chosen something in it that was not sent. */
export function isTouched(form: HTMLFormElement): boolean {
  if (form.contains(document.activeElement)) return true;
  return [...form.elements].some((control) => {
    if (control instanceof HTMLTextAreaElement) return control.value !== control.defaultValue;
    if (control instanceof HTMLSelectElement)
      return [...control.options].some((each) => each.selected !== each.defaultSelected);
    if (!(control instanceof HTMLInputElement) || control.type === 'hidden') return false;
    return control.type === 'checkbox' || control.type === 'radio'
      ? control.checked !== control.defaultChecked
      : control.value !== control.defaultValue;
  });
}
