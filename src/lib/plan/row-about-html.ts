import type { Paragraph } from '#core/documents/block.ts';
import type { PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import type { Criterion } from '#core/standards/standard-set.ts';
import { dayText } from '#lib/dates.ts';
import type { Translate } from '#lib/messages/translate.ts';
import { escapeHtml } from './escape-html.ts';
import { placeText } from './place-text.ts';
import { requirementHtml } from './requirement-html.ts';

/** What is known about a row beside its cells: how its time is read, what its criterion asks for, its words in the source. */
export function rowAboutHtml(
  about: {
    item: PlanItem;
    criterion: Criterion | null;
    setId: string | null;
    /** Of the uploaded file; empty for a row that was typed here. */
    source: readonly Paragraph[];
    /** Where the whole source is shown; null when it is not. */
    sourceAddress: string | null;
  },
  t: Translate,
): string {
  const { item, criterion, setId } = about;
  const requirement =
    criterion && setId !== null ? requirementHtml(criterion, setId, t) : `<p>${t('about.noCriterion')}</p>`;
  return timeHtml(item.time, t) + sourceHtml(about.source, about.sourceAddress, t) + requirement;
}

function timeHtml(time: SchoolTime, t: Translate): string {
  if (time.text === null) return '';
  const meaning = timeMeaning(time, t);
  return `<section><h3>${t('about.time')}</h3><p>${escapeHtml(meaning ?? t('about.timeUnclear'))}</p></section>`;
}

/** "09/2025 đến 05/2026", "từ 09/2025", or its condition; null when nothing was understood. */
export function timeMeaning(time: SchoolTime, t: Translate): string | null {
  const { start, end, openEnded, condition } = time;
  if (start !== null && end !== null && start !== end)
    return t('about.range', { start: dayText(start), end: dayText(end) });
  if (start !== null && openEnded) return t('about.openEnded', { start: dayText(start) });
  if (start !== null) return dayText(start);
  return end === null ? condition : dayText(end);
}

function sourceHtml(source: readonly Paragraph[], address: string | null, t: Translate): string {
  const [first] = source;
  if (!first) return '';
  const place = placeText(first.place, t);
  const link =
    address === null
      ? ''
      : ` <a href="${address}#p${first.id}">${escapeHtml(place === '' ? t('about.source') : place)}</a>`;
  const words = source
    .map(({ label, text }) => `<p>${escapeHtml(label === null ? text : `${label} ${text}`)}</p>`)
    .join('');
  return `<section><h3>${t('about.source')}${link}</h3><blockquote class="excerpt">${words}</blockquote></section>`;
}
