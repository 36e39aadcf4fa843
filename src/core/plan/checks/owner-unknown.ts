import { plain, squash } from '#core/kernel/text.ts';
import { namesGroup } from '../owner-group.ts';
import { knownOwner } from '../owner-known.ts';
import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { hasOwnerColumn } from './owner-column.ts';
import { quoted, rowName } from './quoted.ts';

export const ownerUnknown: CheckRule = {
  id: 'owner-unknown',
  severity: 'hint',
  title: { vi: 'Người thực hiện không rõ là ai', en: 'Unknown owner' },
  explanation: {
    vi: 'Tên trong cột người thực hiện không phải chức danh, bộ phận hay đoàn thể thường có trong trường, cũng không phải người của trường này. Có thể do gõ nhầm hoặc ô bị lẫn nội dung khác.',
    en: 'A name in the owner column is no post, group or person known in schools or in this school.',
  },
  example: 'Người thực hiện: “Hồ sơ, sổ sách”',
  check: ({ plan, school }) => {
    if (!hasOwnerColumn(plan)) return [];
    const own = new Set((school?.posts ?? []).map(plain));
    const names = new Set(plan.items.flatMap((item) => [...item.leads, ...item.collaborators]));
    const unknown = new Set([...names].filter((name) => !isKnown(name) && !own.has(plain(name))));
    if (unknown.size === 0) return [];
    return plan.items.flatMap((item) =>
      [...item.leads, ...item.collaborators]
        .filter((name, index, all) => unknown.has(name) && !isRestOf(name, all.slice(0, index)))
        .map((name) => ({
          where: inItem(item, 'owners', name),
          message: `${rowName(item)}: chưa rõ ${quoted(name)} là ai hoặc bộ phận nào.`,
        })),
    );
  },
};

/** "Tháng 3/2025" in the wrong cell is cut at its slash; it is told once. */
function isRestOf(name: string, before: readonly string[]): boolean {
  return /^\d+$/.test(name) && before.length > 0;
}

const EVERYBODY =
  /^(?:toàn thể|tất cả|toàn bộ|tập thể|một số|những|các|từng|mỗi|hai|ba|bốn|năm|sáu|\d{1,2})\s+(?:các\s+|đồng chí\s+|thầy,? cô\s+)?/iu;
/** Outside the school, and above the principal of a private one. */
const NEIGHBOUR =
  /^(?:(?:ông |bà )?trưởng (?:thôn|bản|buôn|ấp|xóm|làng|khu(?: phố)?)|già làng|(?:ban quản lý )?(?:thôn|khu phố)|tổ dân phố|chủ (?:trường|đầu tư|cơ sở)|nhà đầu tư)(?!\p{L})/iu;

/** A post with a few words that say which: "Phó HT THCS", "Giáo viên nhà trẻ", "Trưởng ban Thanh tra nhân dân", "NV TB". */
const POST =
  /^(?:(?:phó )?(?:trưởng ban|trưởng nhóm|trưởng bộ phận|trưởng phòng|trưởng khối)|phó ban|bí thư|bt đoàn|chủ tịch|chủ nhiệm|thư ký|đội trưởng|(?:phó )?(?:hiệu trưởng|giám đốc|ht|gđ)|p\.?ht|thủ thư|thủ kho|tptđ|nghệ nhân)(?![\p{L}\p{N}])(?:\s+\S+){0,5}$|^(?:giáo viên|gv|nhân viên|nv)(?:\s+(?!hạn chế|chưa|còn|thiếu|yếu|không|cần)\S+){1,2}$/iu;

/** "Không" in the cell of those who help says that nobody does. */
function isKnown(name: string): boolean {
  if (knownOwner(name) !== null || namesGroup(name) || /^không(?: có)?$/iu.test(name)) return true;
  if (NEIGHBOUR.test(name) || POST.test(name)) return true;
  // "Đ/c Hà (PHT)", "Đ/c Lan - Thủ kho": a name and its post; "Toàn thể HĐSP": a group in all its people.
  const bracket = /^([^()]+)\(([^()]+)\)$/.exec(name) ?? /^(.+?)\s+[-–]\s+(.+)$/.exec(name);
  if (bracket) return isKnown(squash(bracket[1] ?? '')) || isKnown(squash(bracket[2] ?? ''));
  const inside = name.replace(EVERYBODY, '');
  return inside !== name && isKnown(inside);
}
