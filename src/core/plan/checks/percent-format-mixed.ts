import type { CheckRule } from './check-rule.ts';
import { quoted } from './quoted.ts';

const DECIMAL_PERCENT = /(?<![\d.,])\d{1,3}([.,])\d{1,2}\s*%/gu;

export const percentFormatMixed: CheckRule = {
  id: 'percent-format-mixed',
  severity: 'hint',
  title: { vi: 'Lẫn dấu phẩy và dấu chấm thập phân', en: 'Decimal comma and point mixed' },
  explanation: {
    vi: 'Trong một văn bản có tỷ lệ viết bằng dấu phẩy (5,3%) và tỷ lệ viết bằng dấu chấm (94.7%). Tiếng Việt dùng dấu phẩy.',
    en: 'One document writes some percentages with a decimal comma and others with a point; Vietnamese uses the comma.',
  },
  example: '5,3% và 94.7%',
  check: ({ passages }) => {
    const found = passages
      .filter(({ text }) => text.includes('%'))
      .flatMap((passage) =>
        [...passage.text.matchAll(DECIMAL_PERCENT)].map((match) => ({ passage, text: match[0], sign: match[1] })),
      );
    const comma = found.find(({ sign }) => sign === ',');
    const point = found.find(({ sign }) => sign === '.');
    if (!comma || !point) return [];
    const message = `Văn bản viết ${quoted(comma.text)} bằng dấu phẩy nhưng ${quoted(point.text)} bằng dấu chấm.`;
    return [{ where: point.passage.at(point.text), message, suggestion: point.text.replace('.', ',') }];
  },
};
