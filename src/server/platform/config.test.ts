import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadConfig, localeOfEnvironment } from './config.ts';

test('without any setting', () => {
  expect(loadConfig({})).toMatchObject({
    port: 3000,
    origin: 'http://localhost:3000',
    databaseUrl: null,
    dataDirectory: join(process.cwd(), 'data'),
    locale: 'vi',
  });
});

test('a blank variable counts as not set', () => {
  expect(loadConfig({ PORT: '', DATABASE_URL: '', CAITIEN_DATA: '' })).toMatchObject({ port: 3000, databaseUrl: null });
});

test('each wrong variable is named, its value is not', () => {
  const env = { PORT: 'ba nghìn', DATABASE_URL: 'mysql://u:geheim@h/d', CAITIEN_SECRET: 'short' };
  try {
    loadConfig(env);
    expect.unreachable();
  } catch (error) {
    const { problems } = (error as { details: { problems: string } }).details;
    expect(problems).toMatch(/PORT: .*DATABASE_URL: .*CAITIEN_SECRET: /);
    expect(problems).not.toMatch(/geheim|nghìn|short/);
  }
});

test('language of the system', () => {
  expect(localeOfEnvironment({ LANG: 'en_US.UTF-8' })).toBe('en');
  expect(localeOfEnvironment({ LANG: 'C.UTF-8' })).toBe('vi');
  expect(localeOfEnvironment({ LANG: 'en_US.UTF-8', LC_ALL: 'vi_VN' })).toBe('vi');
});
