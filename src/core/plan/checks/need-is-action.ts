import { lines, plain, squash } from '#core/kernel/text.ts';
import type { PlanItem } from '../plan-document.ts';
import type { CheckRule } from './check-rule.ts';
import { inItem } from './finding-place.ts';
import { quoted } from './quoted.ts';

/** What one does: a need that begins so and names no fault is a measure. */
const MEASURES =
  /^(?:tiếp tục )?(?:lập|xây dựng|tổ chức|tăng cường|rà soát|bổ sung|mua(?: sắm)?|sửa chữa|tham mưu|triển khai|đẩy mạnh|nâng cấp|nâng cao|cải tạo|bồi dưỡng|tập huấn|kiểm tra|hướng dẫn|phối hợp|tuyên truyền|trang bị|đầu tư|khảo sát|ứng dụng|hoàn thiện|phân công|chỉ đạo|vận động|huy động|đề xuất|thực hiện|kiện toàn|đưa|cử|cập nhật|duy trì|đổi mới|mở(?: rộng| thêm| lớp)|lắp(?: đặt)?|thay(?: thế| mới|(?= (?:các |thiết bị|hệ thống|bàn|ghế|cửa|mái|đèn|bóng|quạt|máy|vòi|nền|gạch|đồ |\\d)))|xây (?:mới|thêm|lại)|trồng|thành lập|khắc phục|củng cố|tạo điều kiện|mời|ký kết|quy hoạch|bố trí|tiến hành|phát động|ban hành|niêm yết|thu thập|sắp xếp)(?![\p{L}])/u;
/** Words of a fault: "Tổ chức chuyên đề chưa thường xuyên" is a weakness although it begins with a verb. */
const FAULTS =
  /(?<!\p{L})(?:chưa|còn|thiếu|hạn chế|không|xuống cấp|yếu|kém|chậm|ít|thấp|hẹp|cũ|hỏng|hư|lúng túng|khó khăn|bất cập|hình thức|quá tải|đôi khi|đôi lúc|nhỏ lẻ|mỏng|cần)(?!\p{L})/u;

export const needIsAction: CheckRule = {
  id: 'need-is-action',
  severity: 'hint',
  title: { vi: 'Ô hạn chế ghi một biện pháp', en: 'The need cell holds a measure' },
  explanation: {
    vi: 'Ô “Nội dung cần cải tiến” hoặc “Điểm yếu” bắt đầu bằng việc phải làm (lập, xây dựng, tăng cường …) và không nêu điều gì chưa đạt. Người đọc không biết biện pháp để khắc phục điều gì. Ở Biểu 2 của Thông tư 57/2026 chỉ cột “Điểm hạn chế” được xem, cột “Nội dung cải tiến” thì không.',
    en: 'The need or weakness cell begins with something to do and names nothing that falls short. In Biểu 2 only the weakness of section IV is looked at.',
  },
  example: 'Lập kế hoạch sửa chữa, nâng cấp bếp',
  check: ({ plan }) => {
    const isBieu2 = plan.itemFields.includes('currentState') || plan.itemFields.includes('cause');
    return plan.items.flatMap((item) => {
      const need = squash(isBieu2 ? weaknessOf(item) : (item.need ?? '')).replace(/^[-+*•·\s]+/, '');
      if (!MEASURES.test(plain(need)) || FAULTS.test(plain(need))) return [];
      const message = `Ô nội dung cần cải tiến ghi một biện pháp, chưa nêu hạn chế: ${quoted(need)}.`;
      return [{ where: inItem(item, 'need', need), message }];
    });
  },
};

/** The row of section IV comes first, what is to be improved (section V) on the line below it. */
function weaknessOf({ need, currentState, cause }: PlanItem): string {
  const [weakness, ...content] = lines(need ?? '');
  const hasBoth = content.length > 0 && (currentState !== null || cause !== null);
  return hasBoth ? (weakness ?? '') : '';
}
