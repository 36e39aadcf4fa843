import { expect, test } from 'vitest';
import { AppError } from '#core/kernel/app-error.ts';
import { createLog } from './log.ts';

test('one JSON line per event from its level up', () => {
  const lines: string[] = [];
  const log = createLog('info', (line) => lines.push(line));
  log.debug('hidden');
  log.info('seen', { count: 2 });
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    expect.objectContaining({ level: 'info', event: 'seen', count: 2 }),
  ]);
});

test('the message of an error, which may quote what somebody typed, is not logged', () => {
  const lines: string[] = [];
  const log = createLog('error', (line) => lines.push(line));
  log.error('failed', new Error('invalid name\nNguyễn Văn Mẫu\nsecond line'));
  log.error('failed', new AppError('plan.stale', { title: 'Nguyễn Văn Mẫu' }));
  expect(lines.join('')).not.toMatch(/Mẫu|invalid|second/);
  expect(lines[1]).toContain('plan.stale');
});
