import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { AppError, type AppErrorCode } from '#core/kernel/app-error.ts';
import { START_CODES, startSentence } from './start-words.ts';

const folder = import.meta.dirname;
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.includes('.test.') && !name.includes('start-words'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const thrown = new Set(
  sources.flatMap((text) =>
    [
      ...text.matchAll(
        /'((?:data|config|web|database\.(?:migration|start|no-b|no-u|other|cannot|unreach)[\w-]*)(?:\.[\w-]+)?)'/g,
      ),
    ].map((match) => match[1] ?? ''),
  ),
);

test('every error of a start has a sentence in both languages', () => {
  const codes = [...thrown].filter((code) => code.includes('.') && !code.startsWith('database.restart'));
  expect(codes.length).toBeGreaterThan(8);
  expect(codes.filter((code) => !START_CODES.includes(code))).toEqual([]);
});

test.each(START_CODES)('%s reads well', (code) => {
  for (const locale of ['vi', 'en'] as const) {
    const details = {
      port: 3000,
      directory: '/d',
      pid: 7,
      name: 'n',
      platform: 'p',
      problems: 'x',
      reason: 'y',
      host: 'h',
    };
    expect(startSentence(new AppError(code as AppErrorCode, details), locale)).not.toMatch(/[{}?]|undefined/);
  }
});

test('anything else has none', () => {
  expect(startSentence(new Error('x'), 'vi')).toBeNull();
  expect(startSentence(new AppError('plan.unknown'), 'vi')).toBeNull();
});
