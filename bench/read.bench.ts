import { execFileSync } from 'node:child_process';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { writePlan } from '#server/documents/write/write-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportRatio } from './support/report.ts';
import { takeTurns } from './support/take-turns.ts';

/**
 * Reading a file completely (blocks, tables, recognition of every row) against nothing but taking its text out with a library: PDF.js,
 * which the reader uses as well; fflate and saxes for Word files, whose XML the reader scans by itself. Both have the bytes in memory,
 * both meet another Word file in each round, as a school's files are, and both are warm: the engine goes on compiling the many small
 * functions of a reader for some hundred files. What it makes of them differs from process to process, so Word files are read in
 * several, and the middle one counts.
 */
const PROCESSES = 3;
const WORD_FILES = 8;
const { sets } = getStandards();

async function fileOf(rows: number, format: 'docx' | 'pdf', edition = 1): Promise<Uint8Array> {
  const plan = aPlanOf(rows, edition);
  const now = new Date('2026-11-01T00:00:00Z');
  return writePlan(plan, { layout: 'nine-column', format, set: setOfPlan(plan, sets), now });
}

async function readWhole(bytes: Uint8Array, name: string, rows: number): Promise<void> {
  const { reading } = await readDocument(bytes, name);
  if (reading.plan.items.length !== rows) throw new Error(`${name}: ${reading.plan.items.length} of ${rows} rows`);
}

interface Element {
  name: string;
  attributes: Record<string, string>;
  children: (Element | string)[];
}

/** The parts whose words are read: the text, and what runs at the head and foot of its pages. */
const WORDS = /^word\/(document|header\d+|footer\d+)\.xml$/;

/** Each of them as a tree. */
function extractDocx(bytes: Uint8Array): Element[] {
  return Object.values(unzipSync(bytes, { filter: ({ name }) => WORDS.test(name) })).map(treeOf);
}

function treeOf(part: Uint8Array): Element {
  const root: Element = { name: '', attributes: {}, children: [] };
  const stack = [root];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [] };
    stack.at(-1)!.children.push(element);
    stack.push(element);
  });
  parser.on('text', (text) => stack.at(-1)!.children.push(text));
  parser.on('closetag', () => stack.pop());
  parser.write(strFromU8(part)).close();
  return root;
}

/** The text of every page; with `lines` the drawing operators too, without which no table can be seen. */
async function extractPdf(bytes: Uint8Array, lines: boolean): Promise<number> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: VerbosityLevel.ERRORS, disableFontFace: true });
  const document = await task.promise;
  let pieces = 0;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    pieces += (await page.getTextContent()).items.length;
    if (lines) pieces += (await page.getOperatorList()).fnArray.length;
    page.cleanup();
  }
  await task.destroy();
  return pieces;
}

/** Milliseconds of both for Word files of so many rows, in this process. */
async function timesOfWord(rows: number): Promise<Record<'whole' | 'bare', number>> {
  const docx: Uint8Array[] = [];
  for (let edition = 1; edition <= WORD_FILES; edition += 1) docx.push(await fileOf(rows, 'docx', edition));
  return takeTurns(
    rows < 100 ? 101 : 21,
    {
      whole: (round) => readWhole(docx[round % WORD_FILES]!, 'plan.docx', rows),
      bare: (round) => extractDocx(docx[round % WORD_FILES]!),
    },
    rows < 100 ? 300 : 20,
  );
}

/** The same in a process of its own, one after the other; the middle by ratio. */
function middleOfWord(rows: number): { ratio: number; whole: number; bare: number; ratios: number[] } {
  const runs = Array.from({ length: PROCESSES }, () => {
    const said = execFileSync(process.execPath, [...process.execArgv, import.meta.filename, String(rows)]);
    const { whole, bare } = JSON.parse(String(said)) as Record<'whole' | 'bare', number>;
    return { ratio: whole / bare, whole, bare };
  }).sort((a, b) => a.ratio - b.ratio);
  return { ...runs[Math.floor(PROCESSES / 2)]!, ratios: runs.map(({ ratio }) => ratio) };
}

const only = process.argv[2];
if (only !== undefined) process.stdout.write(JSON.stringify(await timesOfWord(Number(only))));
else for (const rows of [25, 300]) await report(rows);

async function report(rows: number): Promise<void> {
  const word = middleOfWord(rows);
  reportRatio(
    `reading a Word file of ${rows} rows : unzip and parse`,
    word.ratio,
    { atMost: 2 },
    `${word.whole.toFixed(1)} ms : ${word.bare.toFixed(1)} ms; processes ${word.ratios.map((ratio) => ratio.toFixed(2)).join(', ')}`,
  );

  const pdf = await fileOf(rows, 'pdf');
  const page = await takeTurns(5, {
    whole: () => readWhole(pdf, 'plan.pdf', rows),
    bare: () => extractPdf(pdf, true),
    text: () => extractPdf(pdf, false),
  });
  reportRatio(
    `reading a PDF of ${rows} rows : text and drawing operators`,
    page.whole / page.bare,
    { atMost: 1.5 },
    `${page.whole.toFixed(0)} ms : ${page.bare.toFixed(0)} ms; text alone ${page.text.toFixed(0)} ms, ratio ${(page.whole / page.text).toFixed(2)}`,
  );
}
