import type { Severity } from '../finding.ts';
import { checkRules } from './check-rules.ts';

const SEVERITIES: Record<Severity, string> = { error: 'lỗi', warning: 'cảnh báo', hint: 'gợi ý' };

/** `docs/checks.md`, from the words of the rules. Written by `scripts/generate-check-docs.mjs`, compared by a test. */
export function checksPage(): string {
  const rows = checkRules.map(
    ({ id, severity, title, example }) =>
      `| [\`${id}\`](#${id}) | ${SEVERITIES[severity]} | ${title.vi} | ${cell(example)} |`,
  );
  const rules = checkRules.flatMap(({ id, severity, title, explanation, example }) => [
    `### ${id}`,
    '',
    `**${title.vi}** (${SEVERITIES[severity]}) · ${title.en} (${severity})`,
    '',
    explanation.vi,
    '',
    `*${explanation.en}*`,
    '',
    `Ví dụ: ${example}`,
    '',
  ]);
  return [...HEAD, ...rows, '', '## Từng quy tắc', '', ...rules].join('\n');
}

const HEAD = [
  '<!-- Tệp này được sinh ra từ src/core/plan/checks. Đừng sửa tay: chạy node scripts/generate-check-docs.mjs -->',
  '',
  '# Các quy tắc kiểm tra',
  '',
  'Một quy tắc đọc kế hoạch và chỉ ra điều mà một thư ký cẩn thận muốn sửa, hoặc giữ lại một cách có chủ ý, trước khi ký.',
  'Lỗi: sai như đang viết. Cảnh báo: nhiều khả năng sai. Gợi ý: nên xem lại. Quy tắc im lặng khi văn bản không có phần mà nó nói đến',
  '(không có cột minh chứng thì không báo thiếu minh chứng). Điều chưa đối chiếu với văn bản gốc chỉ được dùng để gợi ý.',
  'Không quy tắc nào tự sửa kế hoạch.',
  '',
  '*A rule points at what a careful secretary would want to mend, or knowingly keep, before signing. Error: wrong as it stands;',
  'warning: probably wrong; hint: worth a look. A rule is silent about what the document does not have at all. Facts that are not',
  'verified give hints only. No rule changes a plan.*',
  '',
  '| quy tắc | mức | nghĩa | ví dụ |',
  '|---|---|---|---|',
];

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}
