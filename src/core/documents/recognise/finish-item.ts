import { fold, squash } from '#core/kernel/text.ts';
import { budgetOfSentence } from '#core/plan/budget-sentence.ts';
import { parseCriterionReference } from '#core/plan/criterion-reference.ts';
import { timeOfNarrative } from '#core/plan/find-times.ts';
import { ownersOfSentence } from '#core/plan/owner.ts';
import { parseTimeRange } from '#core/plan/parse-school-time.ts';
import type { Budget, PlanItem } from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';
import { actionLines, stepsOf } from '#core/plan/steps.ts';
import type { Place } from '../block.ts';
import type { CellReadings } from './cell-readings.ts';
import type { ColumnField } from './column-field.ts';
import { criterionWithin, standardIn } from './context-row.ts';
import { MONEY } from './infer-columns.ts';
import type { ItemDraft } from './item-draft.ts';
import { factsOfCell } from './mixed-cell.ts';
import { labelledTexts } from './labelled-line.ts';
import { criterionInSentence, standardInSentence } from './named-criterion.ts';

/** Turns the words of a row into an item: its criterion, levels, steps, owners, time and money. */
export function finishItem(
  read: ItemDraft,
  number: number,
  cells: CellReadings,
  fields: ReadonlySet<string>,
): PlanItem {
  const draft = read.texts.mixed === undefined ? read : { ...read, texts: withFacts(read.texts) };
  const text = (field: ColumnField) => draft.texts[field]?.trim() || null;
  const action = text('action') ?? '';
  return {
    id: `item-${number}`,
    ...criterionOf(draft),
    levels: levelsOf(draft),
    need: text('need'),
    expectedResult: text('expectedResult'),
    action,
    steps: stepsOf(action),
    ...ownersOf(draft, cells, fields),
    time: timeOf(draft, cells, fields.has('time')),
    ...resourcesOf(draft, cells, fields.has('budget')),
    expectedEvidence: text('expectedEvidence'),
    note: noteOf(draft),
    currentState: text('currentState'),
    cause: text('cause'),
    resultIndicator: text('resultIndicator'),
    progress: text('progress'),
    source: sourceOf(draft),
    paragraphs: draft.paragraphs.map(({ id }) => id),
  };
}

/** A heading above a form names an item; it stands where its facts do. */
function sourceOf({ place, paragraphs }: ItemDraft): Place | null {
  const inTables = paragraphs.filter((each) => each.place.table !== null);
  return place !== null && place.table === null && inTables.length > paragraphs.length / 2 ? inTables[0]!.place : place;
}

/** "Thời gian, người thực hiện: Tháng 11/2025, tổ trưởng": each fact where it belongs, behind what is there. */
function withFacts({ mixed, ...rest }: ItemDraft['texts']): ItemDraft['texts'] {
  const texts: ItemDraft['texts'] = rest;
  for (const { field, text } of factsOfCell(mixed ?? '')) {
    const before = texts[field];
    texts[field] = before === undefined || before === '' ? text : `${before}\n${text}`;
  }
  return texts;
}

/** The note, behind what stands in columns of numbers, standards and levels without being one, or beside a start and end. */
function noteOf({ texts }: ItemDraft): string | null {
  const strays = [
    /^[\divx.,)(\s]*$/i.test(texts.number ?? '') ? undefined : texts.number,
    standardOfCell(texts.standard ?? '') === null ? texts.standard : undefined,
    levelsOfCell(texts.level ?? '').length > 0 ? undefined : texts.level,
    texts.timeStart === undefined && texts.timeEnd === undefined ? undefined : texts.time,
  ];
  return [...strays, texts.note].flatMap((text) => text?.trim() || []).join('\n') || null;
}

function standardOfCell(text: string): string | null {
  const short = text.replace(/^\s*t\.?\/?c\.?\s*(?=\d)/iu, '');
  return standardIn(text) ?? /^\s*(\d)\s*(?:[.:)–-]|$)/.exec(short)?.[1] ?? null;
}

function criterionOf(draft: ItemDraft): Pick<PlanItem, 'standard' | 'criterion' | 'criterionText'> {
  const { context, texts } = draft;
  const cell = texts.criterion === undefined || texts.criterion === '' ? null : squash(texts.criterion);
  const reference = cell === null ? null : parseCriterionReference(cell);
  const within = cell === null ? context.criterion : criterionWithin(fold(cell));
  const named = reference?.criterion ?? within ?? criterionInTexts(draft);
  const standardCell = standardOfCell(texts.standard ?? '');
  const standard =
    named?.split('.')[0] ?? standardCell ?? reference?.standard ?? context.standard ?? standardInTexts(draft);
  return { standard, criterion: named, criterionText: cell ?? context.criterionText };
}

/** A form without criterion column names it in its words, if at all: "… của tiêu chí 1.1". */
function criterionInTexts({ texts }: ItemDraft): string | null {
  const found = [texts.need, texts.expectedResult, texts.action, texts.cause, texts.currentState].map((text) =>
    criterionInSentence(text ?? '', false),
  );
  return found.find((each) => each !== null) ?? null;
}

function standardInTexts({ texts }: ItemDraft): string | null {
  const found = [texts.need, texts.action, texts.cause, texts.currentState].map((text) =>
    standardInSentence(text ?? ''),
  );
  return found.find((each) => each !== null) ?? null;
}

