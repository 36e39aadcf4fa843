import type { CheckRule } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { isBlank, quoted } from './quoted.ts';
import { hasOnlyRows } from './whole-document.ts';

export const signerMissing: CheckRule = {
  id: 'signer-missing',
  severity: 'warning',
  title: { vi: 'Thiếu người ký', en: 'Signer missing' },
  explanation: {
    vi: 'Không có khối chữ ký, hoặc dưới chức vụ chưa có họ và tên người ký.',
    en: 'There is no signature block, or no name under the post.',
  },
  example: 'HIỆU TRƯỞNG (không có họ tên)',
  check: ({ plan }) => {
    const { signature } = plan;
    if (hasOnlyRows(plan) || !isBlank(signature?.name)) return [];
    const role = signature?.role ?? null;
    const message =
      role === null ? 'Kế hoạch chưa có phần ký tên.' : `Dưới chức vụ ${quoted(role)} chưa có họ và tên người ký.`;
    return [{ where: inPart('signature', role), message }];
  },
};
