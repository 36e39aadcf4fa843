import { quoted } from './quoted.ts';
import type { FindingPlace } from '../finding.ts';
import type { ItemField, PlanDocument } from '../plan-document.ts';

type Locale = 'vi' | 'en';

const PARTS: Record<Locale, Record<Exclude<FindingPlace['part'], 'section' | 'item'>, string>> = {
  vi: {
    document: 'Toàn văn bản',
    letterhead: 'Phần đầu văn bản',
    title: 'Tên văn bản',
    signature: 'Phần ký tên',
    recipients: 'Nơi nhận',
  },
  en: {
    document: 'Whole document',
    letterhead: 'Letterhead',
    title: 'Title',
    signature: 'Signature',
    recipients: 'Recipients',
  },
};

const FIELDS: Record<Locale, Record<ItemField, string>> = {
  vi: {
    criterion: 'tiêu chí',
    level: 'mức',
    need: 'nội dung cần cải tiến',
    expectedResult: 'kết quả cần đạt',
    action: 'việc làm',
    owners: 'người thực hiện',
    collaborators: 'phối hợp',
    time: 'thời gian',
    budget: 'kinh phí',
    support: 'điều kiện hỗ trợ',
    expectedEvidence: 'minh chứng',
    note: 'ghi chú',
    currentState: 'hiện trạng',
    cause: 'nguyên nhân',
    resultIndicator: 'chỉ số đánh giá',
    progress: 'mức độ thực hiện',
  },
  en: {
    criterion: 'criterion',
    level: 'level',
    need: 'need',
    expectedResult: 'expected result',
    action: 'action',
    owners: 'owners',
    collaborators: 'collaborators',
    time: 'time',
    budget: 'budget',
    support: 'support',
    expectedEvidence: 'evidence',
    note: 'note',
    currentState: 'current state',
    cause: 'cause',
    resultIndicator: 'indicator',
    progress: 'progress',
  },
};

/** Where a finding stands, for a person: "Mục II.4", "Hàng 3 (tiêu chí 1.9), thời gian". */
export function placeText(where: FindingPlace, plan: PlanDocument, locale: Locale = 'vi'): string {
  const field = where.field === null ? '' : `, ${FIELDS[locale][where.field]}`;
  return `${groupText(where, plan, locale)}${field}`;
}

/** The same without the cell: what findings are grouped under. */
export function groupText(where: FindingPlace, plan: PlanDocument, locale: Locale = 'vi'): string {
  const vi = locale === 'vi';
  if (where.part === 'section') {
    if (where.section === null) return vi ? 'Phần mở đầu' : 'Opening';
    return `${vi ? 'Mục' : 'Section'} ${where.section}`;
  }
  if (where.part !== 'item') return PARTS[locale][where.part];
  const index = plan.items.findIndex(({ id }) => id === where.item);
  const item = plan.items[index];
  if (!item) return vi ? 'Bảng kế hoạch' : 'Plan table';
  const name =
    item.criterion === null
      ? quoted((item.need ?? item.action).replace(/^[-+*•·\s]+/, ''), 60)
      : `${vi ? 'tiêu chí' : 'criterion'} ${item.criterion}`;
  return `${vi ? 'Hàng' : 'Row'} ${index + 1} (${name})`;
}
