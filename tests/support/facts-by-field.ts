import type { ItemField, PlanItem } from '#core/plan/plan-document.ts';

/** What each field of a form says about an item; the law "written and read back is the same" compares these. */
export const FACTS_BY_FIELD: Record<ItemField, (item: PlanItem) => unknown> = {
  criterion: ({ standard, criterion }) => ({ standard, criterion }),
  level: ({ levels }) => levels,
  need: ({ need }) => need,
  expectedResult: ({ expectedResult }) => expectedResult,
  action: ({ action, steps }) => ({ action, steps }),
  owners: ({ leads }) => leads,
  collaborators: ({ collaborators }) => collaborators,
  time: ({ time }) => time,
  budget: ({ budget: { text, amount } }) => ({ text, amount }),
  support: ({ support }) => support,
  expectedEvidence: ({ expectedEvidence }) => expectedEvidence,
  note: ({ note }) => note,
  currentState: ({ currentState }) => currentState,
  cause: ({ cause }) => cause,
  resultIndicator: ({ resultIndicator }) => resultIndicator,
  progress: ({ progress }) => progress,
};
