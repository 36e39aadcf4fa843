/** How a page looks, which no reader asks; the greater part of the elements of a Word file. */
export const LOOKS: ReadonlySet<string> = new Set(
  `szCs bCs iCs lang color kern noProof shd spacing ind widowControl keepNext keepLines contextualSpacing suppressAutoHyphens autoSpaceDE
  autoSpaceDN adjustRightInd snapToGrid tabs pBdr tcW tcMar tcBorders vAlign noWrap tblBorders tblCellMar tblLook cantSplit trHeight
  proofErr bookmarkStart bookmarkEnd`
    .split(/\s+/)
    .map((name) => `w:${name}`),
);

/** Fonts of TCVN3 and VNI change what the letters mean: where one is named, fonts are more than looks. */
export const LOOKS_AND_FONTS: ReadonlySet<string> = new Set([...LOOKS, 'w:rFonts']);
