import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRules } from './check-rules.ts';
import { checksPage } from './checks-page.ts';

test('docs/checks.md says what the rules say (node scripts/generate-check-docs.mjs)', () => {
  expect(readFileSync('docs/checks.md', 'utf8')).toBe(checksPage());
});

test('one file per rule, one id per file', () => {
  const ids = checkRules.map((rule) => rule.id);
  expect(new Set(ids).size).toBe(ids.length);
  const files = readdirSync(import.meta.dirname);
  expect(ids.filter((id) => !files.includes(`${id}.ts`))).toEqual([]);
});

test.each(checkRules)('$id explains itself in both languages', ({ title, explanation, example }) => {
  for (const text of [title.vi, title.en, explanation.vi, explanation.en, example]) expect(text.trim()).not.toBe('');
});
