import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { aPlanDocument, aSection, aTime, anItem } from '#core/plan/samples/plan-builder.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';
import { writeDocx } from './write-docx.ts';
import { writeHtml } from './write-html.ts';
import { writePdf } from './write-pdf.ts';
import { writeXlsx } from './write-xlsx.ts';

/** Markup of every writer, letters without a shape, directions, letters that formats do not allow, words without end. */
const NASTY = [
  '#panic("x")',
  '#import "/etc/passwd"',
  '$ x^2 $',
  '*đậm* _nghiêng_ `mã`',
  '= Tiêu đề',
  '/ Từ: nghĩa',
  '[a](b) <nhãn> @nguon ~ \\ // chú thích',
  '*/ /*',
  '"\'«»',
  ']]>',
  '</w:t></w:r><w:tbl/>',
  '<script>alert(1)</script>',
  '&amp; &#x0; &lt;',
  '=HYPERLINK("http://x")',
  '+1-1',
  '-cmd|calc',
  '@SUM(A1)',
  '\u0000\u0007\u000b\u001b',
  '\u200b\u200c\u200d\u2060\ufeff',
  '\u202eرمز\u202c עברית',
  '👩‍👩‍👧 🇻🇳 𝒳',
  '\ud800 lẻ \udc00',
  '\ue000\uffff\ufffe',
  'e\u0323\u0302\u0301\u0301\u0301'.repeat(5),
  'x'.repeat(300),
  'https://truong.edu.vn/'.repeat(12),
  '\t\r\n \u00a0\u2028\u2029',
  '',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: 'binary', maxLength: 20 })), {
    minLength: 1,
    maxLength: 4,
  })
  .map((parts) => parts.join(' '));

const plan = fc
  .record({ a: text, b: text, c: text, d: text, list: fc.array(text, { maxLength: 3 }) })
  .map(({ a, b, c, d, list }): PlanDocument => {
    const owners = { ownersText: c, leads: [c], collaborators: list };
    const facts = { need: b, expectedResult: c, support: d, expectedEvidence: a, note: b, currentState: c, cause: d };
    const item = () =>
      anItem({ action: `${a}\n${b}`, criterionText: d, time: aTime(a), levels: [1], ...owners, ...facts });
    const section = aSection('I', b, 'items');
    return aPlanDocument({
      letterhead: { governingBody: a, schoolName: b, country: c, motto: d },
      numberText: a,
      dateText: b,
      title: [c, ...list],
      sections: [{ ...section, lines: list.map((line) => ({ label: a, text: line, place: null })) }],
      items: [item(), anItem({ ...item(), action: list.join('\n'), budget: { text: d, amount: null, source: null } })],
      signature: { role: c, name: d },
      recipients: [a, ...list],
    });
  });

/** Tags and nothing but tags tell the shape of a document: no text may add one. */
function shapeOf(xml: string): Record<string, number> {
  const tags: Record<string, number> = {};
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name }) => (tags[name] = (tags[name] ?? 0) + 1));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  return tags;
}

const RUNS = { numRuns: 6, seed: 57, endOnFailure: true } as const;

test.each(PLAN_LAYOUTS)('%s: any text ends as text in Word, PDF and HTML', async (layout: PlanLayoutName) => {
  await fc.assert(
    fc.asyncProperty(plan, async (plan) => {
      const model = layoutPlan(plan, layout, { set: null });
      const files = unzipSync(await writeDocx(model));
      for (const [name, bytes] of Object.entries(files)) if (name.endsWith('.xml')) shapeOf(strFromU8(bytes));
      const tables = model.parts.flatMap(({ blocks }) => blocks).filter(({ kind }) => kind === 'table').length;
      const frames = (model.letterhead ? 1 : 0) + (model.closing ? 1 : 0);
      expect(shapeOf(strFromU8(files['word/document.xml']!))['w:tbl']).toBe(tables + frames);
      expect(writeHtml(model)).not.toMatch(/<script|<w:|<img/);
      for (const pdfA of [false, true]) {
        const bytes = writePdf(model, { now: new Date(0), pdfA });
        const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
        expect(pdf.numPages).toBeGreaterThan(0);
      }
    }),
    RUNS,
  );
});

test('any text ends as text in Excel, without a formula', async () => {
  await fc.assert(
    fc.asyncProperty(plan, async (plan) => {
      const files = unzipSync(await writeXlsx(plan, null));
      for (const [name, bytes] of Object.entries(files)) {
        const tags = name.endsWith('.xml') ? shapeOf(strFromU8(bytes)) : {};
        expect(tags['f']).toBeUndefined();
      }
    }),
    { ...RUNS, numRuns: 30 },
  );
});
