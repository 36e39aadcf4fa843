import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { scanXml } from './xml-scan.ts';

type Seen = [string, ...unknown[]][];

/** What a scan tells, or null when it refuses the text. */
function scanned(xml: string): Seen | null {
  const seen: Seen = [];
  try {
    scanXml(Buffer.from(xml), {
      open: (name, attributes) => seen.push(['open', name, { ...attributes }]),
      text: (text) => seen.push(['text', text]),
      close: () => seen.push(['close']),
    });
  } catch (error) {
    expect(error).toBeInstanceOf(SyntaxError);
    return null;
  }
  return seen;
}

/** The same from a reader that looks at every character. */
function parsed(xml: string): Seen | null {
  const seen: Seen = [];
  let depth = 0;
  let refused = false;
  const parser = new SaxesParser({ position: false });
  const refuse = () => (refused = true);
  parser.on('error', refuse);
  parser.on('doctype', refuse);
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1;
    seen.push(['open', name, { ...attributes }]);
  });
  parser.on('text', (text) => depth > 0 && seen.push(['text', text]));
  parser.on('cdata', (text) => seen.push(['text', text]));
  parser.on('closetag', () => {
    depth -= 1;
    seen.push(['close']);
  });
  parser.write(xml).close();
  return refused ? null : seen;
}

const PIECES =
  `<a> </a> <b/> <w:p> </w:p> <a|x="1"> <a|x='">'|y="2"/> <a|x="1"|x="2"> <!--|c|--> <!--a--b--> <![CDATA[<x>]]> ]]> ]] > < / " '
  = - & &amp; &#233; &#xE9; &#0; &nbsp; & ; <?xml|version="1.0"?> <?p|q?> <?xml?> <!DOCTYPE|a> | tiêu chí`
    .split(/\s+/)
    .map((piece) => piece.replaceAll('|', ' '))
    .concat('\n', '\r\n', '\t', '\u0001', '\uFFFF', '😀', '\uFEFF', '\u00A0');

/** Text that is nearly XML: pieces of markup in an element, or a sound document with something put in or taken out. */
const NEARLY = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => `<r>${pieces.join('')}</r>`),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 5 }).map((pieces) => pieces.join('')),
  fc
    .record({ at: fc.nat(), cut: fc.nat(3), put: fc.constantFrom('', ...PIECES) })
    .map(({ at, cut, put }) => SOUND.slice(0, at % SOUND.length) + put + SOUND.slice((at % SOUND.length) + cut)),
);

const SOUND =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<w:document xmlns:w="urn:w"><w:p w:a = "1"\n b=\'2&lt;\t3\' >A&amp;B\r\nC' +
  '<!-- no --><w:t xml:space="preserve"> <![CDATA[a<b]]></w:t ><w:br/></w:p></w:document>\n';

test('sees what a reader of every character sees, and refuses what it refuses', () => {
  expect(scanned(SOUND)).toEqual(parsed(SOUND));
  expect(scanned(SOUND)).toHaveLength(11);
  fc.assert(
    fc.property(NEARLY, (xml) => void expect(scanned(xml)).toEqual(parsed(xml))),
    { numRuns: 5000 },
  );
});

test('refuses half a letter', () => {
  expect(scanned('<a>&#xD83D;</a>')).toBeNull();
  expect(scanned('<a x="&#56832;"/>')).toBeNull();
});

test('letters beyond ASCII stand in names, values and texts, and bytes that are none are replaced', () => {
  expect(scanned('\uFEFF<tiêu chí="số 1">Đạt 😀</tiêu>')).toEqual([
    ['open', 'tiêu', { chí: 'số 1' }],
    ['text', 'Đạt 😀'],
    ['close'],
  ]);
  const seen: string[] = [];
  const cut = Buffer.from([...Buffer.from('<a>'), 0xc4, ...Buffer.from('</a>')]);
  scanXml(cut, { open: () => {}, text: (text) => seen.push(text), close: () => {} });
  expect(seen).toEqual(['\uFFFD']);
});

test('a long name, many attributes and a deep document end soon', () => {
  for (const xml of ['<' + 'a'.repeat(1e6), `<a ${'b="1" '.repeat(1e5)}`, '<a>'.repeat(1e5), '<a '.padEnd(1e6)])
    expect(scanned(xml)).toBeNull();
}, 2000);
