import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One thing that can be asked of the product: "GET /plans/[plan=id]", "POST /plans/[plan=id]/review?/accept". */
export type Endpoint = `${string} /${string}`;

const ROOT = join(import.meta.dirname, '../../src/routes');
const METHODS = /^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE|HEAD|fallback)\b/gm;

/** Every page, form action and handler under `src/routes`, from the files themselves. */
export function endpoints(): Endpoint[] {
  const folders = ['', ...readdirSync(ROOT, { recursive: true, encoding: 'utf8' })];
  return folders.flatMap((folder) => endpointsOf(folder)).sort();
}

function endpointsOf(folder: string): Endpoint[] {
  const path: `/${string}` = `/${folder
    .split('/')
    .filter((part) => !/^\(.*\)$/.test(part))
    .join('/')}`;
  const source = (name: string) => {
    const file = join(ROOT, folder, name);
    return existsSync(file) ? readFileSync(file, 'utf8') : null;
  };
  const page = source('+page.server.ts');
  const handler = source('+server.ts');
  return [
    ...(page !== null || source('+page.svelte') !== null || source('+page.ts') !== null
      ? [`GET ${path}` as const]
      : []),
    ...actionsOf(page ?? '').map((name) => `POST ${path}${name === 'default' ? '' : `?/${name}`}` as const),
    ...[...(handler ?? '').matchAll(METHODS)].map(([, method]) => `${method} ${path}` as const),
  ];
}

/** The names of `export const actions`, as the formatter lays them out: two blanks and a name. */
function actionsOf(source: string): string[] {
  const start = /^export const actions\b[^\n]*\n/m.exec(source);
  if (!start) return [];
  const body = source.slice(start.index + start[0].length).split(/^\}/m)[0] ?? '';
  const names = [...body.matchAll(/^ {2}(?:async )?(\w+)\s*[:(]/gm)].map((match) => match[1]!);
  if (names.length === 0) throw new Error(`actions that cannot be read:\n${source}`);
  return names;
}
