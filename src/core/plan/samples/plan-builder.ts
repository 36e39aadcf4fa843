import { DEFAULT_MONTHS, type SchoolYear } from '#core/kernel/school-year.ts';
import { emptyItem } from '#core/plan/edit-item.ts';
import type {
  Budget,
  ItemField,
  PlanDocument,
  PlanItem,
  Section,
  SectionRole,
  TextLine,
} from '#core/plan/plan-document.ts';
import type { SchoolTime } from '#core/plan/school-time.ts';

/**
 * Plans in our own words, for the sample school and for tests. `aPlanDocument()` alone is a small plan of a fictional
 * kindergarten without any mistake; a test names only what it is about.
 */
export function aPlanDocument(overrides: Partial<PlanDocument> = {}): PlanDocument {
  return {
    letterhead: {
      governingBody: 'PHÒNG GD&ĐT HUYỆN ĐỒNG NẮNG',
      schoolName: 'TRƯỜNG MẦM NON NẮNG SỚM',
      country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      motto: 'Độc lập - Tự do - Hạnh phúc',
    },
    number: '62/KH-MNNS',
    numberText: 'Số: 62/KH-MNNS',
    date: '2023-09-12',
    dateText: 'Đồng Nắng, ngày 12 tháng 9 năm 2023',
    place: 'Đồng Nắng',
    title: ['KẾ HOẠCH', 'Cải tiến chất lượng giáo dục', 'Năm học 2023 – 2024'],
    schoolName: 'Trường Mầm non Nắng Sớm',
    schoolType: 'preschool',
    schoolYear: { start: 2023 },
    standardSet: '19/2018/TT-BGDĐT',
    assessmentPeriod: null,
    sections: [aSection('I', 'NỘI DUNG KẾ HOẠCH', 'items')],
    items: [anItem()],
    itemFields: ['criterion', 'expectedResult', 'action', 'owners', 'time', 'budget'],
    signature: { role: 'HIỆU TRƯỞNG', name: 'Đỗ Thị Mai Chi' },
    recipients: ['Phòng GD&ĐT huyện Đồng Nắng (để báo cáo);', 'Lưu: VT.'],
    ...overrides,
  };
}

/** Ids count up within one test file; name one where the test looks at it. */
export function anItem(overrides: Partial<PlanItem> = {}): PlanItem {
  itemsMade += 1;
  return {
    ...emptyItem(`item-${itemsMade}`, {
      standard: '1',
      criterion: '1.6',
      criterionText: 'Tiêu chí 1.6: Quản lý hành chính, tài chính và tài sản',
      levels: [],
    }),
    expectedResult: 'Sổ quản lý tài sản khớp với kiểm kê thực tế',
    action: 'Kiểm kê tài sản từng nhóm lớp và cập nhật sổ quản lý',
    ownersText: 'Hiệu trưởng, Kế toán',
    leads: ['Hiệu trưởng'],
    collaborators: ['Kế toán'],
    time: aRange('Tháng 10/2023', '2023-10'),
    budget: aBudget('Không', 0),
    ...overrides,
  };
}

let itemsMade = 0;

/** A time with nothing resolved, as typed. */
export function aTime(text: string | null, overrides: Partial<SchoolTime> = {}): SchoolTime {
  return {
    text,
    parts: [],
    start: null,
    end: null,
    openEnded: false,
    recurrence: null,
    condition: null,
    needsReview: false,
    suggestion: null,
    yearInferred: false,
    ...overrides,
  };
}

/** A closed range of months or days; one month when `end` is left out. */
export function aRange(text: string, start: string, end: string = start): SchoolTime {
  return aTime(text, { start, end });
}

/** "Cả năm" in a school year. */
export function aWholeYear(text: string, year: SchoolYear): SchoolTime {
  return aTime(text, {
    start: month(year.start, DEFAULT_MONTHS.first),
    end: month(year.start + 1, DEFAULT_MONTHS.last),
  });
}

function month(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`;
}

export function aBudget(text: string | null, amount: number | null = null, source: string | null = null): Budget {
  return { text, amount, source };
}

/** A section whose lines are given as typed: "- …", "1. …", "a) …" get their label, all others are plain paragraphs. */
export function aSection(
  label: string | null,
  title: string,
  role: SectionRole | null = null,
  lines: string[] = [],
  children: Section[] = [],
): Section {
  return { label, title, role, lines: lines.map(aLine), children, place: null };
}

function aLine(typed: string): TextLine {
  const match = /^(-|\+|\d+\.|[a-zđ]\))\s+(.*)$/su.exec(typed);
  return match
    ? { label: match[1] ?? null, text: match[2] ?? '', place: null }
    : { label: null, text: typed, place: null };
}

export const ALL_ITEM_FIELDS: readonly ItemField[] = [
  'criterion',
  'level',
  'need',
  'expectedResult',
  'action',
  'owners',
  'collaborators',
  'time',
  'budget',
  'support',
  'expectedEvidence',
  'note',
  'currentState',
  'cause',
  'resultIndicator',
  'progress',
];
