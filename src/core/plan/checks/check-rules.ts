import { actionRepeated } from './action-repeated.ts';
import { basisAfterDocument } from './basis-after-document.ts';
import { basisDateWrong } from './basis-date-wrong.ts';
import { basisDuplicate } from './basis-duplicate.ts';
import { basisNumberBlank } from './basis-number-blank.ts';
import { basisSuperseded } from './basis-superseded.ts';
import { basisTitleWrong } from './basis-title-wrong.ts';
import { budgetMissing } from './budget-missing.ts';
import type { CheckRule } from './check-rule.ts';
import { collaboratorMissing } from './collaborator-missing.ts';
import { contactMalformed } from './contact-malformed.ts';
import { countImpossible } from './count-impossible.ts';
import { criterionLegacy } from './criterion-legacy.ts';
import { criterionOrder } from './criterion-order.ts';
import { criterionUncovered } from './criterion-uncovered.ts';
import { criterionUnknown } from './criterion-unknown.ts';
import { documentDateMissing } from './document-date-missing.ts';
import { documentNumberMissing } from './document-number-missing.ts';
import { evidenceMissing } from './evidence-missing.ts';
import { leadMissing } from './lead-missing.ts';
import { letterheadIncomplete } from './letterhead-incomplete.ts';
import { listNumberDuplicate } from './list-number-duplicate.ts';
import { misspelling } from './misspelling.ts';
import { moneyUnbudgeted } from './money-unbudgeted.ts';
import { mottoFormat } from './motto-format.ts';
import { needIsAction } from './need-is-action.ts';
import { numberOrder } from './number-order.ts';
import { ownerUnknown } from './owner-unknown.ts';
import { percentFormatMixed } from './percent-format-mixed.ts';
import { percentMismatch } from './percent-mismatch.ts';
import { planCoversEverything } from './plan-covers-everything.ts';
import { resultAfterDocument } from './result-after-document.ts';
import { schoolNameForeign } from './school-name-foreign.ts';
import { sectionNumberDuplicate } from './section-number-duplicate.ts';
import { sectionNumberGap } from './section-number-gap.ts';
import { signerMissing } from './signer-missing.ts';
import { tableNumberGap } from './table-number-gap.ts';
import { targetAlreadyMet } from './target-already-met.ts';
import { timeAllSame } from './time-all-same.ts';
import { timeBeforeDocument } from './time-before-document.ts';
import { timeConflict } from './time-conflict.ts';
import { timeEndBeforeStart } from './time-end-before-start.ts';
import { timeImpossible } from './time-impossible.ts';
import { timeMissing } from './time-missing.ts';
import { timeOutsideSchoolYear } from './time-outside-school-year.ts';
import { unicodeMixed } from './unicode-mixed.ts';
import { wordCut } from './word-cut.ts';
import { wordDoubled } from './word-doubled.ts';

/** Every rule, in the order of `docs/checks.md`. Adding one is a file and a line here. */
export const checkRules: readonly CheckRule[] = [
  timeEndBeforeStart,
  timeImpossible,
  timeOutsideSchoolYear,
  timeBeforeDocument,
  timeAllSame,
  timeMissing,
  timeConflict,
  percentMismatch,
  percentFormatMixed,
  countImpossible,
  resultAfterDocument,
  sectionNumberDuplicate,
  sectionNumberGap,
  listNumberDuplicate,
  tableNumberGap,
  documentNumberMissing,
  documentDateMissing,
  signerMissing,
  letterheadIncomplete,
  mottoFormat,
  basisDuplicate,
  basisAfterDocument,
  basisDateWrong,
  basisTitleWrong,
  basisNumberBlank,
  basisSuperseded,
  numberOrder,
  criterionUnknown,
  criterionLegacy,
  criterionOrder,
  criterionUncovered,
  planCoversEverything,
  targetAlreadyMet,
  leadMissing,
  collaboratorMissing,
  ownerUnknown,
  budgetMissing,
  moneyUnbudgeted,
  evidenceMissing,
  needIsAction,
  actionRepeated,
  schoolNameForeign,
  contactMalformed,
  wordCut,
  wordDoubled,
  misspelling,
  unicodeMixed,
];
