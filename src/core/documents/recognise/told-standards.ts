import { findTimes } from '#core/plan/find-times.ts';
import { ownersOfSentence } from '#core/plan/owner.ts';
import { factsInBracket } from './bracket-facts.ts';
import type { Context } from './context-row.ts';
import { NO_CONTEXT, criterionIn, enter, standardIn } from './context-row.ts';
import type { FlowLine } from './flow.ts';
import type { ItemDraft } from './item-draft.ts';
import { labelOf } from './label.ts';
import type { Recognition } from './recognition.ts';
import { isFree, use } from './recognition.ts';

interface Told {
  context: Context;
  lines: FlowLine[];
  /** What is done, where the lines say more. */
  action?: string;
}

/** Longest name of a standard, in characters; what is longer is a sentence. */
const LONGEST_HEADING = 160;

/**
 * Items told in sentences under headings of standards, without any form: one for each paragraph, its list with it. Only where at least two
 * standards are told so, and most paragraphs say who does it or when: a description of the standards is no plan.
 */
export function readToldStandards(state: Recognition): ItemDraft[] {
  const { told, headings } = toldOf(state);
  const standards = new Set(told.map(({ context }) => context.standard));
  const planned = told.filter(({ lines }) => saysWhoOrWhen(lines.map(withLabel).join('\n')));
  if (standards.size < 2 || planned.length * 2 < told.length) return readToldCriteria(state);
  use(
    state,
    headings.flatMap(({ paragraphs }) => paragraphs),
    'item-group',
  );
  for (const line of [...headings, ...told.flatMap(({ lines }) => lines)]) state.itemParts.add(line);
  return told.map((each) => draftOf(state, each));
}

/** "1. Về thư viện (tiêu chí 3.6): trong học kỳ I, nhân viên thư viện …": numbered sentences that name their criteria, two or more. */
function readToldCriteria(state: Recognition): ItemDraft[] {
  const told = state.flow.slice(state.bodyStart, state.bodyEnd).flatMap((part): Told[] => {
    const label = part.kind === 'line' && isFree(state, part.paragraphs) ? labelOf(part) : null;
    if (label === null || part.kind !== 'line') return [];
    const [, topic, criterion, action = ''] = NAMED_IN_BRACKETS.exec(label.text) ?? [];
    if (topic === undefined || !saysWhoOrWhen(action)) return [];
    const context = enter(NO_CONTEXT, `Tiêu chí ${criterion}`) ?? NO_CONTEXT;
    return [{ context: { ...context, criterionText: topic }, lines: [part], action }];
  });
  if (told.length < 2) return [];
  for (const line of told.flatMap(({ lines }) => lines)) state.itemParts.add(line);
  return told.map((each) => draftOf(state, each));
}

const NAMED_IN_BRACKETS = /^([^:;.()]{2,80}\((?:tiêu chí|TC)\s*(\d\.\d{1,2})\))\s*[:–-]\s*(\p{L}.*)$/isu;

function toldOf(state: Recognition): { told: Told[]; headings: FlowLine[] } {
  const told: Told[] = [];
  const headings: FlowLine[] = [];
  let context = NO_CONTEXT;
  for (const part of state.flow.slice(state.bodyStart, state.bodyEnd)) {
    if (part.kind === 'table' || !isFree(state, part.paragraphs) || endsStandards(part)) context = NO_CONTEXT;
    else if (isHeading(part)) {
      context = enter(context, part.text)!;
      headings.push(part);
    } else if (context.standard !== null) {
      const last = told.at(-1);
      if (last?.context === context && goesOn(last.lines, part)) last.lines.push(part);
      else told.push({ context, lines: [part] });
    }
  }
  return { told, headings };
}

function isHeading({ text }: FlowLine): boolean {
  if (text.length > LONGEST_HEADING || /[.;]$/.test(text)) return false;
  return standardIn(text) !== null || criterionIn(text) !== null;
}

/** "III. TỔ CHỨC THỰC HIỆN" is no part of the last standard. */
function endsStandards(line: FlowLine): boolean {
  const kind = labelOf(line)?.kind;
  return (kind === 'roman' || kind === 'upper' || kind === 'part') && !isHeading(line);
}

/** A list below the words that open it, and a list inside a list. */
function goesOn(above: readonly FlowLine[], line: FlowLine): boolean {
  const raw = labelOf(line)?.raw;
  return raw === '+' || (/:\s*$/.test(above[0]!.text) && labelOf(line)?.kind === 'bullet');
}

function saysWhoOrWhen(text: string): boolean {
  return ownersOfSentence(text).leads.length > 0 || findTimes(text, { schoolYear: null }).length > 0;
}

function draftOf(state: Recognition, { context, lines, action: said }: Told): ItemDraft {
  const paragraphs = lines.flatMap((line) => line.paragraphs);
  use(state, paragraphs, 'item');
  const action = said ?? lines.map(withLabel).join('\n');
  const [head = '', criterion = ''] = NAMED_CRITERION.exec(action) ?? [];
  return {
    context: (head === '' ? null : enter(context, criterion)) ?? context,
    texts: factsInBracket(action.slice(head.length)) ?? { action: action.slice(head.length) },
    narrative: true,
    place: paragraphs[0]?.place ?? null,
    paragraphs,
  };
}

/** "- Tiêu chí 3.2: Lắp thêm quạt …" */
const NAMED_CRITERION = /^[\s\-–+*•]*((?:tiêu chí|TC)\s*\d\.\d{1,2})\s*[:–-]\s*/iu;

function withLabel(line: FlowLine): string {
  return (line.label === null ? '' : `${line.label} `) + line.text.trim();
}
