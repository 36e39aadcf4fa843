import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { paragraphsOf, type SourceBlocks } from '#core/documents/block.ts';
import { squash } from '#core/kernel/text.ts';
import { grid, tables, words } from '../../../../tests/samples/files/summarise.ts';
import { findLibreOffice } from './libreoffice.ts';
import { wordsOfXml } from './read-docx.ts';
import { readBlocks } from './read-file.ts';

const folder = process.env['CAITIEN_SAMPLES'] ?? resolve(import.meta.dirname, '../../../../../shared/samples');
const file = (name: string) => readFileSync(resolve(folder, name));
const read = (name: string): Promise<SourceBlocks> => readBlocks(file(name), name);

describe.skipIf(!existsSync(folder))('the samples', () => {
  test.each(['000', '001', '002', '003', '004'])('every word of %s.docx is in its blocks', async (name) => {
    const xml = unzipSync(file(`${name}.docx`))['word/document.xml']!;
    const source = await read(`${name}.docx`);
    const all = squash([...paragraphsOf(source.blocks)].map((each) => each.text).join(' ')).replace(/\s/g, '');
    expect(all).toContain(
      squash(wordsOfXml(Buffer.from(xml)))
        .replace(/\s/g, '')
        .slice(0, 200),
    );
    const missing = squash(wordsOfXml(Buffer.from(xml)))
      .split(' ')
      .filter((word) => !all.includes(word));
    expect(missing).toEqual([]);
  });

  // A line that ended in a hyphen is the one thing that a PDF does not tell.
  test.each(['000', '002', '003', '004'])('%s reads the same from Word and from PDF', async (name) => {
    const [word, pdf] = [await read(`${name}.docx`), await read(`${name}.pdf`)];
    expect(words(pdf).join('')).toBe(words(word).join(''));
    expect(tables(pdf).map((table) => [table.rows.length, table.columns])).toEqual(
      tables(word).map((table) => [table.rows.length, table.columns]),
    );
  });

  test('004 reads the same from Word and from the web page, the site around it left out', async () => {
    const word = words(await read('004.docx')).join(' ');
    expect(words(await read('004.html')).join(' ')).toContain(word);
  });

  test('002 reads the same from Word and from text', async () => {
    const [text, word] = [await read('002.txt'), await read('002.docx')];
    // Only the two columns of the letterhead stand in another order.
    expect(words(text).sort()).toEqual(words(word).sort());
    const plans = (source: SourceBlocks) =>
      tables(source)
        .filter((table) => table.columns === 5)
        .map((table) => words({ ...source, blocks: [table] }));
    expect(plans(text)).toEqual(plans(word));
  });

  test('the table of 001.pdf is one over its pages', async () => {
    const source = await read('001.pdf');
    const plan = tables(source).find((table) => table.columns === 9)!;
    const rows = grid(plan);
    expect(rows).toHaveLength(13);
    expect(rows[0]).toEqual([
      'TT',
      'Tiêu chuẩn, tiêu chí',
      'Kết quả cần đạt (so với hiện trạng)',
      'Công việc/giải pháp cần thực hiện',
      'Chủ trì và phối hợp thực hiện',
      'Thời gian thực hiện và hoàn thành',
      'Dự kiến kinh phí',
      'Điều kiện hỗ trợ khác',
      'Ghi chú',
    ]);
    expect(rows[1]).toEqual(['MỨC 1, 2, 3+9']);
    expect(rows.filter((row) => row[1]?.startsWith('Tiêu chí'))).toHaveLength(8);
    expect(rows[9]?.[3]).toMatch(
      /^Cán bộ quản lý .* nâng cao chất lượng làm việc cho đội ngũ sư phạm .* nghỉ cho nhân viên\.$/,
    );
  });

  test('an old Word file reads as the new one', async ({ skip }) => {
    if (!(await findLibreOffice())) skip();
    expect(words(await read('001.doc')).join(' ')).toBe(words(await read('001.docx')).join(' '));
  });

  test('a scan is recognised with few wrong words', async () => {
    const source = await read('001-scan-p1.jpg');
    expect(source.recognised).toBe(true);
    const expected = new Set(words(await read('001.docx')));
    const found = words(source);
    expect(found.filter((word) => expected.has(word)).length / found.length).toBeGreaterThan(0.9);
  });
});
