import type { Section } from '#core/plan/plan-document.ts';
import { brokenLines } from './broken-lines.ts';
import { basesInFront } from './decision-in-front.ts';
import type { FlowLine, FlowTable } from './flow.ts';
import { lineOf } from './flow.ts';
import type { GridRow } from './grid.ts';
import { flatText, gridOf } from './grid.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';
import { giveRoles } from './section-role.ts';
import { SectionTree, sectionsOf } from './section-tree.ts';
import { isKeptTable } from './kept-table.ts';

/** The rest of the body as a tree of sections; where items stood, the open section gets the role `items`. */
export function buildSections(state: Recognition): void {
  const tree = new SectionTree();
  for (const line of basesInFront(state)) addLine(state, tree, line);
  for (const part of state.flow.slice(state.bodyStart, state.bodyEnd)) {
    if (state.itemParts.has(part)) tree.items();
    else if (state.leftUnread.has(part)) continue;
    else if (part.kind === 'line') addLine(state, tree, part);
    else if (isFree(state, part.paragraphs) && isKeptTable(gridOf(part.table))) addTable(state, tree, part);
  }
  const { lines, children, items } = sectionsOf(tree.root);
  const opening: Section = { label: null, title: '', role: 'opening', lines, children: [], place: null };
  state.plan.sections = lines.length > 0 ? [opening, ...children] : children;
  if (state.items.length > 0) markItems(state, items);
  giveRoles(state.plan.sections);
}

function addLine(state: Recognition, tree: SectionTree, line: FlowLine): void {
  if (line.paragraphs.length === 0 || !isFree(state, line.paragraphs)) return;
  for (const each of brokenLines(line)) tree.add(each);
  use(state, line.paragraphs, 'section');
}

/** Rows of results, duties or monitoring as lines, their cells set apart by " | ". */
function addTable(state: Recognition, tree: SectionTree, part: FlowTable): void {
  for (const row of gridOf(part.table).rows) {
    const cells = row.ownCells;
    const [first] = cells.flatMap((cell) => cell.paragraphs);
    if (first === undefined) continue;
    tree.addText(rowText(row), lineOf(first).place);
  }
  use(state, part.paragraphs, 'section-table');
}

/** Blank cells in the middle keep their place, so that the row can be set as a table again. */
function rowText(row: GridRow): string {
  const texts = row.row.cells.map(flatText);
  const last = texts.findLastIndex((text) => text !== '');
  return texts.slice(0, last + 1).join(' | ');
}

/** Exactly one section holds the items: the one under which they all stood, or the first. */
function markItems(state: Recognition, found: ReadonlySet<Section>): void {
  const common = smallestWith(state.plan.sections, found) ?? [...found][0];
  if (common !== undefined) common.role = 'items';
  else {
    const place = state.items[0]?.source ?? null;
    const at = state.plan.sections[0]?.role === 'opening' ? 1 : 0;
    state.plan.sections.splice(at, 0, { label: null, title: '', role: 'items', lines: [], children: [], place });
  }
}

function smallestWith(sections: readonly Section[], wanted: ReadonlySet<Section>): Section | null {
  if (wanted.size === 0) return null;
  for (const section of sections) {
    const inside = [...wanted].filter((each) => each === section || holds(section, each));
    if (inside.length === wanted.size)
      return wanted.has(section) ? section : (smallestWith(section.children, wanted) ?? section);
  }
  return null;
}

function holds(section: Section, wanted: Section): boolean {
  return section.children.some((child) => child === wanted || holds(child, wanted));
}
