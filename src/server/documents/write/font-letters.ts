/**
 * The letters that a TrueType font has a shape for, from its `cmap` table (OpenType, formats 4 and 12). Empty when the file has neither
 * table.
 */
export function lettersOf(font: Buffer): Set<number> {
  const letters = new Set<number>();
  const at = tableAt(font, 'cmap');
  if (at === null) return letters;
  for (let index = 0; index < font.readUInt16BE(at + 2); index += 1) {
    const table = at + font.readUInt32BE(at + 8 + index * 8);
    const format = font.readUInt16BE(table);
    if (format === 4) addSegments(font, table, letters);
    else if (format === 12) addGroups(font, table, letters);
  }
  return letters;
}

function tableAt(font: Buffer, name: string): number | null {
  for (let index = 0; index < font.readUInt16BE(4); index += 1) {
    const entry = 12 + index * 16;
    if (font.toString('latin1', entry, entry + 4) === name) return font.readUInt32BE(entry + 8);
  }
  return null;
}

/** Format 4: segments of the basic plane, each with a shift or a list of shapes; shape 0 is none. */
function addSegments(font: Buffer, table: number, letters: Set<number>): void {
  const doubled = font.readUInt16BE(table + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const end = font.readUInt16BE(table + 14 + segment);
    const start = font.readUInt16BE(table + 16 + doubled + segment);
    const shift = font.readUInt16BE(table + 16 + 2 * doubled + segment);
    const rangeAt = table + 16 + 3 * doubled + segment;
    const range = font.readUInt16BE(rangeAt);
    for (let letter = start; letter <= end && letter !== 0xffff; letter += 1) {
      const listed = range === 0 ? letter : font.readUInt16BE(rangeAt + range + 2 * (letter - start));
      if (listed !== 0 && ((listed + shift) & 0xffff) !== 0) letters.add(letter);
    }
  }
}

/** Format 12: groups of any plane. */
function addGroups(font: Buffer, table: number, letters: Set<number>): void {
  for (let group = 0; group < font.readUInt32BE(table + 12); group += 1) {
    const at = table + 16 + group * 12;
    for (let letter = font.readUInt32BE(at); letter <= font.readUInt32BE(at + 4); letter += 1) letters.add(letter);
  }
}
