import type { Asking } from './person.ts';

const LONG = 'x'.repeat(100_000);
/** Names that some page reads from its address. */
const QUERY_NAMES =
  'done row before show comment finding owner group month q words year page kind criterion level standard from to layout format source keep tab state with revision set date type until user action'.split(
    ' ',
  );
/** From right to left, without width, half a sign, tones upon tones. */
const UNSEEN = `\u202Eקשר\u2066\u200B\uFEFF\uD800e${'\u0301'.repeat(300)}`;

/** Bodies that no form and no script of ours sends. */
export function badBodies(good: Asking): Asking[] {
  const type = (name: string, body: string): Asking => ({ body, headers: { 'content-type': name } });
  return [
    type('text/plain', 'x'),
    type('application/json', '{'),
    type('multipart/form-data', 'x'),
    type('multipart/form-data; boundary=z', '--z\r\n\r\nx'),
    type('application/x-www-form-urlencoded', '%00=%ff&%E0%A4%A=\u0000'),
    ...(good.form ? badForms(good.form).map((form) => ({ form })) : []),
    ...(good.json === undefined ? [] : badJson(good.json as Record<string, unknown>).map((json) => ({ json }))),
  ];
}

function badForms(good: Record<string, string>): Record<string, string>[] {
  const names = Object.keys(good);
  const each = (value: string) => names.map((name) => ({ ...good, [name]: value }));
  return [
    {},
    ...each(''),
    ...each('\0'),
    ...each(UNSEEN),
    ...each(LONG),
    ...each('-1'),
    ...each('99999999999999999999'),
    ...each("';--"),
  ];
}

/** Every one of these has a wrong shape, so that each must be refused. */
export function badJson(good: Record<string, unknown>): unknown[] {
  const names = Object.keys(good);
  const wrong = [undefined, {}, [], true, 1.5, -1, '\0', LONG];
  const known = (name: string, value: unknown) => {
    if (name === 'text') return typeof value !== 'string';
    if (name === 'end') return value !== true;
    return true;
  };
  return [
    null,
    [],
    'x',
    7,
    ...names.flatMap((name) =>
      wrong.filter((value) => known(name, value)).map((value) => ({ ...good, [name]: value })),
    ),
  ];
}

/** In the place of an id. */
export const BAD_IDS = [
  'x',
  '0',
  '%00',
  '..%2f..',
  "'%20OR%201=1--",
  '01A200F1-96D8-718B-994F-F5FCA3AD62BE',
  '00000000-0000-0000-0000-000000000000',
  'f'.repeat(5_000),
];

/** What an address may ask for, beside what pages know: names that every object has, and what no page has. */
export const BAD_QUERIES = ['__proto__', UNSEEN, '-1'].map((value) =>
  QUERY_NAMES.map((name) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
);
