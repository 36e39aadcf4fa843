/** How a page looks, which no reader asks; the greater part of the elements of a Word file. */
const NAMES =
  `szCs bCs iCs rFonts lang color kern noProof shd spacing ind widowControl keepNext keepLines contextualSpacing suppressAutoHyphens
  autoSpaceDE autoSpaceDN adjustRightInd snapToGrid tabs pBdr tcW tcMar tcBorders vAlign noWrap tblBorders tblCellMar tblLook
  cantSplit trHeight proofErr bookmarkStart bookmarkEnd`
    .split(/\s+/)
    .map((name) => `w:${name}`);

interface Looks {
  names: ReadonlySet<string>;
  /** Elements of these names with nothing inside. */
  empty: RegExp;
}

const ALL = looksOf(NAMES);
const ALL_BUT_FONTS = looksOf(NAMES.filter((name) => name !== 'w:rFonts'));

function looksOf(names: readonly string[]): Looks {
  return { names: new Set(names), empty: new RegExp(`<(?:${names.join('|')})(?:\\s[^<>]*)?/>`, 'g') };
}

/**
 * A part of an Office file without the elements of looks that have nothing inside, since cutting them out costs much less than parsing
 * them; and the names of those that may still stand in it, to be left out with all inside.
 */
export function withoutLooks(xml: string): { xml: string; looks: ReadonlySet<string> } {
  const { names, empty } = hasOldFonts(xml) ? ALL_BUT_FONTS : ALL;
  // Inside CDATA, and only there, what looks like an element may be a text.
  return { xml: xml.includes('<![CDATA[') ? xml : xml.replace(empty, ''), looks: names };
}

/** Fonts of TCVN3 and VNI change what the letters mean: where one is named, fonts are more than looks. */
function hasOldFonts(xml: string): boolean {
  return xml.includes('".Vn') || xml.includes('"VNI-');
}
