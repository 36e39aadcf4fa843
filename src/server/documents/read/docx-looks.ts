/** How a page looks, which no reader asks; the greater part of the elements of a Word file. */
const LOOKS =
  `szCs bCs iCs lang color kern noProof shd spacing ind widowControl keepNext keepLines contextualSpacing suppressAutoHyphens autoSpaceDE
  autoSpaceDN adjustRightInd snapToGrid tabs pBdr tcW tcMar tcBorders vAlign noWrap tblBorders tblCellMar tblLook cantSplit trHeight
  proofErr bookmarkStart bookmarkEnd`
    .split(/\s+/)
    .map((name) => `w:${name}`);

const ANY_LOOKS = emptyOr(LOOKS);
const ANY_LOOKS_OR_FONTS = emptyOr([...LOOKS, 'w:rFonts']);

/** Elements of these names with nothing inside but some empty elements. */
function emptyOr(names: readonly string[]): RegExp {
  const name = `(?:${names.join('|')})`;
  return new RegExp(`<${name}(?:\\s[^<>]*)?(?:/>|>(?:<[^<>]*/>){0,99}</${name}>)`, 'g');
}

/**
 * A part of a Word file without the elements of looks, since cutting them out costs much less than reading them. Fonts of TCVN3 and VNI
 * change what letters mean: with `fonts` they stay.
 */
export function withoutLooks(xml: string, fonts: boolean): string {
  // Inside CDATA, and only there, what looks like an element may be a text.
  return xml.includes('<![CDATA[') ? xml : xml.replace(fonts ? ANY_LOOKS : ANY_LOOKS_OR_FONTS, '');
}
