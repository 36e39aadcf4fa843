import type { CheckRule } from './check-rule.ts';
import { inPart } from './finding-place.ts';
import { isBlank, quoted } from './quoted.ts';
import { hasOnlyRows } from './whole-document.ts';

export const signerMissing: CheckRule = {
  id: 'signer-missing',
  severity: 'warning',
  title: { vi: 'Thiếu người ký', en: 'Signer missing' },
  explanation: {
    vi: 'Không có khối chữ ký, hoặc dưới chức vụ chưa có họ và tên người ký. Bản chụp một trang đầu, chưa có hàng nào, thì không bị báo.',
    en: 'There is no signature block, or no name under the post. Silent on a first page alone, without any row.',
  },
  example: 'HIỆU TRƯỞNG (không có họ tên)',
  check: ({ plan }) => {
    const { signature } = plan;
    if (hasOnlyRows(plan) || !isBlank(signature?.name)) return [];
    const role = signature?.role ?? null;
    // One page of several, photographed: neither the rows nor the end of the plan are on it.
    if (role === null && plan.items.length === 0) return [];
    const message =
      role === null ? 'Kế hoạch chưa có phần ký tên.' : `Dưới chức vụ ${quoted(role)} chưa có họ và tên người ký.`;
    return [{ where: inPart('signature', role), message }];
  },
};
