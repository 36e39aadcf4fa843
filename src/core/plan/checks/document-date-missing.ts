import type { CheckRule } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { quoted } from './quoted.ts';
import { hasOnlyRows } from './whole-document.ts';

export const documentDateMissing: CheckRule = {
  id: 'document-date-missing',
  severity: 'warning',
  title: { vi: 'Thiếu ngày văn bản', en: 'Document date missing' },
  explanation: {
    vi: 'Kế hoạch chưa có địa danh và ngày tháng, hoặc ngày còn để trống. Ngày là căn cứ để biết kế hoạch có hiệu lực từ bao giờ.',
    en: 'The plan has no date, or an incomplete one.',
  },
  example: 'Đồng Nắng, ngày … tháng 9 năm 2024',
  check: ({ plan }) => {
    if (plan.date !== null || hasOnlyRows(plan)) return [];
    const message =
      plan.dateText === null
        ? 'Kế hoạch chưa có địa danh và ngày tháng.'
        : `Ngày của kế hoạch chưa đủ: ${quoted(plan.dateText)}.`;
    return [{ where: inPart('letterhead', plan.dateText), message }];
  },
};
