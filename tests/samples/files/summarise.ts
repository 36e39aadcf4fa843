import { paragraphsOf, type Block, type SourceBlocks, type Table } from '#core/documents/block.ts';

/** Paragraphs outside tables as they read, labels included, furniture left out. */
export function texts(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) =>
    block.kind === 'paragraph' && !block.furniture ? [(block.label ? `${block.label} ` : '') + block.text] : [],
  );
}

export function tables(source: SourceBlocks): Table[] {
  return source.blocks.filter((block) => block.kind === 'table');
}

/** A table as rows of cell texts; "|" between the paragraphs of a cell, the spans behind: "text+2" and "text^2". */
export function grid(table: Table | undefined): string[][] {
  return (table?.rows ?? []).map((row) =>
    row.cells.map((cell) => {
      const text = cell.paragraphs.map((each) => (each.label ? `${each.label} ` : '') + each.text).join('|');
      return text + (cell.columnSpan > 1 ? `+${cell.columnSpan}` : '') + (cell.rowSpan > 1 ? `^${cell.rowSpan}` : '');
    }),
  );
}

export function furniture(source: SourceBlocks): string[] {
  return [...paragraphsOf(source.blocks)].filter((each) => each.furniture).map((each) => `${each.furniture}: ${each.text}`);
}

/** Every word in reading order, furniture left out. */
export function words(source: SourceBlocks): string[] {
  return [...paragraphsOf(source.blocks)]
    .filter((each) => !each.furniture)
    .flatMap((each) => `${each.label ?? ''} ${each.text}`.split(/\s+/))
    .filter((word) => word !== '');
}
