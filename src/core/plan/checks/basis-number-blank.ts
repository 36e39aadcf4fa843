import { basisPlace } from './basis-place.ts';
import type { CheckRule } from './check-rule.ts';
import { quoted } from './quoted.ts';

export const basisNumberBlank: CheckRule = {
  id: 'basis-number-blank',
  severity: 'warning',
  title: { vi: 'Số hoặc ngày của căn cứ còn trống', en: 'Basis with a blank number or day' },
  explanation: {
    vi: 'Một căn cứ còn để trống số hoặc ngày, thường là chỗ định điền sau mà quên.',
    en: 'A basis is cited with a blank number or day.',
  },
  example: 'Kế hoạch số   /KH-MNNS ngày   tháng 9 năm 2024',
  check: ({ bases }) =>
    bases
      .filter(({ numberBlank, dateBlank }) => numberBlank || dateBlank)
      .map((basis) => {
        const blank = basis.numberBlank && basis.dateBlank ? 'số và ngày' : basis.numberBlank ? 'số' : 'ngày';
        return { where: basisPlace(basis), message: `Căn cứ còn để trống ${blank}: ${quoted(basis.text)}.` };
      }),
};
