import { strToU8, zipSync, type Zippable } from 'fflate';
import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { cell, docxFiles, makeDocx, p, table } from '../../../../tests/samples/files/make-docx.ts';
import { makePdf } from '../../../../tests/samples/files/make-pdf.ts';
import { makeXlsx } from '../../../../tests/samples/files/make-xlsx.ts';
import { readBlocks } from './read-file.ts';

/** Mutations of each file; raise it for a long run. */
const RUNS = Number(process.env['CAITIEN_FUZZ_RUNS'] ?? 60);

const rows = table(
  cell('TT') + cell('Nội dung', '<w:gridSpan w:val="2"/>'),
  cell('1', '<w:vMerge w:val="restart"/>') + cell('Họp') + cell('5/2026'),
  cell('', '<w:vMerge/>') + cell('a') + cell('b'),
);
const body = p('KẾ HOẠCH', '<w:jc w:val="center"/>') + rows + p('HIỆU TRƯỞNG');

const FILES: [string, Uint8Array][] = [
  ['a.docx', makeDocx(body)],
  ['a.pdf', makePdf('*KẾ HOẠCH*\n\n#table(columns: 3, [TT], [Nội dung], [Hạn], [1], [Họp], [5/2026])')],
  [
    'a.xlsx',
    makeXlsx([{ rows: [['KẾ HOẠCH'], ['TT', 'Việc', 'Hạn'], [[1, 0], 'Họp', [45901, 1]]], merges: ['A1:C1'] }]),
  ],
  [
    'a.html',
    new TextEncoder().encode(
      '<html><body><h1>KẾ HOẠCH</h1><table><tr><td rowspan="2">1</td><td>Họp</td></tr><tr><td>b</td></tr></table><ol><li>x</li></ol></body></html>',
    ),
  ],
  ['a.txt', new TextEncoder().encode('KẾ HOẠCH\nTT\tViệc\tHạn\n1\tHọp\t5/2026\n2\t"a\nb"\tx\n')],
];

/** A generator of its own (mulberry32), so that a failure can be repeated by its number. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function mutate(bytes: Uint8Array, seed: number): Uint8Array {
  const next = random(seed);
  const at = () => Math.floor(next() * bytes.length);
  let result = Uint8Array.from(bytes);
  for (let i = Math.floor(next() * 6); i >= 0; i--) {
    const kind = next();
    if (kind < 0.5) result[at() % Math.max(1, result.length)] = Math.floor(next() * 256);
    else if (kind < 0.65) result = result.slice(0, at());
    else if (kind < 0.8) result = Uint8Array.from([...result.subarray(0, at()), ...bytes.subarray(at())]);
    else result.fill(Math.floor(next() * 256), at(), at());
  }
  return result;
}

/** Read, or refused with a code; never another error. */
async function outcome(bytes: Uint8Array, name: string): Promise<string> {
  try {
    const source = await readBlocks(bytes, name);
    const ids = [...paragraphsOf(source.blocks)].map((each) => each.id);
    return ids.every((id, index) => id === index + 1) ? 'read' : 'ids out of order';
  } catch (error) {
    return error instanceof AppError ? 'refused' : `${String(error)} ${(error as Error).stack}`;
  }
}

test.each(FILES)('mutations of %s are read or refused', async (name, bytes) => {
  expect(await outcome(bytes, name)).toBe('read');
  // A PDF whose fonts are damaged is read from its drawings, which takes seconds.
  const runs = name === 'a.pdf' ? Math.ceil(RUNS / 3) : RUNS;
  for (let seed = 1; seed <= runs; seed++) {
    const found = await outcome(mutate(bytes, seed), name);
    expect(['read', 'refused'], `${name}, seed ${seed}: ${found}`).toContain(found);
  }
});

test('mutations of the XML inside a Word file are read or refused', async () => {
  const files = docxFiles(body);
  for (let seed = 1; seed <= RUNS; seed++) {
    const next: Zippable = { ...files, 'word/document.xml': mutate(files['word/document.xml'] as Uint8Array, seed) };
    const found = await outcome(zipSync(next), 'a.docx');
    expect(['read', 'refused'], `seed ${seed}: ${found}`).toContain(found);
  }
  expect(await outcome(zipSync({ ...files, 'word/document.xml': strToU8('<a/>') }), 'a.docx')).toBe('refused');
});
