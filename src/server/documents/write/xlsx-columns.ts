import { criterionText, standardText } from '#core/documents/layout/item-groups.ts';
import { ownerColumns, ownersCell } from '#core/documents/layout/owner-columns.ts';
import type { ItemField, PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';

export interface SheetColumn {
  header: string;
  /** In characters. */
  width: number;
  align?: 'left' | 'center';
  cell: (item: PlanItem, number: number) => string | null;
}

/** One column for each fact that some row has, under the words of the forms, by which reading knows them again. */
export function sheetColumns(plan: PlanDocument, set: StandardSet | null): SheetColumn[] {
  const has = (cell: SheetColumn['cell']) => plan.items.some((item, index) => (cell(item, index + 1) ?? '') !== '');
  const column = (header: string, width: number, cell: SheetColumn['cell'], field: ItemField | null = null) =>
    has(cell) || (field !== null && plan.itemFields.includes(field)) ? [{ header, width, cell }] : [];
  return [
    { header: 'TT', width: 6, align: 'center' as const, cell: (_: PlanItem, number: number) => String(number) },
    ...column('Tiêu chuẩn', 26, (item) => (item.standard === null ? null : standardText(item.standard, set))),
    ...column('Tiêu chí', 30, (item) => criterionText(item, set), 'criterion'),
    ...column('Mức', 8, (item) => item.levels.join(', '), 'level'),
    ...column('Đánh giá hiện trạng', 36, (item) => item.currentState, 'currentState'),
    ...column('Nội dung cần cải tiến', 36, (item) => item.need, 'need'),
    ...column('Nguyên nhân', 30, (item) => item.cause, 'cause'),
    ...column('Kết quả cần đạt', 36, (item) => item.expectedResult, 'expectedResult'),
    { header: 'Công việc, giải pháp', width: 56, cell: (item: PlanItem) => item.action },
    ...column('Chỉ số đánh giá kết quả', 30, (item) => item.resultIndicator, 'resultIndicator'),
    ...peopleColumns(plan, column),
    ...column('Thời gian thực hiện', 22, (item) => item.time.text, 'time'),
    ...column('Dự kiến kinh phí', 24, (item) => item.budget.text, 'budget'),
    ...column('Điều kiện hỗ trợ', 28, (item) => item.support, 'support'),
    ...column('Minh chứng dự kiến', 30, (item) => item.expectedEvidence, 'expectedEvidence'),
    ...column('Mức độ thực hiện', 18, (item) => item.progress, 'progress'),
    ...column('Ghi chú', 24, (item) => item.note, 'note'),
  ];
}

type MakeColumn = (header: string, width: number, cell: SheetColumn['cell'], field?: ItemField | null) => SheetColumn[];

/** One column where its words tell leads from collaborators, else one for each. */
function peopleColumns(plan: PlanDocument, column: MakeColumn): SheetColumn[] {
  const way = ownerColumns(plan.items);
  const together = (item: PlanItem) => ownersCell(plan, item);
  if (way === 'together') return column('Chủ trì và phối hợp thực hiện', 26, together, 'owners');
  if (way === 'leads') return column('Chủ trì', 24, together, 'owners');
  return [
    ...column('Chủ trì', 24, (item) => item.leads.join(', '), 'owners'),
    ...column('Phối hợp', 24, (item) => item.collaborators.join(', '), 'collaborators'),
  ];
}
