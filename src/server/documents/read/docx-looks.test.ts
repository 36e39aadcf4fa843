import { expect, test } from 'vitest';
import { withoutLooks } from './docx-looks.ts';

test('cuts out what only says how a page looks, and nothing whose name merely begins so', () => {
  const kept = '<w:tab/><w:indent/><w:t xml:space="preserve">a</w:t>';
  expect(withoutLooks(`<w:ind w:left="720"/><w:tabs/>${kept}<w:lang\n w:val="vi-VN" />`).xml).toBe(kept);
});

test('leaves elements of looks that hold others to the parser, by their name', () => {
  const xml = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>';
  const { xml: left, looks } = withoutLooks(xml);
  expect(left).toBe(xml);
  expect(looks.has('w:tcBorders')).toBe(true);
});

test('keeps a text in CDATA that looks like an element', () => {
  const xml = '<w:t><![CDATA[<w:lang/>]]></w:t>';
  expect(withoutLooks(xml).xml).toBe(xml);
});

test('keeps fonts where one of an old encoding is named', () => {
  const old = '<w:rFonts w:ascii=".VnTime"/>';
  expect(withoutLooks(`${old}<w:szCs w:val="28"/>`).xml).toBe(old);
  expect(withoutLooks(old).looks.has('w:rFonts')).toBe(false);
  expect(withoutLooks('<w:rFonts w:ascii="Times New Roman"/>').xml).toBe('');
});
