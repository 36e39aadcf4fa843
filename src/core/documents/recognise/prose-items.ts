import { fold } from '#core/kernel/text.ts';
import { criteriaOf } from '#core/standards/find-in-set.ts';
import { knownOwner } from '#core/plan/owner-known.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { ColumnField } from './column-field.ts';
import { itemFieldsOf } from './column-field.ts';
import type { Context } from './context-row.ts';
import { NO_CONTEXT, criterionIn, enter, standardIn } from './context-row.ts';
import type { FlowLine, FlowPart } from './flow.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import { labelledTexts } from './labelled-line.ts';
import { enterNamed } from './named-criterion.ts';
import { MONEY, TIME } from './infer-columns.ts';
import { COUNTED_NAME, isPlanHeading, labelledFacts, plainFacts, withLabel, withNeed } from './prose-facts.ts';
import type { Head } from './prose-facts.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';

interface Group extends Head {
  lines: FlowLine[];
  headings: FlowLine[];
  /** Whose work stands under a heading of their own: "2. Đồng chí Kế toán". */
  owner: string | null;
}

/**
 * Items in running text: under headings of criteria, or, as people write in a chat, numbered lines with "Thời gian: …" and
 * "Người thực hiện: …" below them. One item for each heading.
 */
export function readProseItems(state: Recognition): ItemDraft[] {
  const groups = groupsOf(state);
  return takeGroups(state, chosenOf(groups));
}

/**
 * What a document plans in running text beside its tables: only under headings of criteria or standards, and only with what is done
 * and by whom or when named as such.
 */
export function readProseBesideTables(state: Recognition): ItemDraft[] {
  return takeGroups(state, groupsOf(state).filter(isPlanned));
}

function isPlanned(group: Group): boolean {
  if (group.context.standard === null || !isLabelledGroup(group)) return false;
  const fields = new Set(group.lines.flatMap((line) => labelledTexts(withLabel(line)).map(({ field }) => field)));
  return fields.has('action') && (fields.has('time') || fields.has('owners') || fields.has('leads'));
}

function chosenOf(groups: readonly Group[]): Group[] {
  const byCriterion = groups.filter(({ context, head }) => context.criterion !== null && head !== null);
  const criteriaCount = byCriterion.length >= 2;
  const areHeaded = groups.filter(({ planned }) => planned).length >= 2;
  return groups.filter(
    (group) =>
      !(areHeaded && isAside(group)) &&
      (group.lines.length > 0 || isLabelledGroup(group)) &&
      (isLabelledGroup(group) || group.planned || (criteriaCount && byCriterion.includes(group))),
  );
}

/** Where plans stand under headings of their own, a numbered heading of another part that names no fact is none of them. */
function isAside({ planned, context, lines }: Group): boolean {
  const [first] = lines;
  return !planned && context.standard === null && (first === undefined || factsOf(withLabel(first)) === 0);
}

