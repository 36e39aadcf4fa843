import { expect, test } from 'vitest';
import { paragraphsOf } from '#core/documents/block.ts';
import { recognise } from '#core/documents/recognise.ts';
import { readDocx } from '../../src/server/documents/read/read-docx.ts';
import { readContext } from '../../src/server/documents/read/read-limits.ts';
import { cell, makeDocx, p, run, table } from '../samples/files/make-docx.ts';

test('footnotes and endnotes are unread with their place; they are no recipients and hide no signature', () => {
  const noted = (text: string, kind: string) => `<w:p>${run(text)}<w:r><w:${kind}Reference w:id="2"/></w:r></w:p>`;
  const body =
    p('KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC') +
    table(
      cell('Tiêu chí') + cell('Biện pháp') + cell('Thời gian'),
      cell('1.2') + cell(noted('Lập lịch họp', 'footnote')) + cell('Tháng 9/2025'),
    ) +
    noted('Kinh phí do nhà trường cân đối.', 'endnote') +
    p('HIỆU TRƯỞNG') +
    p('Nguyễn Thị Thử Nghiệm') +
    p('Nơi nhận:') +
    p('- Lưu: VT.');
  const many = Array.from({ length: 9 }, (_, at) => p(`Dòng ${at + 1} của ghi chú dài`)).join('');
  const source = readDocx(
    makeDocx(body, {
      footnotes: `<w:footnotes><w:footnote w:id="2">${p('UBND xã đã duyệt')}</w:footnote></w:footnotes>`,
      endnotes: `<w:endnotes><w:endnote w:id="2">${many}</w:endnote></w:endnotes>`,
    }),
    readContext(),
  );
  const { uses, plan } = recognise(source, { sets: [] });
  expect(uses).toHaveLength([...paragraphsOf(source.blocks)].length);
  const unread = uses.flatMap((each) => (each.as === 'unread' ? [[each.text, each.place.paragraph]] : []));
  expect(unread).toHaveLength(10);
  expect(unread[0]).toEqual(['UBND xã đã duyệt', 7]);
  expect(plan.signature).toEqual({ role: 'HIỆU TRƯỞNG', name: 'Nguyễn Thị Thử Nghiệm' });
  expect(plan.recipients).toEqual(['Lưu: VT.']);
});
