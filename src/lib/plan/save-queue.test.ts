import { expect, test, vi } from 'vitest';
import { EDITABLE_FIELDS, type EditableField } from '#core/plan/edit-item.ts';
import type { PlanRow } from './plan-row.ts';
import { type Conflict, type PendingEdit, SaveQueue, type SaveResult } from './save-queue.ts';

function row(version: number, texts: Partial<Record<EditableField, string>> = {}): PlanRow {
  const blank = Object.fromEntries(EDITABLE_FIELDS.map((field) => [field, '']));
  const cells = { ...blank, ...texts } as PlanRow['cells'];
  return { id: 'a', version, standard: null, criterion: null, criterionText: null, levels: [], paragraphs: [], cells };
}

function queueWith(answers: SaveResult[]) {
  const sent: { edit: PendingEdit; version: number }[] = [];
  const kept: (readonly PendingEdit[])[] = [];
  const conflicts: Conflict[] = [];
  const states: string[] = [];
  const queue = new SaveQueue({
    send: async (edit, version) => {
      sent.push({ edit, version });
      return answers.shift() ?? { kind: 'unreachable' };
    },
    keep: (pending) => kept.push(pending),
    onRow: vi.fn(),
    onConflict: (conflict) => conflicts.push(conflict),
    onRefused: vi.fn(),
    onState: (state) => states.push(state),
    later: vi.fn(),
  });
  queue.know('a', 1);
  return { queue, sent, kept, conflicts, states };
}

const note = (text: string, base = ''): PendingEdit => ({ itemId: 'a', field: 'note', text, base });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

test('cells of one row go one after the other, each against the version before', async () => {
  const { queue, sent, kept } = queueWith([
    { kind: 'saved', row: row(2, { note: 'một' }) },
    { kind: 'saved', row: row(3, { note: 'một', support: 'hai' }) },
  ]);
  queue.edit(note('một'));
  queue.edit({ ...note('hai'), field: 'support' });
  await settled();
  expect(sent.map(({ version }) => version)).toEqual([1, 2]);
  expect(kept.at(-1)).toEqual([]);
});

test('without a line everything is kept, and sent when it is back', async () => {
  const { queue, sent, kept, states } = queueWith([
    { kind: 'unreachable' },
    { kind: 'saved', row: row(2, { note: 'chữ' }) },
  ]);
  queue.edit(note('chữ'));
  await settled();
  expect(states.at(-1)).toBe('offline');
  expect(kept.at(-1)).toEqual([{ ...note('chữ'), version: 1 }]);
  queue.retry();
  await settled();
  expect(sent).toHaveLength(2);
  expect(kept.at(-1)).toEqual([]);
});

test('a row that moved on elsewhere takes the cell against its new version', async () => {
  const { queue, sent, conflicts } = queueWith([
    { kind: 'conflict', row: row(5, { support: 'của người khác' }), by: 'Hoa' },
    { kind: 'saved', row: row(6, { support: 'của người khác', note: 'chữ' }) },
  ]);
  queue.edit(note('chữ'));
  await settled();
  expect(sent.map(({ version }) => version)).toEqual([1, 5]);
  expect(conflicts).toEqual([]);
});

test('a cell that two people changed waits for one of them, and loses nothing', async () => {
  const { queue, sent, kept, conflicts } = queueWith([
    { kind: 'conflict', row: row(5, { note: 'của Hoa' }), by: 'Hoa' },
    { kind: 'saved', row: row(6, { note: 'của Hoa và tôi' }) },
  ]);
  queue.edit(note('của tôi', 'cũ'));
  await settled();
  expect(conflicts).toMatchObject([{ text: 'của tôi', theirs: 'của Hoa', by: 'Hoa' }]);
  expect(sent).toHaveLength(1);
  expect(kept.at(-1)).toMatchObject([{ text: 'của tôi' }]);
  queue.resolve(conflicts[0]!, 'của Hoa và tôi');
  await settled();
  expect(sent[1]).toMatchObject({ version: 5, edit: { text: 'của Hoa và tôi' } });
  expect(kept.at(-1)).toEqual([]);
});

test('what is typed while a save is on its way is saved after it', async () => {
  const { queue, sent } = queueWith([
    { kind: 'saved', row: row(2, { note: 'một' }) },
    { kind: 'saved', row: row(3, { note: 'một hai' }) },
  ]);
  queue.edit(note('một'));
  queue.edit(note('một hai', 'một'));
  await settled();
  expect(sent.map(({ edit }) => edit.text)).toEqual(['một', 'một hai']);
  expect(queue.pending).toEqual([]);
});

test('words typed over an old page, yesterday or before others wrote, never hide newer ones', async () => {
  const { queue, sent, conflicts } = queueWith([{ kind: 'conflict', row: row(7, { note: 'của Hoa' }), by: 'Hoa' }]);
  queue.know('a', 7);
  queue.edit({ ...note('của tôi hôm qua', 'cũ'), version: 3 });
  await settled();
  expect(sent.map(({ version }) => version)).toEqual([3]);
  expect(conflicts).toMatchObject([{ text: 'của tôi hôm qua', theirs: 'của Hoa', version: 7 }]);
});

test('a change of others to another cell is saved over; one to the same cell is met as a conflict', async () => {
  const { queue, sent } = queueWith([{ kind: 'unreachable' }, { kind: 'unreachable' }]);
  queue.edit(note('của tôi', 'cũ'));
  await settled();
  queue.heard(row(2, { note: 'cũ', support: 'của Hoa' }));
  queue.retry();
  await settled();
  queue.heard(row(3, { note: 'của Lan', support: 'của Hoa' }));
  queue.retry();
  await settled();
  expect(sent.map(({ version }) => version)).toEqual([1, 2, 2]);
  expect(queue.versionOf('a')).toBe(3);
});

test('a save whose answer was lost is no conflict with itself', async () => {
  const { queue, conflicts } = queueWith([
    { kind: 'unreachable' },
    { kind: 'conflict', row: row(2, { note: 'chữ' }), by: 'tôi' },
  ]);
  queue.edit(note(' chữ ', 'cũ'));
  await settled();
  queue.retry();
  await settled();
  expect(conflicts).toEqual([]);
  expect(queue.pending).toEqual([]);
});

test('words in a row that is gone are dropped only when a person says so', async () => {
  const refused: SaveResult = { kind: 'refused', sentence: 'không còn' };
  const { queue, sent } = queueWith([refused, { kind: 'saved', row: row(2, { note: 'chữ' }) }]);
  queue.edit(note('chữ'));
  await settled();
  expect(queue.pending).toHaveLength(1);
  queue.retryRow('a');
  await settled();
  expect(sent).toHaveLength(2);
  expect(queue.pending).toEqual([]);
  queue.edit(note('nữa'));
  queue.forgetRow('a');
  expect(queue.pending).toEqual([]);
});
