import { fold } from '#core/kernel/text.ts';
import type { ColumnField } from './column-field.ts';
import { itemFieldsOf } from './column-field.ts';
import type { Context } from './context-row.ts';
import { NO_CONTEXT, criterionIn, enter } from './context-row.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import { labelledTexts } from './labelled-line.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';

/** "Kế hoạch cải tiến chất lượng" above the text of a criterion. */
const PLAN_HEADING =
  /^[\s.\-*+]*(?:\d\s*[.)]\s*|[a-z][.)]\s*)?(?:noi dung )?ke hoach cai tien( chat luong)?( giao duc)?\s*[:.]?\s*$/;

interface Group {
  head: FlowLine | null;
  context: Context;
  lines: FlowLine[];
  headings: FlowLine[];
}

/**
 * Items in running text: under headings of criteria, or, as people write in a chat, numbered lines with "Thời gian: …" and
 * "Người thực hiện: …" below them. One item for each heading.
 */
export function readProseItems(state: Recognition): ItemDraft[] {
  const groups = groupsOf(state);
  const byCriterion = groups.filter(({ context, head }) => context.criterion !== null && head !== null);
  const chosen = (byCriterion.length >= 2 ? byCriterion : groups.filter(isLabelledGroup)).filter(
    ({ lines, head }) => lines.length > 0 || isLong(head),
  );
  const drafts = chosen.map((group) => draftOf(state, group));
  const labels = new Set<ColumnField>(drafts.flatMap(({ texts }) => Object.keys(texts) as ColumnField[]));
  for (const field of [...labels].flatMap(itemFieldsOf)) addField(state, field);
  if (drafts.length > 0) addField(state, 'action');
  if (drafts.some(({ context }) => context.criterion !== null)) addField(state, 'criterion');
  return drafts;
}

function addField(state: Recognition, field: ReturnType<typeof itemFieldsOf>[number]): void {
  if (!state.plan.itemFields.includes(field)) state.plan.itemFields.push(field);
}

function isLong(head: FlowLine | null): boolean {
  return head !== null && factsOf(head.text) >= 2;
}

/** Numbered lines are heads of groups in a chat only when facts are named below or on them. */
function isLabelledGroup({ head, lines }: Group): boolean {
  const facts = lines.reduce((sum, line) => sum + factsOf(line.text), 0) + (head === null ? 0 : factsOf(head.text));
  return head !== null && facts >= 2;
}

function factsOf(text: string): number {
  return labelledTexts(text).filter(({ field }) => field !== null).length;
}

function groupsOf(state: Recognition): Group[] {
  const groups: Group[] = [];
  let context: Context = NO_CONTEXT;
  let open: Group | null = null;
  let headings: FlowLine[] = [];
  for (const part of state.flow.slice(state.bodyStart, state.bodyEnd)) {
    if (part.kind === 'table' || !isFree(state, part.paragraphs)) {
      open = null;
      continue;
    }
    const entered = enter(context, part.text, true);
    if (entered !== null && isHeadingOfItem(part)) {
      context = entered;
      open = null;
      if (criterionIn(part.text, true) === null) headings.push(part);
      else {
        open = { head: part, context, lines: [], headings };
        groups.push(open);
        headings = [];
      }
    } else if (endsGroup(part)) {
      open = null;
      context = NO_CONTEXT;
      headings = [];
    } else if (
      labelOf(part)?.kind === 'arabic' &&
      (open === null || open.context.criterion === null) &&
      factsOf(part.text) !== 1
    ) {
      open = { head: part, context, lines: [], headings };
      groups.push(open);
      headings = [];
    } else if (open !== null) open.lines.push(part);
  }
  return groups;
}

/** A heading is a name, not a sentence that happens to begin with "Tiêu chí 1.1". */
function isHeadingOfItem(line: FlowLine): boolean {
  return line.style.heading !== undefined || line.text.length <= 220 || factsOf(line.text) >= 2;
}

function endsGroup(line: FlowLine): boolean {
  const kind = labelOf(line)?.kind;
  if (kind === 'roman' || kind === 'upper' || kind === 'part') return true;
  return /\p{Lu}{2}/u.test(line.text) && !/\p{Ll}/u.test(line.text) && line.text.length >= 12;
}

function draftOf(state: Recognition, group: Group): ItemDraft {
  const { head, context, lines } = group;
  const all: FlowLine[] = head === null ? lines : [head, ...lines];
  const body = lines.filter((line) => !PLAN_HEADING.test(fold(line.text)));
  use(
    state,
    group.headings.flatMap((line) => line.paragraphs),
    'item-group',
  );
  const paragraphs = all.flatMap((line) => line.paragraphs);
  use(state, paragraphs, 'item');
  for (const line of [...group.headings, ...all]) state.itemParts.add(line as FlowPart);
  const labelled = isLabelledGroup(group);
  return {
    context,
    texts: labelled ? labelledFacts(group, body) : { action: body.map(withLabel).join('\n') },
    narrative: !labelled,
    place: head?.place ?? paragraphs[0]?.place ?? null,
    paragraphs,
  };
}

function withLabel(line: FlowLine): string {
  return (line.label === null ? '' : `${line.label} `) + line.text.trim();
}

/** Facts by their labels; a line without a label goes on with the fact above; the head itself is the action when none is named. */
function labelledFacts({ head, context }: Group, lines: FlowLine[]): ItemDraft['texts'] {
  const texts: ItemDraft['texts'] = {};
  const add = (field: ColumnField, text: string) => {
    if (text !== '') texts[field] = texts[field] === undefined ? text : `${texts[field]}\n${text}`;
  };
  const [title, ...onHead] = head === null ? [] : labelledTexts(labelOf(head)?.text ?? head.text);
  let field: ColumnField = 'action';
  for (const fact of [...onHead, ...lines.flatMap((line) => labelledTexts(withLabel(line)))]) {
    field = fact.field ?? field;
    add(field, fact.text);
  }
  if (title !== undefined) addTitle(texts, title.field, title.text, context);
  return texts;
}

function addTitle(texts: ItemDraft['texts'], field: ColumnField | null, title: string, context: Context): void {
  if (field !== null) texts[field] ??= title;
  else if (context.criterion !== null && criterionIn(title, true) !== null) texts.criterion = title;
  else if (texts.action === undefined) texts.action = title;
  else texts.need ??= title;
}
