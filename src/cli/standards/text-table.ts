/** Rows as aligned columns, two blanks between them; the last column is not padded. Letters with tones count once (NFC). */
export function textTable(rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map((cell) => cell.normalize('NFC')));
  const widths = clean.reduce<number[]>((sum, row) => row.map((cell, at) => Math.max(sum[at] ?? 0, width(cell))), []);
  return clean.map((row) =>
    row
      .map((cell, at) =>
        at === row.length - 1 ? cell : cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - width(cell))),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** Words wrapped to a width, each line after an indent; the first line may begin with a label as wide as the indent. */
export function wrap(text: string, label: string, indent: number, columns = 110): string[] {
  const lines: string[] = [];
  let line = label.padEnd(indent);
  for (const word of text.normalize('NFC').split(/\s+/)) {
    const glue = line.length > indent && !/\s$/.test(line) ? ' ' : '';
    if (line.length + glue.length + word.length > columns && line.trim() !== label.trim()) {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent) + word;
    } else line += glue + word;
  }
  return [...lines, line.trimEnd()];
}

function width(text: string): number {
  return [...text].length;
}
