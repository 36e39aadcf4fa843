import type { ItemField } from '#core/plan/plan-document.ts';

/** What the parts of a plan item are called in messages of the command line. */
export const FIELD_NAMES: Record<ItemField, { vi: string; en: string }> = {
  criterion: { vi: 'tiêu chí', en: 'criterion' },
  level: { vi: 'mức', en: 'level' },
  need: { vi: 'nội dung cần cải tiến', en: 'need' },
  expectedResult: { vi: 'kết quả cần đạt', en: 'expected result' },
  action: { vi: 'công việc, giải pháp', en: 'action' },
  owners: { vi: 'người chủ trì', en: 'leads' },
  collaborators: { vi: 'người phối hợp', en: 'collaborators' },
  time: { vi: 'thời gian', en: 'time' },
  budget: { vi: 'kinh phí', en: 'budget' },
  support: { vi: 'điều kiện hỗ trợ', en: 'support' },
  expectedEvidence: { vi: 'minh chứng dự kiến', en: 'expected evidence' },
  note: { vi: 'ghi chú', en: 'note' },
  currentState: { vi: 'hiện trạng', en: 'current state' },
  cause: { vi: 'nguyên nhân', en: 'cause' },
  resultIndicator: { vi: 'chỉ số đánh giá', en: 'result indicator' },
  progress: { vi: 'mức độ thực hiện', en: 'progress' },
};
