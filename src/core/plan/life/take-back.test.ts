import { describe, expect, test } from 'vitest';
import { type PlanOfThread, type SaidThread, turnsToTakeBack, whyNotPutBack, whyNotTakenBack } from './take-back.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 8, 15, 3, minute));
const turn = (id: string, withdrawn: number | null = null) => ({
  id,
  withdrawnAt: withdrawn === null ? null : at(withdrawn),
});
const [first, reply] = [turn('b'), turn('d')];
const thread: SaidThread = { kind: 'discussion', revision: 1, isClosed: false, turns: [first] };
const draft: PlanOfThread = { state: 'draft', revision: 1, decidedBy: null };

describe('words are taken back', () => {
  test('while nobody has answered and nobody has decided about the plan with them', () => {
    expect(whyNotTakenBack(thread, first, draft)).toBeNull();
    expect(whyNotTakenBack({ ...thread, isClosed: true }, first, draft)).toBe('answered');
    expect(whyNotTakenBack(thread, first, { ...draft, decidedBy: 'a' })).toBeNull();
    expect(whyNotTakenBack(thread, first, { ...draft, decidedBy: 'c' })).toBe('decided');
  });

  test('and not once they were replied to, until the reply was taken back too', () => {
    const talked = { ...thread, turns: [first, reply] };
    expect(whyNotTakenBack(talked, first, draft)).toBe('answered');
    expect(whyNotTakenBack(talked, reply, draft)).toBeNull();
    expect(whyNotTakenBack({ ...thread, turns: [first, turn('d', 3)] }, first, draft)).toBeNull();
  });

  test('in a consultation as long as it runs, whatever was decided about an earlier draft', () => {
    const asked: SaidThread = { ...thread, kind: 'consultation' };
    expect(whyNotTakenBack(asked, first, { ...draft, state: 'consultation' })).toBeNull();
    for (const state of ['draft', 'submitted', 'approved', 'issued'] as const)
      expect(whyNotTakenBack(asked, first, { ...draft, state })).toBe('decided');
    expect(whyNotTakenBack(asked, first, { ...draft, state: 'consultation', revision: 2 })).toBe('decided');
  });
});

test('words that were taken back stand again as long as nothing was decided without them', () => {
  const gone = { ...thread, turns: [turn('b', 2)] };
  expect(whyNotPutBack(gone, gone.turns[0]!, draft)).toBeNull();
  expect(whyNotPutBack(gone, gone.turns[0]!, { ...draft, decidedBy: 'c' })).toBe('decided');
  expect(whyNotPutBack({ ...gone, isClosed: true }, gone.turns[0]!, draft)).toBe('answered');
});

test('one is offered what is one’s own: the last that stands, and what was taken back last', () => {
  const turns = [turn('a', 9), turn('b', 8), turn('c'), turn('d')];
  const offers = (...mine: string[]) => {
    const { takeBack, putBack } = turnsToTakeBack({ ...thread, turns }, draft, ({ id }) => mine.includes(id));
    return [takeBack?.id ?? null, putBack?.id ?? null];
  };
  expect(offers('a', 'b', 'c', 'd')).toEqual(['d', 'a']);
  expect(offers('b', 'c')).toEqual([null, 'b']);
  expect(offers()).toEqual([null, null]);
});
