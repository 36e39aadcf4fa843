/**
 * What a spreadsheet or Word puts on the clipboard as text: cells apart by tabs, rows by line ends, a cell with either of them
 * in quotes with its own quotes doubled. One line end after the last row is no row.
 */
export function pastedTable(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let index = 0;
  const source = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  while (index < source.length) {
    const character = source[index]!;
    if (character === '"' && cell === '') {
      const quoted = quotedCell(source, index);
      if (quoted) {
        cell = quoted.text;
        index = quoted.next;
        continue;
      }
    }
    if (character === '\t' || character === '\n') {
      rows.at(-1)!.push(cell);
      if (character === '\n') rows.push([]);
      cell = '';
    } else cell += character;
    index += 1;
  }
  rows.at(-1)!.push(cell);
  return rows;
}

/** A quoted cell that ends where a cell may end; null when the quotes are just part of the text. */
function quotedCell(source: string, start: number): { text: string; next: number } | null {
  let text = '';
  for (let index = start + 1; index < source.length; index++) {
    if (source[index] !== '"') text += source[index];
    else if (source[index + 1] === '"') {
      text += '"';
      index += 1;
    } else {
      const after = source[index + 1];
      return after === undefined || after === '\t' || after === '\n' ? { text, next: index + 1 } : null;
    }
  }
  return null;
}

/** True when the text is more than one cell, and so goes into several. A text of several lines without tabs is one cell's. */
export function isTable(rows: readonly (readonly string[])[]): boolean {
  return rows.some((row) => row.length > 1);
}
