import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { standardText } from './item-groups.ts';
import { fittedTables } from './fitted-tables.ts';
import { type ItemColumn, itemTableText } from './item-table.ts';
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
  const parts = runs(plan.items).map((items) => {
    const standard = items[0]!.standard;
    const title = standard === null ? null : standardText(standard, context.set);
    const text = itemTableText(
      { plan, items, groups: ['criterion'], caption: title ?? 'Nội dung cải tiến', columns },
      context,
    );
    return { title, text };
  });
  const form = { shares: columns.map(({ share }) => share), width: TEXT_WIDTH.portrait };
  const fitted = fittedTables(
    parts.map(({ text }) => text),
    form,
  );
  return parts.flatMap(({ title }, index): PrintBlock[] => {
    if (title === null) return [fitted[index]!];
    return [
      { kind: 'heading', level: 2, text: `${index + 1}. ${title}`, weight: 'bold', align: 'left' },
      fitted[index]!,
    ];
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
