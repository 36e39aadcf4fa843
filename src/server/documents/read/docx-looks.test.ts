import { expect, test } from 'vitest';
import { withoutLooks } from './docx-looks.ts';

test('cuts out what only says how a page looks, and nothing whose name merely begins so', () => {
  const kept = '<w:tab/><w:indent/><w:t xml:space="preserve">a</w:t>';
  expect(withoutLooks(`<w:ind w:left="720"/><w:tabs/>${kept}<w:lang\n w:val="vi-VN" />`, false)).toBe(kept);
});

test('with the borders and stops inside them, and nothing that holds a text', () => {
  const borders = '<w:tcBorders><w:top w:val="single"/><w:left w:val="none"/></w:tcBorders>';
  const odd = '<w:tabs><w:r><w:t>a</w:t></w:r></w:tabs>';
  expect(withoutLooks(`<w:tcPr>${borders}</w:tcPr>${odd}`, false)).toBe(`<w:tcPr></w:tcPr>${odd}`);
});

test('keeps a text in CDATA that looks like an element', () => {
  const xml = '<w:t><![CDATA[<w:lang/>]]></w:t>';
  expect(withoutLooks(xml, false)).toBe(xml);
});

test('keeps fonts where they tell what letters mean', () => {
  const font = '<w:rFonts w:ascii=".VnTime"/>';
  expect(withoutLooks(`${font}<w:szCs w:val="28"/>`, true)).toBe(font);
  expect(withoutLooks(font, false)).toBe('');
});
