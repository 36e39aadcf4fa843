import type { Certainty, Criterion, StandardSet } from './standard-set.ts';

/** Small invented sets for tests of the rules; the real ones are tested where they are loaded. */

const certainty: Certainty = { known: 'unknown', confidence: null, sources: [], reference: null };

const common = {
  code: '01/1999/TT-X',
  annex: null,
  label: 'Bộ thử',
  title: 'Bộ thử',
  schoolTypes: ['primary'],
  issued: '1999-01-01',
  effective: '1999-01-01',
  inForceUntil: null,
  replacedBy: [],
  replaces: [],
  replacesDocuments: [],
  amendedBy: [],
  signer: { name: null, certainty },
  note: 'Bộ thử',
  certainty,
  council: {
    minimumMembers: 5,
    oddMembers: null,
    chairs: null,
    secretaries: null,
    reportApprovedBefore: null,
    text: 'x',
    reference: null,
    certainty,
    groups: null,
  },
  evidenceCode: {
    format: 'A',
    pattern: 'A',
    open: '(',
    close: ')',
    separator: ', ',
    example: '(A)',
    exampleSeveral: '(A, A)',
    rule: 'x',
    reference: null,
    certainty,
    reuse: { text: 'x', certainty },
  },
  planForms: { layouts: ['nine-column'], scope: 'any-criterion', text: 'x', reference: null, certainty, forms: [] },
  monitoring: { timesPerYear: null, moments: [], text: 'x', reference: null, certainty },
  calendar: [],
  forms: [],
  facts: {},
  sources: {},
} satisfies Partial<StandardSet>;

function criterion(code: string, title: string, levels: string[][], mandatory = false): Criterion {
  return {
    code,
    title,
    reference: `Điều ${code}`,
    mandatory,
    levels: levels.map((codes, index) => ({
      level: index + 1,
      indicators: codes.map((each) => ({ code: each, summary: `Yêu cầu ${each} của ${title}`, reference: 'x' })),
      elements: [],
    })),
    evidenceHints: [],
    metrics: [],
    amendments: [],
    certainty,
  };
}

/** Three criteria, the second without Mức 3, and a Mức 4 of two clauses. */
export const CUMULATIVE: StandardSet = {
  ...common,
  id: 'example-cumulative',
  counts: {
    standards: 2,
    criteria: 3,
    criteriaByLevel: { '1': 3, '2': 3, '3': 2 },
    indicators: 10,
    clauses: 2,
    mandatory: 0,
    elements: 0,
    metrics: 0,
  },
  levelRule: {
    kind: 'cumulative-all',
    levels: 3,
    clauses: {
      level: 4,
      items: [
        { code: '22.1', reference: 'Điều 22 khoản 1', summary: 'Một', certainty },
        { code: '22.2', reference: 'Điều 22 khoản 2', summary: 'Hai', certainty },
      ],
    },
    facts: {},
  },
  standards: [
    {
      code: '1',
      title: 'Quản lý',
      criteria: [
        criterion('1.1', 'Thực hiện quy chế dân chủ', [['1a', '1b', '1c'], ['2'], ['3']]),
        criterion('1.2', 'Quản lý dân cư, chủ trì', [['1a', '1b'], ['2']]),
      ],
    },
    { code: '2', title: 'Đội ngũ', criteria: [criterion('2.1', 'Giáo viên', [['1'], ['2'], ['3']])] },
  ],
};

const CODES = ['1.1', '1.2', '1.3', '1.4', '2.1', '2.2', '2.3', '3.1', '3.2', '3.3', '3.4', '3.5', '4.1', '4.2', '4.3'];
export const MANDATORY = ['1.3', '1.4', '2.1', '2.2', '3.1', '3.2', '4.1', '4.2'];

/** 4 standards, 15 criteria, 8 of them mandatory, as TT 57 has it. */
export const EIGHT_AND_FIVE: StandardSet = {
  ...common,
  id: 'example-eight-and-five',
  counts: {
    standards: 4,
    criteria: 15,
    criteriaByLevel: { '1': 15, '2': 15 },
    indicators: 30,
    clauses: 0,
    mandatory: 8,
    elements: 0,
    metrics: 0,
  },
  levelRule: {
    kind: 'mandatory-and-five-of-rest',
    levels: 2,
    mandatory: MANDATORY,
    othersNeeded: 5,
    noneBelowFirst: 2,
    stages: 'lowest',
    facts: {},
  },
  standards: ['1', '2', '3', '4'].map((code) => ({
    code,
    title: `Tiêu chuẩn ${code}`,
    criteria: CODES.filter((each) => each.startsWith(`${code}.`)).map((each) =>
      criterion(each, `Tiêu chí ${each}`, [['1'], ['2']], MANDATORY.includes(each)),
    ),
  })),
};
