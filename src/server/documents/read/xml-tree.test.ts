import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scanXml } from './xml-scan.ts';
import { elements, parseXml, type KnownElements, type XmlNode } from './xml-tree.ts';

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const OTHER = 'xmlns:w="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** The tree of a reader that remembers nothing; null when the text is refused. */
function plainTree(xml: string): XmlNode | null {
  const root: XmlNode = { name: '', attributes: {}, children: [] };
  const open = [root];
  try {
    scanXml(Buffer.from(xml), {
      open: (name, attributes) => {
        const node: XmlNode = { name, attributes, children: [] };
        open.at(-1)!.children.push(node);
        open.push(node);
      },
      text: (text) => open.at(-1)!.children.push(text),
      close: () => open.pop(),
    });
  } catch {
    return null;
  }
  return root.children[0] as XmlNode;
}

function sharedTree(xml: string, known: KnownElements): XmlNode | null {
  try {
    return parseXml(Buffer.from(xml), 'part', known);
  } catch {
    return null;
  }
}

const PIECES =
  `<w:rPr> </w:rPr> <w:rPr/> <w:pPr> </w:pPr> <w:b/> <w:b|w:val="0"/> <w:rPr|x="1"> <w:rPrChange> </w:rPrChange> <!--</w:rPr>-->
  <![CDATA[</w:rPr>]]> </w:rPr|> <w:sz|w:val='>'/> a &amp; ]]>`
    .split(/\s+/)
    .map((piece) => piece.replaceAll('|', ' '));
const WHOLE = ['<w:rPr><w:b/></w:rPr>', '<w:pPr><w:rPr><w:b/></w:rPr></w:pPr>', '<w:rPr>\r\n</w:rPr>', '<w:r>a</w:r>'];

test('properties that come again make the tree that they would make anew', () => {
  const known: KnownElements = new Map();
  const text = fc.array(fc.constantFrom(...PIECES, ...WHOLE, ...WHOLE), { maxLength: 10 });
  fc.assert(
    fc.property(text, (pieces) => {
      const xml = `<w:p>${pieces.join('')}</w:p>`;
      expect(sharedTree(xml, known)).toEqual(plainTree(xml));
      expect(sharedTree(xml, known)).toEqual(plainTree(xml));
    }),
    { numRuns: 2000 },
  );
  expect(known.has(WHOLE[0]!)).toBe(true);
});

test('they are one node, in all parts of a file', () => {
  const known: KnownElements = new Map();
  const [first, again] = elements(parseXml(Buffer.from(`<w:p ${W}>${WHOLE[0]}${WHOLE[0]}</w:p>`), 'document', known));
  expect(again).toBe(first);
  expect(elements(parseXml(Buffer.from(`<w:p ${W}>${WHOLE[0]}</w:p>`), 'header', known))[0]).toBe(first);
});

test('the same words under a prefix of another meaning are other elements', () => {
  const known: KnownElements = new Map();
  parseXml(Buffer.from(`<w:p ${W}>${WHOLE[0]}</w:p>`), 'document', known);
  const [row] = elements(parseXml(Buffer.from(`<w:p ${OTHER}>${WHOLE[0]}</w:p>`), 'sheet', known));
  expect(row).toMatchObject({ name: 'rPr', children: [{ name: 'b' }] });
  const inside = `<w:rPr ${OTHER}><w:b/></w:rPr>`;
  const [renamed, kept] = elements(parseXml(Buffer.from(`<w:p>${inside}${WHOLE[0]}</w:p>`), 'sheet', known));
  expect([renamed?.name, kept?.name]).toEqual(['rPr', 'rPr']);
});
