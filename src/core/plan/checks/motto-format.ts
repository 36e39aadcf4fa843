import { squash } from '#core/kernel/text.ts';
import { COUNTRY, MOTTO } from '../own-letterhead.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { isBlank, quoted } from './quoted.ts';

export const mottoFormat: CheckRule = {
  id: 'motto-format',
  severity: 'hint',
  title: { vi: 'Quốc hiệu, Tiêu ngữ chưa đúng thể thức', en: 'Country name or motto not as prescribed' },
  explanation: {
    vi: 'Nghị định 30/2020/NĐ-CP viết Quốc hiệu bằng chữ in hoa và Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”: gạch nối (-) có cách hai bên, không dùng gạch dài (–). Cả hai cách bỏ dấu HÒA, HOÀ đều được chấp nhận.',
    en: 'Decree 30/2020 prints the country’s name in capitals and the motto with hyphens between spaces, not dashes.',
  },
  example: 'Độc lập Tự do – Hạnh phúc',
  check: ({ plan }) => {
    const { country, motto } = plan.letterhead;
    const faults: Fault[] = [];
    if (country !== null && !isBlank(country) && squash(country).replace('HOÀ', 'HÒA') !== COUNTRY) {
      const message = `Quốc hiệu ${quoted(country)} chưa đúng thể thức.`;
      faults.push({ where: inPart('letterhead', squash(country)), message, suggestion: COUNTRY });
    }
    if (motto !== null && !isBlank(motto) && squash(motto) !== MOTTO) {
      const message = `Tiêu ngữ ${quoted(motto)} chưa đúng thể thức.`;
      faults.push({ where: inPart('letterhead', squash(motto)), message, suggestion: MOTTO });
    }
    return faults;
  },
};