function takeGroups(state: Recognition, chosen: readonly Group[]): ItemDraft[] {
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

/** Numbered lines are heads of groups in a chat only when facts are named below or on them. */
function isLabelledGroup({ head, lines, context }: Group): boolean {
  const facts = lines.reduce((sum, line) => sum + factsOf(line.text), 0) + (head === null ? 0 : factsOf(head.text));
  const onHead = context.criterion !== null && head !== null && factsOf(head.text) === 1;
  return head !== null && (facts >= 2 || onHead || (facts === 1 && namesNeedFirst(lines)));
}

/** "1.1. Điểm yếu" above "1.2. Kế hoạch cải tiến chất lượng": both are names, the second one of the action. */
function namesNeedFirst(lines: readonly FlowLine[]): boolean {
  const plan = lines.findIndex(isPlanHeading);
  return lines.slice(0, Math.max(0, plan)).some((line) => labelledTexts(withLabel(line))[0]?.field === 'need');
}

function factsOf(text: string): number {
  return labelledTexts(text).filter(({ field }) => field !== null).length;
}

function groupsOf(state: Recognition): Group[] {
  const groups: Group[] = [];
  let context: Context = NO_CONTEXT;
  let open = null as Group | null;
  let headings: FlowLine[] = [];
  let owner: string | null = null;
  const parts = state.flow.slice(state.bodyStart, state.bodyEnd);
  const start = (head: FlowLine, below: FlowPart | undefined, at: Context) => {
    open = { head, context: at, lines: [], headings, planned: below?.kind === 'line' && isPlanHeading(below), owner };
    groups.push(open);
    headings = [];
  };
  for (const [index, part] of parts.entries()) {
    const below = parts[index + 1];
    if (part.kind === 'table' || !isFree(state, part.paragraphs)) {
      open = null;
      continue;
    }
    const bare = isTitleOfCriterion(part.text, state.knowledge.sets);
    const entered = enter(context, part.text, bare);
    // Within an item it would be the last of its own lines: the first such heading stands above all items.
    const person: string | null = open === null || owner !== null ? ownerHeading(part, below) : null;
    if (person !== null) {
      owner = person;
      open = null;
      headings.push(part);
    } else if (entered !== null && isHeadingOfItem(part)) {
      context = entered;
      open = null;
      const holds = criterionIn(part.text, bare) !== null || startsPlan(below, state.knowledge.sets);
      if (holds) start(part, below, context);
      else headings.push(part);
    } else if (endsGroup(part, open)) {
      open = null;
      context = NO_CONTEXT;
      headings = [];
      owner = null;
    } else if (startsByNumber(part, open, below)) {
      start(part, below, { ...context, criterion: null, criterionText: null });
    } else if (open !== null && saysAll(open, part)) open = null;
    else if (open !== null) open.lines.push(part);
  }
  return groups;
}

/**
 * Whether a plain sentence is about something else: below a criterion that names its facts on its own line, and behind when, by whom
 * or with what money, once the item says what is done.
 */
function saysAll(group: Group, line: FlowLine): boolean {
  const { head, lines, context } = group;
  if (head === null || labelOf(line) !== null || !/^\p{Lu}.*[.;/]$/u.test(line.text.trim())) return false;
  if (factsOf(line.text) > 0) return false;
  // A card ends with its table.
  const last = lines.at(-1);
  if (last !== undefined && last.place.table !== null && line.place.table === null) return true;
  if (lines.length === 0) return context.criterion !== null && factsOf(head.text) > 0;
  const fact = labelledTexts(withLabel(last!)).at(-1)!;
  if (fact.field === null || !SHORT_FACTS.has(fact.field) || !/[.;]$/.test(fact.text)) return false;
  const words = fold(line.text);
  return [head, ...lines].some(saysAction) && !TIME.test(words) && !MONEY.test(words);
}

/** Facts that are told on their own line. */
const SHORT_FACTS = new Set<ColumnField>(['time', 'owners', 'leads', 'collaborators', 'budget', 'resources']);

function saysAction(line: FlowLine): boolean {
  return labelledTexts(withLabel(line)).some(({ field }) => field === 'action');
}

/** "2. Đồng chí Kế toán" above the criteria that they work on. */
function ownerHeading(part: FlowLine, below: FlowPart | undefined): string | null {
  const name = labelOf(part)?.text.replace(/[\s:.]+$/, '') ?? '';
  if (name === '' || name.length > LONGEST_OWNER || below?.kind !== 'line' || criterionIn(below.text) === null)
    return null;
  return knownOwner(name) === null ? null : name;
}

const LONGEST_OWNER = 80;

/** "1.5. Tổ chức nhóm trẻ …" without the word "Tiêu chí" is a criterion only when a set has that title under that number. */
function isTitleOfCriterion(text: string, sets: readonly StandardSet[]): boolean {
  if (!/^\s*\d/.test(text)) return false;
  const [, code, title = ''] = /^(\d\.\d{1,2})\s*[.:)-]?\s+(.{8,})$/.exec(fold(text)) ?? [];
  if (code === undefined) return false;
  const begins = title.slice(0, 20);
  return sets.some((set) => criteriaOf(set).some((each) => each.code === code && fold(each.title).startsWith(begins)));
}

/** A standard whose plan or facts stand right below it is planned as a whole. */
function startsPlan(below: FlowPart | undefined, sets: readonly StandardSet[]): boolean {
  if (below?.kind === 'line' && isPlanHeading(below)) return true;
  if (below?.kind !== 'line' || isTitleOfCriterion(below.text, sets) || enter(NO_CONTEXT, below.text)) return false;
  const [first] = labelledTexts(withLabel(below));
  return first !== undefined && first.field !== null;
}

