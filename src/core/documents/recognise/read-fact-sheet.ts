import { findSchoolYear } from '#core/kernel/school-year.ts';
import { fold, lines } from '#core/kernel/text.ts';
import { parseDocumentDate } from '#core/plan/document-date.ts';
import { parseNumberLine } from '#core/plan/document-number.ts';
import { schoolTypeOf } from '#core/plan/school-type.ts';
import { standardSetOf } from '#core/plan/standard-set-of.ts';
import { type Cell, cellText } from '../block.ts';
import { FACT_LABELS, type Fact } from '../fact-sheet.ts';
import { type FlowPart, lineOf } from './flow.ts';
import { type Recognition, use } from './recognition.ts';

/** So many known names, row below row, make a sheet of facts: fewer may be a letterhead or a row of something else. */
const LEAST_ROWS = 3;

/** Names that schools give the facts in sheets of their own, without tones. */
const OTHER_NAMES: [Fact, RegExp][] = [
  ['title', /^(ten )?ke hoach$/],
  ['governingBody', /^((co quan|don vi) (chu quan|quan ly)( truc tiep)?|cap quan ly|cap tren|truc thuoc)$/],
  ['schoolName', /^(truong|don vi|nha truong|ten (don vi|nha truong|co so( giao duc)?|trung tam))$/],
  ['number', /^so( (van ban|ke hoach|ky hieu|hieu|quyet dinh))?$/],
  ['date', /^(dia danh va )?(ngay|thoi gian|ngay thang)( nam)? (ban hanh|ky|lap)( ke hoach| van ban)?$/],
  ['standardSet', /^(thong tu|tieu chuan (danh gia|ap dung)|bo tieu chuan (danh gia|ap dung)|can cu thong tu)$/],
  ['assessmentPeriod', /^(giai doan|chu ky)( danh gia)?$/],
  ['signerRole', /^chuc (vu|danh)$/],
  [
    'signerName',
    /^((ho (va )?ten )?(hieu truong|giam doc|thu truong( don vi)?|chu tich hoi dong)|ho (va )?ten nguoi ky)$/,
  ],
];

const BY_LABEL = new Map((Object.keys(FACT_LABELS) as Fact[]).map((fact) => [fold(FACT_LABELS[fact]), fact]));

/**
 * The sheet of facts of a workbook, written by us at its end (`fact-sheet.ts`) or by a school with names of its own, wherever it
 * stands: taken out of the flow, so that nobody takes its names for text, and kept for `applyFactSheet`. A pair of an unknown name
 * stays where it is.
 */
export function takeFactSheet(state: Recognition): void {
  if (state.source.format !== 'xlsx') return takeFactTables(state);
  const pairs = state.flow.map(pairIn);
  const taken = new Set<FlowPart>();
  for (let start = 0; start < pairs.length; start += 1) {
    let end = start;
    while (pairs[end]) end += 1;
    const known = pairs.slice(start, end).flatMap((pair) => (pair?.fact ? [{ ...pair, fact: pair.fact }] : []));
    if (new Set(known.map(({ fact }) => fact)).size >= LEAST_ROWS) {
      for (const { part, fact, name, text } of known) {
        take(state, fact, name, text);
        use(state, part.paragraphs, 'fact-sheet');
        taken.add(part);
      }
    }
    start = end;
  }
  state.flow = state.flow.filter((part) => !taken.has(part));
}

