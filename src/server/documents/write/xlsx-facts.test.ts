import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { CLEAN_PLANS } from '#core/plan/samples/clean-plans.ts';
import { aPlanDocument } from '#core/plan/samples/plan-builder.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { readDocument } from '#server/documents/read-document.ts';
import { writeXlsx } from './write-xlsx.ts';

function facts(plan: PlanDocument) {
  const { letterhead, number, numberText, date, dateText, place, title, schoolYear } = plan;
  const { standardSet, assessmentPeriod, signature, recipients } = plan;
  const named = { letterhead, number, numberText, date, dateText, place, title, schoolYear };
  return { ...named, standardSet, assessmentPeriod, signature, recipients };
}

test.each(CLEAN_PLANS)(
  '$layout in Excel: the facts of the document come back, none of them unread',
  async ({ plan }) => {
    const { reading } = await readDocument(await writeXlsx(plan, null), 'ke-hoach.xlsx');
    expect(facts(reading.plan)).toEqual(facts(plan));
    expect(reading.uses.filter(({ as }) => as === 'unread')).toEqual([]);
  },
);

test('what the plan does not say is not made up', async () => {
  const none = { governingBody: null, schoolName: null, country: null, motto: null };
  const plan = aPlanDocument({
    letterhead: none,
    number: null,
    numberText: null,
    dateText: null,
    date: null,
    place: null,
  });
  const bare = { ...plan, signature: null, recipients: [], standardSet: null };
  const { reading } = await readDocument(await writeXlsx(bare, null), 'ke-hoach.xlsx');
  expect(facts(reading.plan)).toMatchObject({ number: null, dateText: null, signature: null, recipients: [] });
});

test('prints landscape, as wide as the page, the header on each page; rows above the table stay in sight', async () => {
  const files = unzipSync(await writeXlsx(aPlanDocument(), null));
  const sheet = strFromU8(files['xl/worksheets/sheet1.xml']!);
  expect(sheet).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>');
  expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
  expect(sheet).toMatch(/<pane ySplit="5" topLeftCell="A6" activePane="bottomLeft" state="frozen"\/>/);
  expect(strFromU8(files['xl/workbook.xml']!)).toContain(`'Kế hoạch'!$5:$5`);
});
