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

test('comments in the margin are unread, each at the place of the words that it hangs on', () => {
  const commented = (text: string, id: number) =>
    `<w:p><w:commentRangeStart w:id="${id}"/>${run(text)}<w:commentRangeEnd w:id="${id}"/><w:r><w:commentReference w:id="${id}"/></w:r></w:p>`;
  const body =
    p('KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC') +
    commented('Căn cứ kết quả tự đánh giá;', 3) +
    table(
      cell('Tiêu chí') + cell('Biện pháp') + cell('Thời gian'),
      cell('1.2') + cell('Lập lịch họp') + cell(commented('Tháng 9/2025', 7)),
    ) +
    p('HIỆU TRƯỞNG') +
    p('Nguyễn Thị Thử Nghiệm');
  const comment = (id: number, text: string) =>
    `<w:comment w:id="${id}" w:author="Lê Văn Ví Dụ">${p(text)}${p('')}</w:comment>`;
  const comments = `<w:comments>${comment(7, 'Sớm quá, nên lùi lại.')}${comment(3, 'Bổ sung ngày.')}${comment(9, 'Không treo vào đâu.')}</w:comments>`;
  const source = readDocx(makeDocx(body, { comments }), readContext());
  const { uses, plan } = recognise(source, { sets: [] });
  const unread = uses.flatMap((each) => (each.as === 'unread' ? [[each.text, each.place]] : []));
  expect(unread).toEqual([
    ['Bổ sung ngày.', { page: null, paragraph: 2, table: null, row: null, column: null }],
    ['Sớm quá, nên lùi lại.', { page: null, paragraph: null, table: 1, row: 2, column: 3 }],
  ]);
  expect(plan.items).toMatchObject([{ action: 'Lập lịch họp', time: { start: '2025-09' }, note: null }]);
  expect(plan.signature?.name).toBe('Nguyễn Thị Thử Nghiệm');
});