/** "Nhiệm vụ 1. Nâng cao chất lượng mũi nhọn" above its facts. */
const NUMBERED =
  /^(nhiem vu|hoat dong|giai phap|noi dung|cong viec|viec|van de)( uu tien)?\s+(so\s+)?\d{1,2}\s*(\([^)]{1,40}\)\s*)?[.:)]/;

/** Letters of the longest words, number and bracket in `NUMBERED`, with some room for blanks. */
const LONGEST_NUMBERED = 80;

/** "1. …" begins an item outside of criteria, and anywhere when its plan follows under a heading of its own. */
function startsByNumber(part: FlowLine, open: Group | null, below: FlowPart | undefined): boolean {
  if (
    NUMBERED.test(fold(part.text.slice(0, LONGEST_NUMBERED))) &&
    below?.kind === 'line' &&
    factsOf(withLabel(below)) === 1
  )
    return true;
  if (labelOf(part)?.kind !== 'arabic') return false;
  if (below?.kind === 'line' && isPlanHeading(below)) return true;
  return factsOf(part.text) !== 1 && (open === null || open.context.criterion === null);
}

/** A heading is a name, not a sentence that happens to begin with "Tiêu chí 1.1". */
function isHeadingOfItem(line: FlowLine): boolean {
  return line.style.heading !== undefined || line.text.length <= 220 || factsOf(line.text) >= 2;
}

/** "3. Tổ chức thực hiện" behind "2.2.1. Tiêu chí 2.4": the last part of the document, however it is numbered. */
function closesPlan(line: FlowLine): boolean {
  const label = labelOf(line);
  if (label?.kind !== 'arabic' || label.text.length > LONGEST_CLOSING || /[.;]$|:\s*\S/.test(label.text)) return false;
  return CLOSES.test(fold(label.text));
}

const LONGEST_CLOSING = 60;
const CLOSES =
  /^(bien phap )?to chuc (thuc hien|trien khai)( ke hoach)?\s*:?$|^(che do|cong tac) (thong tin,? )?bao cao\s*:?$/;

function endsGroup(line: FlowLine, open: Group | null): boolean {
  const kind = labelOf(line)?.kind;
  if (kind === 'roman' || kind === 'upper' || kind === 'part' || closesPlan(line)) return true;
  // Where headings are bold, capitals that are not stand in a sentence.
  if (open?.head?.style.bold && !line.style.bold) return false;
  const capitals = /\p{Lu}{2}/u.test(line.text) && !/\p{Ll}/u.test(line.text) && line.text.length >= 12;
  // "TG: 10/2025" is a fact of the item.
  return capitals && factsOf(withLabel(line)) === 0;
}

function draftOf(state: Recognition, group: Group): ItemDraft {
  const { head, context, lines } = group;
  const ofStandard = head !== null && context.criterion === null && standardIn(head.text) !== null;
  const headings = ofStandard ? [...group.headings, head] : group.headings;
  const all: FlowLine[] = head === null || ofStandard ? lines : [head, ...lines];
  const body = lines.filter((line) => !isPlanHeading(line));
  use(
    state,
    headings.flatMap((line) => line.paragraphs),
    'item-group',
  );
  const paragraphs = all.flatMap((line) => line.paragraphs);
  use(state, paragraphs, 'item');
  for (const line of [...headings, ...all]) state.itemParts.add(line as FlowPart);
  const labelled = isLabelledGroup(group);
  const counted = COUNTED_NAME.exec(head === null ? '' : (labelOf(head)?.text ?? head.text))?.[0] ?? '';
  return {
    context: (context.criterion === null ? enterNamed(context, counted) : null) ?? context,
    texts: withOwner(
      labelled ? withNeed(labelledFacts(group, lines), state.knowledge.sets) : plainFacts(group, body),
      group.owner,
    ),
    narrative: true,
    place: head?.place ?? paragraphs[0]?.place ?? null,
    paragraphs,
  };
}

function withOwner(texts: ItemDraft['texts'], owner: string | null): ItemDraft['texts'] {
  const named = texts.owners ?? texts.leads;
  return owner === null || named !== undefined ? texts : { ...texts, leads: owner };
}
