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

/** A cell of a table with merged cells. */
export interface SpanningCell {
  text: string;
  /** How many columns and rows it covers, 1 for a plain cell. */
  columns: number;
  rows: number;
}

/**
 * A table with merged cells as plain rows. What is merged downwards is said of each row that it covers; what is merged sideways
 * stands in its first column. Blank rows at the end are no rows.
 */
export function withoutSpans(table: readonly (readonly SpanningCell[])[]): string[][] {
  const result: string[][] = [];
  /** By column: text that goes on from above, and for how many rows still. */
  const open = new Map<number, { text: string; left: number }>();
  for (const cells of table) {
    const row: string[] = [];
    const goOn = (): void => {
      for (let above = open.get(row.length); above; above = open.get(row.length)) {
        if (above.left === 1) open.delete(row.length);
        else above.left -= 1;
        row.push(above.text);
      }
    };
    for (const cell of cells) {
      goOn();
      for (let offset = 0; offset < cell.columns; offset++) {
        const text = offset === 0 ? cell.text : '';
        if (cell.rows > 1) open.set(row.length, { text, left: cell.rows - 1 });
        row.push(text);
      }
    }
    goOn();
    result.push(row);
  }
  while (result.at(-1)?.every((text) => text === '')) result.pop();
  return result;
}