/** From the group that the row stands in, its level cell, "TC 1.4 (Mức 2)", or a target such as "Đạt mức 1". */
function levelsOf({ context, texts }: ItemDraft): number[] {
  if (context.levels.length > 0) return context.levels;
  const named = parseCriterionReference(texts.criterion ?? context.criterionText ?? '').levels;
  if (texts.level === undefined && named.length > 0) return named;
  if (texts.level !== undefined) return levelsOfCell(texts.level);
  // A bare number in this column is a result, not a level.
  return /^\s*\d/.test(texts.expectedResult ?? '') ? [] : levelsOfCell(texts.expectedResult ?? '');
}

/** "Duy trì mức độ 1, 2, 3 và 4" with some room. */
const LONGEST_LEVELS = 60;

/** "2", "Mức 2", "Đạt mức 1, 2"; empty for any other words. */
function levelsOfCell(text: string): number[] {
  if (text.length > LONGEST_LEVELS) return [];
  const named =
    /^(?:dat |duy tri |giu vung )?(?:muc(?: do)? ?)?[1-4](?:\s*(?:,|;|-|va)\s*(?:muc )?[1-4])*[.;]?$/.exec(
      fold(text),
    )?.[0] ?? '';
  return [...named.matchAll(/\d/g)].map(([digit]) => Number(digit));
}

function ownersOf(
  draft: ItemDraft,
  cells: CellReadings,
  fields: ReadonlySet<string>,
): Pick<PlanItem, 'ownersText' | 'leads' | 'collaborators'> {
  const { texts } = draft;
  const typed = [texts.owners, texts.leads, texts.collaborators].filter((text) => text !== undefined && text !== '');
  if (typed.length === 0 && (draft.narrative || !fields.has('owners'))) {
    const { leads, collaborators } = ownersOfSentence(texts.action ?? '');
    return { ownersText: null, leads, collaborators };
  }
  const both = cells.owners(texts.owners, 'lead-and-collaborators');
  const leads = cells.owners(texts.leads, 'all-lead');
  const collaborators = cells.owners(texts.collaborators, 'collaborators');
  return {
    ownersText: typed.length === 0 ? null : typed.join('\n'),
    // "Chủ trì: …" is a lead under whatever name of its column.
    leads: [...both.leads, ...leads.leads, ...collaborators.leads],
    collaborators: [...both.collaborators, ...leads.collaborators, ...collaborators.collaborators],
  };
}

/** "Nguồn lực" holds money, other support, or both with their names in front. */
function resourcesOf(
  { texts, narrative, moneyUnit = 1 }: ItemDraft,
  cells: CellReadings,
  hasColumn: boolean,
): Pick<PlanItem, 'budget' | 'support'> {
  const facts: { budget?: string; support?: string } = {};
  let named: 'budget' | 'support' | null = null;
  for (const line of texts.resources?.split('\n') ?? []) {
    for (const { field, text } of labelledTexts(line)) {
      if (field !== null) named = field === 'budget' ? 'budget' : 'support';
      const target = named ?? (MONEY.test(fold(text)) ? 'budget' : 'support');
      if (text !== '') facts[target] = facts[target] === undefined ? text : `${facts[target]}\n${text}`;
    }
  }
  const budget = texts.budget?.trim() || null;
  const support = [texts.support?.trim(), facts.support, budget === null ? undefined : facts.budget];
  const typed = budget ?? facts.budget ?? null;
  const told = typed === null && (narrative || !hasColumn) ? toldMoney(texts) : null;
  return {
    budget: told ?? inUnit(cells.budget(typed), moneyUnit),
    support: support.filter((text) => text !== undefined && text !== '').join('\n') || null,
  };
}

/** Money that the action or the note of a row without a cell for it tells; the words stay where they are. */
function toldMoney({ action, note, support }: ItemDraft['texts']): Budget | null {
  const found = [action, support, note].map((text) => budgetOfSentence(text ?? ''));
  return found.find(({ amount }) => amount !== null) ?? null;
}

/** "350" under "Kinh phí (triệu đồng)". */
function inUnit(budget: Budget, unit: number): Budget {
  if (unit === 1 || budget.text === null) return budget;
  // "20.000" thousands are twenty million; of millions it may be twenty or twenty thousand.
  const [sum = ''] = budget.text.split('\n');
  const typed = unit === 1000 ? sum.replace(/^(\d{1,3})[.,](\d{3})$/, '$1$2') : sum;
  if (!/^\d+(?:[.,]\d{1,2})?$/.test(typed)) return budget;
  return { ...budget, amount: Math.round(Number(typed.replace(',', '.')) * unit) };
}

function timeOf({ texts, narrative }: ItemDraft, cells: CellReadings, hasColumn: boolean): SchoolTime {
  const context = { schoolYear: cells.schoolYear };
  if (texts.timeStart !== undefined || texts.timeEnd !== undefined) {
    return parseTimeRange(texts.timeStart ?? null, texts.timeEnd ?? null, context);
  }
  if ((narrative || !hasColumn) && texts.time === undefined)
    return timeOfNarrative(actionLines(texts.action ?? ''), context);
  return cells.time(texts.time ?? null);
}
