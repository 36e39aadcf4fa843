import { wantsNumber } from '#core/documents/blocks-lines.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { headerCell, textCell } from './cell.ts';
import { criterionText } from './item-groups.ts';
import { type ItemColumn, NUMBER, itemTable } from './item-table.ts';
import { ITEMS_TITLE } from './nine-column.ts';
import { ownerColumns, ownersCell } from './owner-columns.ts';
import type { LayoutContext, PlanLayout } from './plan-layout.ts';
import { type PrintCell, type PrintRow, TEXT_WIDTH } from './print-model.ts';
import { sectionBlocks, withItemsSection } from './section-blocks.ts';

/** Grouped by level, then standard; start and end in two columns under one heading. */
export const byLevelLayout: PlanLayout = {
  name: 'by-level',
  label: 'Bảng theo mức',
  fields: ['criterion', 'level', 'expectedResult', 'action', 'owners', 'collaborators', 'time', 'budget', 'support'],
  body(plan, context) {
    const table = () => {
      const columns = columnsOf(plan, context);
      return itemTable(
        {
          plan,
          items: plan.items,
          groups: ['levels', 'standard'],
          width: TEXT_WIDTH.portrait,
          caption: 'Nội dung kế hoạch cải tiến theo mức',
          columns,
          header: headerOf(columns),
          cells: (item, number) => cellsOf(columns, item, number),
        },
        context,
      );
    };
    const sections = withItemsSection(plan.sections, ITEMS_TITLE, plan.items.length > 0);
    const blocks = sectionBlocks(sections, ({ role }) => (role === 'items' && plan.items.length > 0 ? [table()] : []));
    return [{ orientation: 'portrait', blocks }];
  },
};

const START = 5;

function columnsOf(plan: PlanDocument, context: LayoutContext): ItemColumn[] {
  const people = ownerColumns(plan.items) === 'leads' ? 'Người thực hiện' : 'Chủ trì và phối hợp thực hiện';
  return [
    NUMBER,
    { header: 'Tiêu chí', share: 18, cell: (item) => criterionText(item, context.set) },
    { header: 'Kết quả cần đạt', share: 16, cell: (item) => item.expectedResult },
    { header: 'Công việc, giải pháp cần thực hiện', share: 44, cell: (item) => item.action },
    { header: people, share: 17, cell: (item) => ownersCell(plan, item) },
    { header: 'Bắt đầu', share: 15, cell: (item) => rangeOf(item)?.[0] ?? null },
    { header: 'Kết thúc', share: 15, cell: (item) => rangeOf(item)?.[1] ?? null },
    { header: 'Dự kiến kinh phí', share: 16, cell: (item) => item.budget.text },
    { header: 'Điều kiện hỗ trợ khác', share: 24, cell: (item) => item.support },
  ];
}

/**
 * A time typed on two lines is a start and an end, if the first says something by itself: not of "Tháng" and "10/2026", and if they are
 * not two times.
 */
function rangeOf(item: PlanItem): [string, string] | null {
  if (item.time.parts.length > 1) return null;
  const [start, end, ...more] = (item.time.text ?? '').split('\n');
  return start && end && more.length === 0 && !wantsNumber(start.trim()) ? [start, end] : null;
}

/** Any other time takes both columns. */
function cellsOf(columns: readonly ItemColumn[], item: PlanItem, number: number): PrintCell[] {
  const cells = columns.map((column) => textCell(column.cell(item, number), { align: column.align ?? 'left' }));
  if (rangeOf(item) === null) cells.splice(START, 2, textCell(item.time.text, { columnSpan: 2 }));
  return cells;
}

function headerOf(columns: readonly ItemColumn[]): PrintRow[] {
  const top = columns.flatMap(({ header }, column) => {
    if (column === START) return [headerCell('Thời gian', { columnSpan: 2 })];
    return column === START + 1 ? [] : [headerCell(header, { rowSpan: 2 })];
  });
  const below = columns.slice(START, START + 2).map(({ header }) => headerCell(header));
  return [
    { kind: 'header', keep: true, keepInWord: true, cells: top },
    { kind: 'header', keep: true, keepInWord: true, cells: below },
  ];
}
