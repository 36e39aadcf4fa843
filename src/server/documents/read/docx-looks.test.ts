import { expect, test } from 'vitest';
import { LOOKS, LOOKS_AND_FONTS } from './docx-looks.ts';
import { elements, parseXml } from './xml-tree.ts';

function namesLeft(xml: string, unseen: ReadonlySet<string>): string[] {
  return elements(parseXml(Buffer.from(`<w:rPr>${xml}</w:rPr>`), 'a part', unseen)).map(({ name }) => name);
}

test('looks are left out with all inside them, and nothing whose name merely begins so', () => {
  const looks = '<w:ind w:left="720"/><w:tcBorders><w:tab/><w:ind/></w:tcBorders><w:lang\n w:val="vi-VN" />';
  expect(namesLeft(`${looks}<w:tab/><w:indent/><w:b/>`, LOOKS_AND_FONTS)).toEqual(['w:tab', 'w:indent', 'w:b']);
});

test('fonts are kept where they tell what letters mean', () => {
  expect(namesLeft('<w:rFonts w:ascii=".VnTime"/><w:szCs w:val="28"/>', LOOKS)).toEqual(['w:rFonts']);
});
