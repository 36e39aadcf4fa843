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
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';

/** "Kế hoạch cải tiến chất lượng" above the text of a criterion. */
const PLAN_HEADING =
  /^[\s.\-*+]*(?:\d(?:\.\d{1,2}){0,2}\s*[.)]\s*|[a-z][.)]\s*)?(?:noi dung )?ke hoach cai tien( chat luong)?( giao duc)?\s*[:.]?\s*$/;
const LONGEST_PLAN_HEADING = 120;

interface Group {
  head: FlowLine | null;
  context: Context;
  lines: FlowLine[];
  headings: FlowLine[];
  /** "Kế hoạch cải tiến chất lượng" stands right below the head. */
  planned: boolean;
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
  return groups.filter(
    (group) =>
      (group.lines.length > 0 || isLabelledGroup(group)) &&
      (isLabelledGroup(group) || group.planned || (criteriaCount && byCriterion.includes(group))),
  );
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
      const holds = criterionIn(part.text, bare) !== null || startsFacts(below, state.knowledge.sets);
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

/** A criterion that names its facts on its own line is whole: a plain sentence below it is about something else. */
function saysAll({ head, lines, context }: Group, line: FlowLine): boolean {
  if (head === null || lines.length > 0 || context.criterion === null || factsOf(head.text) === 0) return false;
  return labelOf(line) === null && factsOf(line.text) === 0 && /^\p{Lu}.*[.;]$/u.test(line.text.trim());
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

/** A standard whose facts are named right below it is planned as a whole. */
function startsFacts(below: FlowPart | undefined, sets: readonly StandardSet[]): boolean {
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
  if (labelOf(part)?.kind !== 'arabic' || factsOf(part.text) === 1) return false;
  return open === null || open.context.criterion === null || (below?.kind === 'line' && isPlanHeading(below));
}

function isPlanHeading(line: FlowLine): boolean {
  return line.text.length < LONGEST_PLAN_HEADING && PLAN_HEADING.test(fold(line.text));
}

/** A heading is a name, not a sentence that happens to begin with "Tiêu chí 1.1". */
function isHeadingOfItem(line: FlowLine): boolean {
  return line.style.heading !== undefined || line.text.length <= 220 || factsOf(line.text) >= 2;
}

function endsGroup(line: FlowLine, open: Group | null): boolean {
  const kind = labelOf(line)?.kind;
  if (kind === 'roman' || kind === 'upper' || kind === 'part') return true;
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

/** Behind the number of a criterion stands its title, or else what is wrong there, or what is done where nothing else says it. */
function withNeed(texts: ItemDraft['texts'], sets: readonly StandardSet[]): ItemDraft['texts'] {
  const [, head, words] = /^([^:]{0,24}?\d\.\d{1,2})\s*[.:–-]\s+(.{8,})$/su.exec(texts.criterion ?? '') ?? [];
  if (texts.need !== undefined || head === undefined || words === undefined) return texts;
  const code = /\d\.\d{1,2}$/.exec(head)![0];
  const titles = sets.flatMap((set) => criteriaOf(set).flatMap((each) => (each.code === code ? fold(each.title) : [])));
  const own = fold(words).split(/\W+/);
  const isTitle = titles.some((title) => own.filter((word) => title.includes(word)).length >= (own.length * 2) / 3);
  if (titles.length === 0 || isTitle) return texts;
  return texts.action === undefined
    ? { ...texts, criterion: head, action: words }
    : { ...texts, criterion: head, need: words };
}

/** Under a criterion its text is the action; under a numbered line, that line says the need. */
function plainFacts({ head, context }: Group, body: FlowLine[]): ItemDraft['texts'] {
  const texts: ItemDraft['texts'] = { action: body.map(withLabel).join('\n') };
  if (head !== null && context.criterion === null) addTitle(texts, null, labelOf(head)?.text ?? head.text, context);
  return texts;
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
  for (const fact of onHead) add((field = fact.field ?? field), fact.text);
  for (const line of lines) {
    if (isPlanHeading(line)) field = 'action';
    else for (const fact of labelledTexts(withLabel(line))) add((field = fact.field ?? field), fact.text);
  }
  if (title !== undefined) addTitle(texts, title.field, title.text, context);
  return texts;
}

/** "Vấn đề 1 (tiêu chí 2.2): …" only counts what it names. */
const COUNTED_NAME =
  /^(?:(?:vấn đề|hạn chế|điểm yếu|tồn tại)(?:\s+ưu tiên)?\s+(?:số\s+)?\d{1,2}\s*(?:\([^)]{1,40}\)\s*)?[.:)-]\s*)(?=\p{L})/iu;

function addTitle(texts: ItemDraft['texts'], field: ColumnField | null, typed: string, context: Context): void {
  const title = field === null ? typed.replace(COUNTED_NAME, '') : typed;
  if (field !== null) texts[field] = texts[field] === undefined ? title : `${title}\n${texts[field]}`;
  else if (context.criterion !== null && criterionIn(title, true) !== null) texts.criterion = title;
  else if (standardIn(title) !== null || /^noi dung cai tien$/.test(fold(title))) return;
  else if (texts.action === undefined) texts.action = title;
  else texts.need ??= title;
}
