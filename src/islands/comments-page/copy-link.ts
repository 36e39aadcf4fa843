/** Copies what stands in the field before a button. By a page without a certificate the clipboard is reached only through a selection. */
export function offerCopy(button: HTMLButtonElement): void {
  const field = button.parentElement?.querySelector('input');
  const said = button.parentElement?.querySelector('[role=status]');
  if (!field || !said) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    void copy(field).then((done) => {
      if (done) said.textContent = button.dataset['copied'] ?? '';
    });
  });
}

async function copy(field: HTMLInputElement): Promise<boolean> {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand('copy');
  }
}
