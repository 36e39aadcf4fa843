import type { Permission } from '#core/identity/permissions.ts';

/**
 * The way of a plan: read from a file (`review`), written (`draft`), shown to others (`consultation`), handed to the principal
 * (`submitted`), sent back (`returned`) or accepted (`approved`), signed and numbered (`issued`), ended (`closed`). A revision takes
 * an issued plan back to `draft`; what was issued stays as it is. `history` was issued before the school worked here, and was brought
 * in with its file: no step leads from it.
 */
export const PLAN_STATES = [
  'review',
  'draft',
  'consultation',
  'submitted',
  'returned',
  'approved',
  'issued',
  'closed',
  'history',
] as const;

export type PlanState = (typeof PLAN_STATES)[number];

/** What people can do with a plan as a whole. */
export const PLAN_MOVES = [
  'open-consultation',
  'end-consultation',
  'submit',
  'withdraw',
  'approve',
  'return',
  'issue',
  'revise',
  'drop-revision',
  'close',
  'reopen',
] as const;

export type PlanMove = (typeof PLAN_MOVES)[number];

export interface MoveRule {
  from: readonly PlanState[];
  to: PlanState;
  permission: Permission;
  /** Members of a group may take it with the plan of their group, who may write in it. */
  byOwnGroup?: true;
  /** Words that must go with it: what to mend, why it is revised. */
  needsRemark?: true;
}

/** Who may take which step from where. Nothing else changes the state of a plan, but for accepting one that was read from a file. */
export const MOVE_RULES: Record<PlanMove, MoveRule> = {
  'open-consultation': { from: ['draft', 'returned'], to: 'consultation', permission: 'plan.consult' },
  'end-consultation': { from: ['consultation'], to: 'draft', permission: 'plan.consult' },
  submit: { from: ['draft', 'consultation', 'returned'], to: 'submitted', permission: 'plan.submit', byOwnGroup: true },
  withdraw: { from: ['submitted'], to: 'draft', permission: 'plan.submit', byOwnGroup: true },
  approve: { from: ['submitted'], to: 'approved', permission: 'plan.approve' },
  return: { from: ['submitted', 'approved'], to: 'returned', permission: 'plan.approve', needsRemark: true },
  issue: { from: ['approved'], to: 'issued', permission: 'plan.issue' },
  revise: { from: ['issued'], to: 'draft', permission: 'plan.revise', needsRemark: true },
  'drop-revision': { from: ['draft'], to: 'issued', permission: 'plan.revise' },
  close: { from: ['issued'], to: 'closed', permission: 'plan.close' },
  reopen: { from: ['closed'], to: 'issued', permission: 'plan.close', needsRemark: true },
};

/** Moves that lead on; the others lead back, aside or end it. The first that a person may take is the one to offer. */
const ONWARD: Record<PlanState, readonly PlanMove[]> = {
  review: [],
  draft: ['submit'],
  consultation: ['submit'],
  returned: ['submit'],
  submitted: ['approve'],
  approved: ['issue'],
  // It is carried out for a year; what ends it should not lie under the finger that has just issued it.
  issued: [],
  closed: [],
  history: [],
};

/** Whether rows and text may be written; once submitted, the plan is what the principal reads. */
export function isEditable(state: PlanState): boolean {
  return state === 'review' || state === 'draft' || state === 'consultation' || state === 'returned';
}

/** Whether the plan as it stands is what was issued last. */
export function isIssued(state: PlanState): boolean {
  return state === 'issued' || state === 'closed' || state === 'history';
}

/** Whether the answer to a comment of a consultation may still be given or changed: it stands as it stood when its revision was issued. */
export function isAnswerOpen(plan: { state: PlanState; revision: number }, comment: { revision: number }): boolean {
  return !isIssued(plan.state) && plan.revision === comment.revision;
}

/** The step that leads on from here, for whoever may take it; null while it is carried out, and at the end of the way. */
export function nextMove(state: PlanState): PlanMove | null {
  return ONWARD[state][0] ?? null;
}

/** The steps that can be taken from here, `revision` being 1 for a plan that was never issued. */
export function movesFrom(state: PlanState, revision: number): PlanMove[] {
  return PLAN_MOVES.filter((move) => isPossible(move, state, revision));
}

export function isPossible(move: PlanMove, state: PlanState, revision: number): boolean {
  // Only what was issued before can be fallen back on.
  if (move === 'drop-revision' && revision === 1) return false;
  return MOVE_RULES[move].from.includes(state);
}

/** The states of the usual way in order, for the line at the head of a plan: `returned` stands at the place of a draft. */
export function stationsOf(state: PlanState): PlanState[] {
  if (state === 'review') return ['review', 'draft'];
  if (state === 'history') return ['history'];
  const first: PlanState = state === 'returned' ? 'returned' : 'draft';
  return [first, 'consultation', 'submitted', 'approved', 'issued', 'closed'];
}

/** Whether a plan in this state, whose consultation was never opened, has passed by that station. */
export function hasSkippedConsultation(state: PlanState, consulted: boolean): boolean {
  const stations = stationsOf(state);
  return !consulted && stations.slice(0, stations.indexOf(state)).includes('consultation');
}
