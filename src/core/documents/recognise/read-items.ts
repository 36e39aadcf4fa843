import type { ItemField } from '#core/plan/plan-document.ts';
import { cellReadings } from './cell-readings.ts';
import { readDashedLines } from './dashed-lines.ts';
import type { ItemDraft } from './item-draft.ts';
import { finishItem } from './finish-item.ts';
import { readPlanTables } from './plan-tables.ts';
import { namedFields, withNamedFacts } from './named-facts.ts';
import { readProblems } from './problem-table.ts';
import { readProseBesideTables, readProseItems } from './prose-items.ts';
import { readTextTables } from './text-table.ts';
import { readToldStandards } from './told-standards.ts';
import type { Recognition } from './recognition.ts';

/** The ways in which plans hold their items; the first that finds any is the one of this document. */
const SOURCES: ((state: Recognition) => ItemDraft[])[] = [
  readPlanTables,
  readTextTables,
  readDashedLines,
  readProseItems,
  readToldStandards,
];

/** Reads the items of an improvement plan; documents of another kind have none. */
export function readItems(state: Recognition): void {
  if (state.kind !== 'improvement-plan') return;
  for (const read of SOURCES) {
    const drafts = read(state);
    if (drafts.length === 0) continue;
    if (read === readPlanTables) addProse(state, drafts);
    const fields = new Set<string>(state.plan.itemFields);
    if (!drafts.some(hasOwnerCell)) fields.delete('owners');
    const cells = cellReadings(state.plan.schoolYear);
    const named = withNamedFacts(drafts, fields);
    const items = named.map((draft, index) => finishItem(draft, index + 1, cells, fields));
    // Criteria of the scheme before 2018 are others under the same numbers.
    state.items = state.legacyScheme ? items.map((item) => ({ ...item, criterion: null })) : items;
    addFields(state, namedFields(drafts, named));
    if (state.items.some(({ time }) => time.text !== null)) addFields(state, ['time']);
    if (state.items.some(({ levels }) => levels.length > 0)) addFields(state, ['level']);
    addResourceFields(state);
    readProblems(state);
    return;
  }
}

/** Some plans put a part of their criteria into tables and tell the others in sentences: all in the order of the source. */
function addProse(state: Recognition, drafts: ItemDraft[]): void {
  const told = readProseBesideTables(state);
  if (told.length === 0) return;
  drafts.push(...told);
  drafts.sort((a, b) => (a.paragraphs[0]?.id ?? 0) - (b.paragraphs[0]?.id ?? 0));
}

/** An owner column that is blank from top to bottom is as good as none: the sentences are asked. */
function hasOwnerCell({ texts }: ItemDraft): boolean {
  return [texts.owners, texts.leads, texts.collaborators].some((text) => text !== undefined && text !== '');
}

/** A column of resources counts as money when every row has some, as support when any row has it. */
function addResourceFields(state: Recognition): void {
  if (state.items.every(({ budget }) => budget.text !== null)) addFields(state, ['budget']);
  if (state.items.some(({ support }) => support !== null)) addFields(state, ['support']);
}

function addFields({ plan }: Recognition, fields: readonly ItemField[]): void {
  for (const field of fields) if (!plan.itemFields.includes(field)) plan.itemFields.push(field);
}
