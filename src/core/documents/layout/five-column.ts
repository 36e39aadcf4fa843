import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { standardText } from './item-groups.ts';
import { type ItemColumn, itemTable } from './item-table.ts';
import { ITEMS_TITLE } from './nine-column.ts';
import { ownerColumns, ownersCell } from './owner-columns.ts';
import type { LayoutContext, PlanLayout } from './plan-layout.ts';
import { type PrintBlock, TEXT_WIDTH } from './print-model.ts';
import { sectionBlocks, withItemsSection } from './section-blocks.ts';

/** A table of five columns for each standard. */
export const fiveColumnLayout: PlanLayout = {
  name: 'five-column',
  label: 'Bảng 5 cột theo tiêu chuẩn',
  fields: ['criterion', 'need', 'action', 'time', 'owners', 'collaborators', 'expectedEvidence'],
  body(plan, context) {
    const sections = withItemsSection(plan.sections, ITEMS_TITLE, plan.items.length > 0);
    const blocks = sectionBlocks(sections, ({ role }) => (role === 'items' ? tables(plan, context) : []));
    return [{ orientation: 'portrait', blocks }];
  },
};

function tables(plan: PlanDocument, context: LayoutContext): PrintBlock[] {
  const columns = columnsOf(plan);
  return runs(plan.items).flatMap((items, index): PrintBlock[] => {
    const standard = items[0]!.standard;
    const table = itemTable(
      {
        plan,
        items,
        groups: ['criterion'],
        width: TEXT_WIDTH.portrait,
        caption: standard === null ? 'Nội dung cải tiến' : standardText(standard, context.set),
        columns,
      },
      context,
    );
    if (standard === null) return [table];
    const text = `${index + 1}. ${standardText(standard, context.set)}`;
    return [{ kind: 'heading', level: 2, text, weight: 'bold', align: 'left' }, table];
  });
}

function columnsOf(plan: PlanDocument): ItemColumn[] {
  const people = ownerColumns(plan.items, 'leads') === 'leads' ? 'Người thực hiện' : 'Người chủ trì, phối hợp';
  return [
    { header: 'Nội dung cần cải tiến', share: 42, cell: (item) => item.need },
    { header: 'Biện pháp thực hiện', share: 50, cell: (item) => item.action },
    { header: 'Thời gian', share: 23, cell: (item) => item.time.text },
    { header: people, share: 23, cell: (item) => ownersCell(plan, item) },
    { header: 'Minh chứng', share: 27, cell: (item) => item.expectedEvidence },
  ];
}

/** Neighbours of one standard; those without a criterion below ones with one start anew, so that none inherits it. */
function runs(items: readonly PlanItem[]): PlanItem[][] {
  const found: PlanItem[][] = [];
  for (const item of items) {
    const last = found.at(-1);
    const above = last?.at(-1);
    const names = item.criterion !== null || item.criterionText !== null;
    const aboveNames = above !== undefined && (above.criterion !== null || above.criterionText !== null);
    if (last === undefined || above!.standard !== item.standard || (aboveNames && !names)) found.push([item]);
    else last.push(item);
  }
  return found;
}
