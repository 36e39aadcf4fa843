import type { Translate } from '#lib/messages/translate.ts';
import { escapeHtml } from './escape-html.ts';
import { type HtmlIcon, iconHtml } from './icon-html.ts';
import type { UploadCard } from './upload-card.ts';

const ICONS: Record<UploadCard['state'], HtmlIcon> = {
  waiting: 'reading',
  reading: 'reading',
  review: 'review',
  accepted: 'success',
  failed: 'error',
  other: 'other',
  discarded: 'other',
};

/**
 * One uploaded file as an entry of the list. One function for the page and for the progress that is fetched later. `mayWrite`: the
 * person may bring files and make plans of them.
 */
export function uploadCardHtml(card: UploadCard, t: Translate, mayWrite: boolean): string {
  const name = escapeHtml(card.fileName);
  return `<li class="card ${card.state}" id="upload-${card.id}" data-id="${card.id}">
<div class="what"><h3>${name}</h3><p class="when">${card.when}</p></div>
<div class="state"><p class="tag">${iconHtml(ICONS[card.state])}<span>${stateWord(card, t)}</span></p>${detailHtml(card, t)}</div>
<div class="next">${actionHtml(card, t, mayWrite)}<a class="original" href="/uploads/${card.id}/file" aria-label="${t('uploads.original')}: ${name}">${t('uploads.original')}</a></div>
</li>`;
}

function stateWord(card: UploadCard, t: Translate): string {
  const words: Record<UploadCard['state'], string> = {
    waiting: t('uploads.waiting'),
    reading: t('uploads.stateReading'),
    review: t('uploads.stateReview'),
    accepted: t('uploads.stateAccepted'),
    failed: t('uploads.stateFailed'),
    other: t('uploads.stateOther'),
    discarded: t('uploads.stateDiscarded'),
  };
  return words[card.state];
}

function detailHtml(card: UploadCard, t: Translate): string {
  if (card.state === 'reading') return progressHtml(card, t);
  if (card.sentence !== null) return `<p>${escapeHtml(card.sentence)}</p>`;
  const { outcome } = card;
  if (outcome === null) return '';
  if (card.state === 'other') {
    const reason = outcome.kindReason === '' ? '' : ` (${escapeHtml(outcome.kindReason)})`;
    return `<p>${t(`uploads.other.${kindOf(outcome.kind)}`)}${reason} ${t('uploads.otherKept')}</p>`;
  }
  const unread = outcome.unread === 0 ? t('uploads.allRead') : t('uploads.unread', { count: outcome.unread });
  const legacy = outcome.legacyScheme ? `<p>${t('uploads.legacy')}</p>` : '';
  const items = outcome.items === 0 ? t('uploads.noItems') : t('uploads.items', { count: outcome.items });
  return `<p>${items}, ${unread}</p>${legacy}`;
}

type ReadingStep = NonNullable<UploadCard['progress']>['step'];
type OtherKind = 'self-assessment-report' | 'external-evaluation-report' | 'result-notice' | 'other';

function kindOf(kind: NonNullable<UploadCard['outcome']>['kind']): OtherKind {
  return kind === 'improvement-plan' ? 'other' : kind;
}

function progressHtml(card: UploadCard, t: Translate): string {
  const { step, done, total } = card.progress ?? { step: 'open' as const, done: 0, total: 0 };
  const label = stepText(step, done, total, t);
  const amount = total > 0 ? ` value="${done}" max="${total}"` : '';
  return `<p id="step-${card.id}">${label}</p><progress aria-labelledby="step-${card.id}"${amount}></progress>`;
}

/** While words of pictures are recognised the parts are counted; the rows of what was read are found at once. */
function stepText(step: ReadingStep, done: number, total: number, t: Translate): string {
  if (step === 'page') return pageText(done, total, t);
  return step === 'recognise' && total > 0 ? t('uploads.step.picture') : t(`uploads.step.${step}`);
}

function pageText(done: number, total: number, t: Translate): string {
  return total > 0 ? t('uploads.step.page', { done, total }) : t('uploads.step.pageUnknown', { done });
}

function actionHtml(card: UploadCard, t: Translate, mayWrite: boolean): string {
  const about = `<span class="visually-hidden">: ${escapeHtml(card.fileName)}</span>`;
  if (card.state === 'accepted' && card.planId !== null)
    return `<a class="go" href="/plans/${card.planId}">${t('uploads.openPlan')}${about}</a>`;
  if (!mayWrite) return '';
  if (card.state === 'review' && card.planId !== null)
    return `<a class="go main" href="/plans/${card.planId}/review">${t('uploads.review')}${about}</a>`;
  if (card.state === 'other') return `<a class="go" href="/plans/new">${t('plans.new')}${about}</a>`;
  if (card.state === 'discarded') return buttonHtml('again', card);
  if (card.state === 'failed' && card.mayRetry) return buttonHtml('retry', card);
  return '';

  function buttonHtml(action: 'again' | 'retry', { id }: UploadCard): string {
    return `<form method="POST" action="?/${action}"><input type="hidden" name="upload" value="${id}"><button class="go">${t('uploads.readAgain')}${about}</button></form>`;
  }
}
