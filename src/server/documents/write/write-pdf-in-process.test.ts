import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { nineColumnPlan } from '#core/plan/samples/nine-column.ts';
import { layoutPlan } from '#core/documents/layout/layout-plan.ts';
import { PdfProcess } from './write-pdf-in-process.ts';

const NOW = new Date('2026-09-01T00:00:00Z');
const model = layoutPlan(nineColumnPlan, 'nine-column', { set: null });

/** A program in place of the typesetter: dies, hangs or answers, as the title says. */
function fakeProgram(): string {
  const path = join(mkdtempSync(join(tmpdir(), 'pdf-process-')), 'program.mjs');
  writeFileSync(
    path,
    `process.on('message', ({ model }) => {
      if (model.name === 'die') process.abort();
      if (model.name === 'hang') for (;;);
      if (model.name === 'grow') for (const kept = []; ; ) kept.push(Buffer.alloc(20e6, 1));
      process.send({ kind: 'pdf', bytes: new TextEncoder().encode(model.name + ' ' + process.pid) });
    });`,
  );
  return path;
}

const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

test('a real document comes back as PDF, several at once', async () => {
  const pdf = new PdfProcess();
  const files = await Promise.all([1, 2, 3].map(() => pdf.write(model, { now: NOW })));
  pdf.stop();
  for (const bytes of files) expect(text(bytes.slice(0, 5))).toBe('%PDF-');
});

test('a death is told to the one whose document it was, the others are served', async () => {
  const pdf = new PdfProcess({}, fakeProgram());
  const ask = (name: string) => pdf.write({ ...model, name }, { now: NOW });
  const [first, dead, after] = await Promise.allSettled([ask('one'), ask('die'), ask('two')]);
  pdf.stop();
  expect(dead).toMatchObject({ status: 'rejected', reason: { code: 'document.writer-failed' } });
  expect(first.status === 'fulfilled' && text(first.value)).toMatch(/^one \d+$/);
  expect(after.status === 'fulfilled' && text(after.value)).toMatch(/^two \d+$/);
});

test('a document that takes too long is given up, the next one is served by a new process', async () => {
  const pdf = new PdfProcess({ milliseconds: 1_500 }, fakeProgram());
  const ask = (name: string) => pdf.write({ ...model, name }, { now: NOW });
  await expect(ask('hang')).rejects.toMatchObject({ code: 'document.writer-timeout' });
  expect(text(await ask('two'))).toMatch(/^two/);
  pdf.stop();
});

test.runIf(process.platform === 'linux')(
  'a document that needs too much memory is given up, not the server',
  async () => {
    const pdf = new PdfProcess({ memoryMegabytes: 300 }, fakeProgram());
    const ask = (name: string) => pdf.write({ ...model, name }, { now: NOW });
    await expect(ask('grow')).rejects.toMatchObject({ code: 'document.writer-out-of-memory' });
    expect(text(await ask('two'))).toMatch(/^two/);
    pdf.stop();
  },
);

test('the process stays warm between documents', async () => {
  const pdf = new PdfProcess({}, fakeProgram());
  const ask = async () => text(await pdf.write({ ...model, name: 'x' }, { now: NOW }));
  expect(await ask()).toBe(await ask());
  pdf.stop();
});
