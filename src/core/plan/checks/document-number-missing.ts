import type { CheckRule } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { quoted } from './quoted.ts';
import { hasOnlyRows } from './whole-document.ts';

export const documentNumberMissing: CheckRule = {
  id: 'document-number-missing',
  severity: 'warning',
  title: { vi: 'Thiếu số văn bản', en: 'Document number missing' },
  explanation: {
    vi: 'Kế hoạch chưa có số, hoặc số còn để trống. Văn bản không có số thì không vào sổ, không viện dẫn được.',
    en: 'The plan has no number, or a blank one, and cannot be registered or cited.',
  },
  example: 'Số: /KH-MNNS',
  check: ({ plan }) => {
    if (plan.number !== null || hasOnlyRows(plan)) return [];
    const message =
      plan.numberText === null
        ? 'Kế hoạch chưa có số và ký hiệu.'
        : `Số văn bản ${/số\s*:?\s*\d/iu.test(plan.numberText) ? 'chưa đủ số và ký hiệu' : 'còn để trống'}: ${quoted(plan.numberText)}.`;
    return [{ where: inPart('letterhead', plan.numberText), message }];
  },
};
