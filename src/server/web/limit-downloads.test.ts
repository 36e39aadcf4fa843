import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { DOWNLOAD_ROUTES } from './limit-downloads.ts';

test('every route that hands out a file is limited', () => {
  const root = join(import.meta.dirname, '../../routes');
  const routes = readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('+server.ts') && /\battachment\(|content-disposition/.test(read(join(root, path))))
    .map((path) => `/${dirname(path)}`);
  expect([...DOWNLOAD_ROUTES].sort()).toEqual(routes.sort());
});

function read(path: string): string {
  return readFileSync(path, 'utf8');
}
