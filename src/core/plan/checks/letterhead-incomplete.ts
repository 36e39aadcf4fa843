import type { CheckRule } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { isBlank } from './quoted.ts';
import { hasOnlyRows } from './whole-document.ts';

export const letterheadIncomplete: CheckRule = {
  id: 'letterhead-incomplete',
  severity: 'warning',
  title: { vi: 'Phần đầu văn bản chưa đủ', en: 'Letterhead incomplete' },
  explanation: {
    vi: 'Phần đầu thiếu cơ quan chủ quản, tên trường, Quốc hiệu hoặc Tiêu ngữ (Nghị định 30/2020/NĐ-CP, Phụ lục I).',
    en: 'The letterhead lacks the governing body, the school, the country’s name or the motto.',
  },
  example: 'UBND QUẬN … (không có tên trường ở dưới)',
  check: ({ plan }) => {
    if (hasOnlyRows(plan)) return [];
    const { governingBody, schoolName, country, motto } = plan.letterhead;
    const missing = [
      isBlank(governingBody) ? 'cơ quan chủ quản' : null,
      isBlank(schoolName) ? 'tên trường' : null,
      isBlank(country) ? 'Quốc hiệu' : null,
      isBlank(motto) ? 'Tiêu ngữ' : null,
    ].filter((name) => name !== null);
    if (missing.length === 0) return [];
    const message =
      missing.length === 4 ? 'Kế hoạch chưa có phần đầu văn bản.' : `Phần đầu văn bản thiếu ${missing.join(', ')}.`;
    return [{ where: inPart('letterhead', governingBody ?? schoolName), message }];
  },
};
