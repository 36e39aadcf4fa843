import { fold } from '#core/kernel/text.ts';
import { findSpan } from '#core/plan/suggest-kind.ts';

/** "Chiến lược …", "Kế hoạch chiến lược …", "Kế hoạch phát triển nhà trường giai đoạn 2026-2030". */
const STRATEGY = /^(du thao )?((phuong huong|ke hoach|de an|chuong trinh),? )?(.{0,40} )?chien luoc\b/;
const DEVELOPMENT =
  /^(du thao )?(ke hoach|de an|chuong trinh) (.{0,30} )?phat trien (su nghiep )?(nha truong|truong|giao duc|trung tam)/;
/** Papers about a strategy, and how it is to be written. */
const ABOUT_ONE =
  /^(du thao )?(bao cao|thong bao|quyet dinh|to trinh|bien ban|phieu|giay moi|cong van|huong dan|quy che|danh muc)\b|^ke hoach (to chuc |cong tac )?(xay dung|lap|ra soat|lay y kien|gop y|so ket|tong ket|danh gia|kiem tra|giam sat)\b/;

/** Whether a title names a plan of several years. It is one only when it holds rows of a plan: many strategies are prose. */
export function namesStrategy(title: string): boolean {
  const words = fold(title);
  if (ABOUT_ONE.test(words)) return false;
  return STRATEGY.test(words) || (DEVELOPMENT.test(words) && findSpan(title) !== null);
}
