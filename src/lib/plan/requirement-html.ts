import type { Translate } from '#lib/messages/translate.ts';
import type { Criterion } from '#core/standards/standard-set.ts';
import { escapeHtml } from './escape-html.ts';

/** What a criterion asks for, level by level, with its references. */
export function requirementHtml(criterion: Criterion, setId: string, t: Translate): string {
  const levels = criterion.levels.map((level) => {
    const points = level.indicators
      .map(
        ({ code, summary, reference }) =>
          `<li><b>${escapeHtml(code)}</b> ${escapeHtml(summary)} <small>(${escapeHtml(reference)})</small></li>`,
      )
      .join('');
    return `<h4>${t('about.level', { level: level.level })}</h4><ul class="points">${points}</ul>`;
  });
  const evidence =
    criterion.evidenceHints.length === 0
      ? ''
      : `<h4>${t('about.evidence')}</h4><ul>${criterion.evidenceHints.map((hint) => `<li>${escapeHtml(hint)}</li>`).join('')}</ul>`;
  return `<section class="requirement"><h3>${t('about.requirement', { code: criterion.code })}</h3>
<p><b>${escapeHtml(criterion.title)}</b> <small>${escapeHtml(criterion.reference)}</small></p>${levels.join('')}${evidence}
<p><a href="/standards/${encodeURIComponent(setId)}/${encodeURIComponent(criterion.code)}">${t('about.openCriterion')}</a></p></section>`;
}
