/**
 * Lines with buttons that move them (`data-basis`, `data-move`): Alt with an arrow presses the button of the line one is in, and the
 * line that was moved is the one that one is in again. Without this script the buttons do the same.
 */
const KEYS: Record<string, string> = { ArrowUp: 'up', ArrowDown: 'down' };

document.addEventListener('keydown', (event) => {
  const step = event.altKey && !event.ctrlKey && !event.metaKey ? KEYS[event.key] : undefined;
  const line = (event.target as Element | null)?.closest('[data-basis]');
  if (step === undefined || !line) return;
  event.preventDefault();
  line.querySelector<HTMLButtonElement>(`[data-move="${step}"]`)?.click();
});

const moved = document.getElementById(decodeURIComponent(location.hash.slice(1)));
moved?.querySelector<HTMLButtonElement>('[data-move]:not(:disabled)')?.focus({ preventScroll: true });
