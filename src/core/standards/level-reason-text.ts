import type { Answer } from './answer.ts';
import type { LevelReason } from './assessment.ts';
import { findCriterion, findLevel } from './find-in-set.ts';
import type { StandardSet } from './standard-set.ts';

export type TextLocale = 'vi' | 'en';

const ANSWER_WORDS: Record<TextLocale, Record<Answer, string>> = {
  vi: { met: 'đạt', 'not-met': 'không đạt', 'not-considered': 'chưa xét', 'not-applicable': 'không áp dụng' },
  en: { met: 'met', 'not-met': 'not met', 'not-considered': 'not considered yet', 'not-applicable': 'not applicable' },
};

export function answerText(answer: Answer, locale: TextLocale): string {
  return ANSWER_WORDS[locale][answer];
}

/** One plain sentence, without a full stop. */
export function levelReasonText(set: StandardSet, reason: LevelReason, locale: TextLocale): string {
  const word = (answer: Answer) => answerText(answer, locale);
  const vi = locale === 'vi';
  switch (reason.kind) {
    case 'criterion': {
      const name = criterionName(set, reason.criterion, locale);
      const mandatory = reason.mandatory ? (vi ? ' (bắt buộc)' : ' (mandatory)') : '';
      const parts = indicatorsWorthNaming(set, reason)
        .map((each) => `${each.code} ${word(each.answer)}`)
        .join(', ');
      const indicators = parts === '' ? '' : vi ? ` (chỉ báo ${parts})` : ` (indicators ${parts})`;
      return `${name}${mandatory}: ${vi ? 'Mức' : 'Level'} ${reason.at} ${word(reason.answer)}${indicators}`;
    }
    case 'clause':
      return `${clauseName(set, reason.clause)}: ${word(reason.answer)}`;
    case 'too-few-others': {
      const list = reason.missing
        .map((each) => `${each.criterion} (${vi ? 'Mức' : 'Level'} ${each.at} ${word(each.answer)})`)
        .join(', ');
      return vi
        ? `Chỉ ${reason.met}/${reason.of} tiêu chí còn lại đạt, cần ít nhất ${reason.needed}; còn thiếu: ${list}`
        : `Only ${reason.met} of the ${reason.of} other criteria reach it, at least ${reason.needed} must; lacking: ${list}`;
    }
    case 'below-first':
      return vi
        ? `${criterionName(set, reason.criterion, locale)} dưới Mức 1: ${word(reason.answer)}`
        : `${criterionName(set, reason.criterion, locale)} is below Level 1: ${word(reason.answer)}`;
    case 'nothing-applies':
      return vi ? 'Không tiêu chí nào được xét ở mức này' : 'No criterion applies at this level';
  }
}

/** None when the level is not divided, or when the answer for the level says it of all of them. */
function indicatorsWorthNaming(set: StandardSet, reason: Extract<LevelReason, { kind: 'criterion' }>) {
  const criterion = findCriterion(set, reason.criterion);
  const all = (criterion && findLevel(criterion, reason.at))?.indicators.length ?? 0;
  const alike = reason.indicators.length === all && reason.indicators.every((each) => each.answer === reason.answer);
  return all <= 1 || alike ? [] : reason.indicators;
}

function criterionName(set: StandardSet, code: string, locale: TextLocale): string {
  const title = findCriterion(set, code)?.title ?? '';
  return `${locale === 'vi' ? 'Tiêu chí' : 'Criterion'} ${code} ${title}`.trim();
}

function clauseName(set: StandardSet, code: string): string {
  const rule = set.levelRule;
  const clause = rule.kind === 'cumulative-all' ? rule.clauses.items.find((each) => each.code === code) : undefined;
  return clause?.reference ?? code;
}
