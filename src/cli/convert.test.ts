import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { PLAN_LAYOUTS } from '#core/standards/standard-set.ts';
import { writePlan } from '#server/documents/write/write-plan.ts';
import { CliProblem } from './cli-io.ts';
import { convertCommand } from './convert.ts';

const folder = mkdtempSync(join(tmpdir(), 'convert-'));
const source = join(folder, 'ke-hoach.docx');
afterAll(() => rmSync(folder, { recursive: true }));
beforeAll(async () => {
  const now = new Date('2026-09-01T00:00:00Z');
  writeFileSync(source, await writePlan(nineColumnPlan, { layout: 'nine-column', format: 'docx', set: null, now }));
});

async function run(...args: string[]) {
  let out = '';
  let err = '';
  const io = {
    stdout: { write: (text: string) => (out += text) },
    stderr: { write: (text: string) => (err += text) },
    locale: 'vi' as const,
  };
  try {
    return { code: await convertCommand(args, io), out, err };
  } catch (error) {
    if (!(error instanceof CliProblem)) throw error;
    return { code: error.exitCode, out, err: error.message };
  }
}

const SHAPED = PLAN_LAYOUTS.flatMap((layout) => (['docx', 'pdf'] as const).map((format) => ({ layout, format })));
const BEGINNING = { docx: 'PK', pdf: '%PDF-', xlsx: 'PK' };

test.each(SHAPED)('$layout as $format is written', async ({ layout, format }) => {
  const output = join(folder, `${layout}.${format}`);
  const { code, out } = await run(source, '--layout', layout, '-o', output);
  expect(code).toBe(0);
  expect(out).toContain(`${nineColumnPlan.items.length} hạng mục`);
  expect(readFileSync(output).toString('latin1').startsWith(BEGINNING[format])).toBe(true);
});

test('Excel and JSON need no layout', async () => {
  const [xlsx, json] = [join(folder, 'a.xlsx'), join(folder, 'a.json')];
  expect((await run(source, '-o', xlsx)).code).toBe(0);
  expect((await run(source, '-o', json)).code).toBe(0);
  expect(readFileSync(xlsx).toString('latin1').startsWith(BEGINNING.xlsx)).toBe(true);
  expect(JSON.parse(readFileSync(json, 'utf8')).items).toHaveLength(nineColumnPlan.items.length);
});

test('what the layout has no room for is told', async () => {
  const { err } = await run(source, '--layout', 'task-table', '-o', join(folder, 'told.docx'));
  expect(err).toContain('không có chỗ cho');
});

test.each([
  { wrong: 'no layout', args: [source, '-o', 'x.pdf'], says: '--layout' },
  { wrong: 'unknown layout', args: [source, '--layout', 'ten-column', '-o', 'x.pdf'], says: 'nine-column' },
  { wrong: 'unknown extension', args: [source, '--layout', 'nine-column', '-o', 'x.odt'], says: '.docx, .pdf' },
  { wrong: 'no output', args: [source, '--layout', 'nine-column'], says: '-o' },
  { wrong: 'unknown option', args: [source, '--fast'], says: '--fast' },
  { wrong: 'no file', args: ['--layout', 'nine-column', '-o', 'x.pdf'], says: 'đúng một tệp' },
])('$wrong: a clear word and exit code 2', async ({ args, says }) => {
  const { code, err } = await run(...args);
  expect(code).toBe(2);
  expect(err).toContain(says);
});

test('the source is never overwritten', async () => {
  const before = readFileSync(source);
  const { code, err } = await run(source, '--layout', 'bieu-2', '-o', join(folder, '.', 'ke-hoach.docx'));
  expect(code).toBe(2);
  expect(err).toContain('ghi đè');
  expect(readFileSync(source).equals(before)).toBe(true);
});

test('a missing file, a file that is no plan and a folder that is not there end with 1', async () => {
  const letter = join(folder, 'thu.txt');
  writeFileSync(letter, 'GIẤY MỜI\n\nKính mời ông bà đến dự họp cha mẹ học sinh đầu năm.');
  const layout = ['--layout', 'nine-column', '-o', join(folder, 'b.pdf')];
  expect(await run(join(folder, 'khong-co.docx'), ...layout)).toMatchObject({ code: 1 });
  expect((await run(letter, ...layout)).err).toContain('không phải kế hoạch');
  expect(await run(source, '--layout', 'bieu-2', '-o', join(folder, 'khong-co', 'b.pdf'))).toMatchObject({ code: 1 });
});
