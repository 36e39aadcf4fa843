import { fold } from '#core/kernel/text.ts';
import { criteriaOf } from '#core/standards/find-in-set.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import type { ColumnField } from './column-field.ts';
import { factsInBracket } from './bracket-facts.ts';
import type { Context } from './context-row.ts';
import { criterionIn, standardIn } from './context-row.ts';
import type { FlowLine } from './flow.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import { labelledTexts } from './labelled-line.ts';

/** What an item in running text stands under. */
export interface Head {
  head: FlowLine | null;
  context: Context;
  /** "Kế hoạch cải tiến chất lượng" stands right below the head. */
  planned: boolean;
}

/** "Kế hoạch cải tiến chất lượng" above the text of a criterion. */
const PLAN_HEADING =
  /^[\s.\-*+]*(?:\d(?:\.\d{1,2}){0,2}\s*[.)]\s*|[a-z][.)]\s*)?(?:noi dung )?ke hoach cai tien( chat luong)?( giao duc)?\s*[:.]?\s*$/;
const LONGEST_PLAN_HEADING = 120;

export function isPlanHeading(line: FlowLine): boolean {
  return line.text.length < LONGEST_PLAN_HEADING && PLAN_HEADING.test(fold(line.text));
}

/** Behind the number of a criterion stands its title, or else what is wrong there, or what is done where nothing else says it. */
export function withNeed(texts: ItemDraft['texts'], sets: readonly StandardSet[]): ItemDraft['texts'] {
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
export function plainFacts({ head, context }: Head, body: FlowLine[]): ItemDraft['texts'] {
  const action = body.map(withLabel).join('\n');
  const texts: ItemDraft['texts'] = factsInBracket(action) ?? { action };
  if (head !== null && context.criterion === null) addTitle(texts, null, labelOf(head)?.text ?? head.text, context);
  return texts;
}

/** A line as it stands in a cell: behind its automatic label. */
export function withLabel(line: FlowLine): string {
  return (line.label === null ? '' : `${line.label} `) + line.text.trim();
}

/** Facts by their labels; a line without a label goes on with the fact above; the head itself is the action when none is named. */
export function labelledFacts({ head, context, planned }: Head, lines: FlowLine[]): ItemDraft['texts'] {
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
  // What is done stands below: "3. Hoạt động: chưa đều" says what is wrong.
  const isNeed = planned && title?.field === 'action' && texts.action !== undefined;
  if (isNeed && head !== null) addTitle(texts, null, labelOf(head)?.text ?? head.text, context);
  else if (title !== undefined) addTitle(texts, title.field, title.text, context);
  return texts;
}

/** "Vấn đề 1 (tiêu chí 2.2): …" only counts what it names. */
export const COUNTED_NAME =
  /^(?:(?:vấn đề|hạn chế|điểm yếu|tồn tại)(?:\s+ưu tiên)?\s+(?:số\s+)?\d{1,2}\s*(?:\([^)]{1,40}\)\s*)?[.:)-]\s*)(?=\p{L})/iu;

function addTitle(texts: ItemDraft['texts'], field: ColumnField | null, typed: string, context: Context): void {
  const title = field === null ? typed.replace(COUNTED_NAME, '') : typed;
  if (field !== null) texts[field] = texts[field] === undefined ? title : `${title}\n${texts[field]}`;
  else if (context.criterion !== null && criterionIn(title, true) !== null) texts.criterion = title;
  else if (standardIn(title) !== null || /^noi dung cai tien$/.test(fold(title))) return;
  else if (texts.action === undefined) texts.action = title;
  else texts.need ??= title;
}
