import { schoolYearLabel } from '#core/kernel/school-year.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';

/** The sheet of a workbook that says what letterhead, title and signature of a document say: one fact a row, its name first. */
export const FACT_LABELS = {
  title: 'Tên văn bản',
  governingBody: 'Cơ quan chủ quản',
  schoolName: 'Tên trường',
  country: 'Quốc hiệu',
  motto: 'Tiêu ngữ',
  number: 'Số, ký hiệu',
  date: 'Địa danh, ngày ban hành',
  schoolYear: 'Năm học',
  standardSet: 'Bộ tiêu chuẩn',
  assessmentPeriod: 'Giai đoạn tự đánh giá',
  signerRole: 'Chức vụ người ký',
  signerName: 'Người ký',
  recipients: 'Nơi nhận',
} as const;

export type Fact = keyof typeof FACT_LABELS;

/** Label and text of each fact that the plan has, in the order of a document. */
export function factSheetOf(plan: PlanDocument): [string, string][] {
  const facts: Record<Fact, string | null> = {
    title: plan.title.join('\n'),
    governingBody: plan.letterhead.governingBody,
    schoolName: plan.letterhead.schoolName ?? plan.schoolName,
    country: plan.letterhead.country,
    motto: plan.letterhead.motto,
    number: plan.numberText,
    date: plan.dateText,
    schoolYear: plan.schoolYear === null ? null : schoolYearLabel(plan.schoolYear),
    standardSet: plan.standardSet,
    assessmentPeriod: plan.assessmentPeriod,
    signerRole: plan.signature?.role ?? null,
    signerName: plan.signature?.name ?? null,
    recipients: plan.recipients.join('\n'),
  };
  return (Object.keys(FACT_LABELS) as Fact[]).flatMap((fact): [string, string][] =>
    facts[fact] ? [[FACT_LABELS[fact], facts[fact]]] : [],
  );
}
