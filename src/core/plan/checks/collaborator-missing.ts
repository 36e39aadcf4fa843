import { squash } from '#core/kernel/text.ts';
import type { CheckRule, Fault } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { hasCollaboratorColumn } from './owner-column.ts';
import { quoted, rowName } from './quoted.ts';

export const collaboratorMissing: CheckRule = {
  id: 'collaborator-missing',
  severity: 'hint',
  title: { vi: 'Thiếu người phối hợp', en: 'Collaborator missing' },
  explanation: {
    vi: 'Sau người chủ trì còn dấu phẩy mà không có tên tiếp theo, hoặc ô “Phối hợp” để trống trong khi các hàng khác có.',
    en: 'The lead ends in a comma with nobody after it, or the collaborator cell is empty while other rows fill it.',
  },
  example: 'Hiệu trưởng,',
  check: ({ plan }) => {
    const ownColumn = hasCollaboratorColumn(plan);
    return plan.items.flatMap((item): Fault[] => {
      const owners = squash(item.ownersText ?? '');
      if (/[\p{L}\p{N}]\s*[,;]$/u.test(owners)) {
        const message = `${rowName(item)} ghi ${quoted(owners)}, sau ${owners.endsWith(';') ? 'dấu chấm phẩy' : 'dấu phẩy'} chưa có người phối hợp.`;
        return [{ where: inItem(item, 'owners', owners), message }];
      }
      if (!ownColumn || item.collaborators.length > 0) return [];
      return [{ where: inItem(item, 'collaborators'), message: `${rowName(item)} chưa có người phối hợp.` }];
    });
  },
};
