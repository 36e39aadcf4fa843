import { isWorthReadingAgain } from '#core/documents/worth-reading-again.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import type { Locale } from '#lib/messages/locale.ts';
import { momentText } from '#lib/dates.ts';
import type { UploadCard } from '#lib/plan/upload-card.ts';
import type { UploadWithPlan } from '#server/documents/list-uploads-with-plans.ts';

/** An upload as the list shows it. */
export function uploadCard(upload: UploadWithPlan, locale: Locale): UploadCard {
  const { id, fileName, progress, error, outcome, plan } = upload;
  return {
    id,
    fileName,
    when: momentText(upload.createdAt),
    state: stateOf(upload),
    progress,
    sentence: error && errorSentence(locale, error.code, error.details),
    mayRetry: error !== null && isWorthReadingAgain(error.code),
    outcome: outcome && { ...outcome, items: plan?.rows ?? outcome.items },
    planId: plan?.id ?? null,
  };
}

function stateOf({ state, outcome, plan }: UploadWithPlan): UploadCard['state'] {
  if (state === 'received') return 'waiting';
  if (state === 'reading') return 'reading';
  if (state === 'failed') return 'failed';
  if (plan !== null) return plan.state === 'review' ? 'review' : 'accepted';
  return outcome?.kind === 'improvement-plan' ? 'discarded' : 'other';
}
