import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { emptyWord } from './support/empty-word.ts';
import { convertWithLibreOffice, findLibreOffice } from '#server/documents/read/libreoffice.ts';
import { type PlanFormat, writePlan } from '#server/documents/write/write-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportRatio } from './support/report.ts';
import { median } from './support/take-turns.ts';

/**
 * Setting a plan as PDF, warm as in a running product, against LibreOffice converting the Word file of the same plan. LibreOffice
 * starts for each file: what it needs for an empty one is measured too, and the ratio is told with and without it.
 */
const { sets } = getStandards();
const now = new Date('2026-11-01T00:00:00Z');

if ((await findLibreOffice()) === null) {
  process.stdout.write('skip writing a PDF : LibreOffice is not installed\n');
  process.exit();
}
const toPdf = (word: Uint8Array) => convertWithLibreOffice(word, 'docx', 'pdf', { timeoutMilliseconds: 120_000 });
const empty = await emptyWord();
await toPdf(empty);
const start = await timesOf(3, () => toPdf(empty));
process.stdout.write(`     LibreOffice, an empty document: ${start.toFixed(0)} ms\n`);

for (const { rows, times } of [
  { rows: 25, times: 3 },
  { rows: 300, times: 1 },
]) {
  const plan = aPlanOf(rows);
  const write = (format: PlanFormat) =>
    writePlan(plan, { layout: 'nine-column', format, set: setOfPlan(plan, sets), now });
  const word = await write('docx');
  await write('pdf');
  const ours = await timesOf(5, () => write('pdf'));
  const office = await timesOf(times, () => toPdf(word));
  const bare = Math.max(0, office - start);
  reportRatio(
    `LibreOffice : our PDF of ${rows} rows`,
    office / ours,
    { atLeast: 8 },
    `${office.toFixed(0)} ms : ${ours.toFixed(0)} ms; without its start ${(bare / ours).toFixed(1)}`,
  );
}
// The process that sets PDF files may end with this one.
process.exit();

/** Median in milliseconds. */
async function timesOf(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return median(taken);
}
