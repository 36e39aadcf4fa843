import { convertWithLibreOffice, findLibreOffice } from '#server/documents/read/libreoffice.ts';
import { type PlanFormat, setOfPlan, writePlan } from '#server/documents/write/write-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { aPlanOf } from './support/plan-of.ts';
import { reportRatio } from './support/report.ts';
import { takeTurns } from './support/take-turns.ts';

/** Setting a plan as PDF against LibreOffice converting the Word file of the same plan. */
const { sets } = getStandards();
const now = new Date('2026-11-01T00:00:00Z');

if ((await findLibreOffice()) === null) {
  process.stdout.write('skip writing a PDF : LibreOffice is not installed\n');
  process.exit();
}
for (const rows of [25, 300]) {
  const plan = aPlanOf(rows);
  const write = (format: PlanFormat) =>
    writePlan(plan, { layout: 'nine-column', format, set: setOfPlan(plan, sets), now });
  const word = await write('docx');
  const taken = await takeTurns(
    5,
    {
      ours: () => write('pdf'),
      office: () => convertWithLibreOffice(word, 'docx', 'pdf', { timeoutMilliseconds: 120_000 }),
    },
    1,
  );
  reportRatio(
    `LibreOffice : our PDF of ${rows} rows`,
    taken.office / taken.ours,
    { atLeast: 8 },
    `${taken.office.toFixed(0)} ms : ${taken.ours.toFixed(0)} ms`,
  );
}
