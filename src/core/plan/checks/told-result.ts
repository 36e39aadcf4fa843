import type { Passage } from './passage.ts';

/** "Năm học 2024-2025 có 11/486 học sinh chưa hoàn thành chương trình", "… trường có 16/20 tiêu chí đạt Mức 3". */
const TOLD =
  /^(?:trong\s+|kết thúc\s+|cuối\s+|hết\s+)?năm học\s+\d{4}\s*[-–]\s*\d{4}\s*,?\s*(?:(?:toàn |nhà )?trường\s+)?(?:đã có|có|đạt|còn)\s+\d{1,4}\s*\/\s*\d{1,4}\s+(?:tiêu chí\s+(?:được đánh giá\s+)?đạt|(?:học sinh|học viên|trẻ|em)\s+(?:chưa |đã |được |không )?(?:hoàn thành|tốt nghiệp|lên lớp|lưu ban|bỏ học|xếp loại|đạt giải))/iu;
const INTENDED = /phấn đấu|chỉ tiêu|mục tiêu|dự kiến|kế hoạch|sẽ|đầu năm|học k[ỳì]/iu;
/** What these sections say is still to come. */
const AHEAD = new Set(['purpose', 'strategy', 'organisation', 'monitoring', 'reporting']);

/** Whether a sentence tells, as reached, what a whole school year has brought. */
export function tellsYearsResult({ text, lower, role, part, field }: Passage): boolean {
  if (part !== 'section' && field !== 'need' && field !== 'currentState') return false;
  if (!lower.includes('năm học ') || AHEAD.has(role ?? '')) return false;
  return TOLD.test(text) && !INTENDED.test(text);
}
