import { attribute, css, elementsOf, type HtmlElement } from './html-node.ts';

/** Links from the text to a note or comment, as Word and Google Docs save them; those back from it say "ref". */
const TO_NOTE = /^#(?:_ftn|_edn|ftnt|cmnt|_msocom_)\d+$/;
const FROM_NOTE = /^#(?:_ftnref|_ednref|ftnt_ref|cmnt_ref)\d+$/;

/** The "[1]" or "[a]" behind a word, which is no part of the text. */
export function isNoteReference(node: HtmlElement): boolean {
  return node.tagName === 'a' && TO_NOTE.test(attribute(node, 'href') ?? '');
}

/** A footnote, an endnote or a comment at the end of the page. */
export function isNote(node: HtmlElement): boolean {
  if (node.tagName === 'p') return linksBack(node);
  if (node.tagName !== 'div') return false;
  if (/^(?:footnote|endnote|comment)(?:-list)?$/.test(css(node, 'mso-element') ?? '')) return true;
  if (/^(?:ftn|edn|_com_)\d+$/.test(attribute(node, 'id') ?? '')) return true;
  const [first] = elementsOf(node);
  return first?.tagName === 'p' && linksBack(first);
}

function linksBack(node: HtmlElement): boolean {
  return elementsOf(node).some(
    (each) => (each.tagName === 'a' && FROM_NOTE.test(attribute(each, 'href') ?? '')) || linksBack(each),
  );
}
