import type { MentionTarget } from '#core/plan/life/mentions.ts';
import { MentionBox } from '../mention-box.ts';

/** What "@" offers: whatever the list of the form, or that of the page, can tick. */
function choicesOf(root: ParentNode): HTMLInputElement[] {
  return [...root.querySelectorAll<HTMLInputElement>('input[name="mention"]')];
}

function targetsOf(boxes: readonly HTMLInputElement[]): MentionTarget[] {
  const known = new Map(
    boxes.map(({ value, dataset }) => [
      value,
      { ref: value, label: dataset['label'] ?? '', hint: dataset['hint'] ?? '' },
    ]),
  );
  return [...known.values()];
}

/** "@" in the text of a form offers names. */
export function offerNames(form: HTMLFormElement): void {
  const text = form.querySelector<HTMLTextAreaElement>('textarea[name="words"]');
  if (!text) return;
  /** Picked in the text, and named only as long as they stand there. */
  const picked = new Map<string, string>();
  new MentionBox(text, {
    targets: () => Promise.resolve(targetsOf(choicesOf(document))),
    onPick: ({ ref, label }) => picked.set(ref, label),
  });
  form.addEventListener('formdata', ({ formData }) => {
    for (const [ref, label] of picked)
      if (text.value.includes(`@${label}`) && !formData.getAll('mention').includes(ref))
        formData.append('mention', ref);
  });
}