/** A form begins with a table of names and facts: those that are not known stay as lines. */
function takeFactTables(state: Recognition): void {
  state.flow = state.flow.flatMap((part) => {
    if (part.kind !== 'table' || part.table.columns !== 2 || part.table.rows.length < LEAST_ROWS) return [part];
    const pairs = part.table.rows.map(({ cells }) =>
      pairOf({ ...part, paragraphs: cells.flatMap((c) => c.paragraphs) }, cells),
    );
    const known = new Set(pairs.flatMap((pair) => pair?.fact ?? []));
    if (known.size < LEAST_ROWS || known.size < pairs.length / 2 || pairs.includes(null)) return [part];
    return pairs.flatMap((pair) => {
      if (!pair) return [];
      const { fact, name, text, part: row } = pair;
      if (fact === null) {
        const [first, ...rest] = row.paragraphs.map(lineOf);
        const blank = /^(căn cứ|thực hiện|theo)$/iu.test(name) ? ' ' : ': ';
        return first === undefined || rest.length === 0
          ? row.paragraphs.map(lineOf)
          : [{ ...first, text: `${name}${blank}${text}`, paragraphs: row.paragraphs }];
      }
      take(state, fact, name, text);
      use(state, row.paragraphs, 'fact-sheet');
      return [];
    });
  });
}

/** "Hiệu trưởng | Lê Văn A" says the role with the name. */
function take({ sheetFacts }: Recognition, fact: Fact, name: string, text: string): void {
  if (!sheetFacts.has(fact)) sheetFacts.set(fact, text);
  const role = /(hiệu trưởng|giám đốc)$/iu.exec(name)?.[0];
  if (fact === 'signerName' && role !== undefined && !sheetFacts.has('signerRole')) sheetFacts.set('signerRole', role);
}

interface Pair {
  part: FlowPart;
  /** Null for a name that is not known. */
  fact: Fact | null;
  name: string;
  text: string;
}

function pairIn(part: FlowPart): Pair | null {
  if (part.kind !== 'table' || part.table.rows.length !== 1) return null;
  return pairOf(part, part.table.rows[0]!.cells);
}

function pairOf(part: FlowPart, [label, value, ...more]: readonly (Cell | undefined)[]): Pair | null {
  if (label === undefined || value === undefined || more.length > 0) return null;
  const name = cellText(label).replace(/\s*:\s*$/, '');
  return { part, fact: factNamed(name), name, text: cellText(value) };
}

function factNamed(name: string): Fact | null {
  const words = fold(name);
  return BY_LABEL.get(words) ?? OTHER_NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
}

/** What the sheet says goes before what was guessed from the head of the table. */
export function applyFactSheet(state: Recognition): void {
  for (const [fact, text] of state.sheetFacts) APPLY[fact](state, text);
}

const APPLY: Record<Fact, (state: Recognition, text: string) => void> = {
  title: ({ plan }, text) => (plan.title = lines(text)),
  governingBody: ({ plan }, text) => (plan.letterhead.governingBody = text),
  schoolName: ({ plan }, text) => {
    plan.schoolName = plan.letterhead.schoolName = text;
    plan.schoolType = schoolTypeOf(text, []) ?? plan.schoolType;
  },
  country: ({ plan }, text) => (plan.letterhead.country = text),
  motto: ({ plan }, text) => (plan.letterhead.motto = text),
  number: ({ plan }, text) => Object.assign(plan, { numberText: text, number: parseNumberLine(text).number }),
  date: ({ plan }, text) => {
    const { date, place } = parseDocumentDate(text);
    Object.assign(plan, { dateText: text, date, place });
  },
  schoolYear: ({ plan }, text) => (plan.schoolYear = findSchoolYear(text) ?? plan.schoolYear),
  standardSet: ({ plan, knowledge }, text) =>
    (plan.standardSet = standardSetOf(text, plan.schoolType, knowledge.sets) ?? text),
  assessmentPeriod: ({ plan }, text) => (plan.assessmentPeriod = text),
  signerRole: ({ plan }, text) => (plan.signature = { name: null, ...plan.signature, role: text }),
  signerName: ({ plan }, text) => {
    // "Hiệu trưởng Lê Thị A"
    const [, role = null, name = text] =
      /^((?:(?:q\.|quyền|phó)\s*)?(?:hiệu trưởng|giám đốc))\s*[:,-]?\s+(.+)$/iu.exec(text) ?? [];
    plan.signature = { role, ...(plan.signature?.role ? { role: plan.signature.role } : {}), name };
  },
  recipients: ({ plan }, text) => (plan.recipients = lines(text)),
};
