import { expect, test } from 'vitest';
import fc from 'fast-check';
import { isAllowed } from '#core/identity/permissions.ts';
import {
  hasSkippedConsultation,
  isEditable,
  isPossible,
  MOVE_RULES,
  movesFrom,
  nextMove,
  PLAN_MOVES,
  PLAN_STATES,
  stationsOf,
} from './plan-life.ts';

test('the usual way leads from a draft to what is carried out, one step after the other; ending is never the one thing to do', () => {
  const way = ['draft'];
  for (let state = PLAN_STATES[1] as (typeof PLAN_STATES)[number]; ;) {
    const move = nextMove(state);
    if (move === null) break;
    state = MOVE_RULES[move].to;
    way.push(state);
  }
  expect(way).toEqual(['draft', 'submitted', 'approved', 'issued']);
});

test('nothing but a revision makes an issued plan editable, and nothing an approved one but a return', () => {
  const intoEditing = (from: (typeof PLAN_STATES)[number]) =>
    PLAN_MOVES.filter((move) => MOVE_RULES[move].from.includes(from) && isEditable(MOVE_RULES[move].to));
  expect(intoEditing('issued')).toEqual(['revise']);
  expect(intoEditing('approved')).toEqual(['return']);
  expect(intoEditing('closed')).toEqual([]);
});

test('whatever people do, a plan is issued only from approval, and approved only when handed in', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...PLAN_MOVES), { maxLength: 40 }), (moves) => {
      let state: (typeof PLAN_STATES)[number] = 'draft';
      let approvedSinceEdit = false;
      let revision = 1;
      for (const move of moves) {
        if (!isPossible(move, state, revision)) continue;
        if (move === 'issue') expect(approvedSinceEdit).toBe(true);
        if (move === 'revise') revision += 1;
        state = MOVE_RULES[move].to;
        if (move === 'approve') approvedSinceEdit = true;
        if (isEditable(state)) approvedSinceEdit = false;
      }
    }),
  );
});

test('a first version has nothing to fall back on', () => {
  expect(movesFrom('draft', 1)).not.toContain('drop-revision');
  expect(movesFrom('draft', 2)).toContain('drop-revision');
});

test('only the principal approves and sends back; a viewer takes no step', () => {
  const allowed = (role: Parameters<typeof isAllowed>[0]) =>
    PLAN_MOVES.filter((move) => isAllowed(role, MOVE_RULES[move].permission));
  expect(allowed('principal')).toEqual([...PLAN_MOVES]);
  expect(allowed('secretary')).not.toContain('approve');
  expect(allowed('secretary')).not.toContain('return');
  expect(allowed('viewer')).toEqual([]);
  expect(allowed('staff')).toEqual([]);
});

test.each(PLAN_STATES)('the line at the head of a plan shows where it is: %s', (state) => {
  expect(stationsOf(state)).toContain(state);
});

test('consultation counts as passed by only where it is behind the plan and was never opened', () => {
  const behind = PLAN_STATES.filter((state) => hasSkippedConsultation(state, false));
  expect(behind).toEqual(['submitted', 'approved', 'issued', 'closed']);
  expect(PLAN_STATES.filter((state) => hasSkippedConsultation(state, true))).toEqual([]);
});
