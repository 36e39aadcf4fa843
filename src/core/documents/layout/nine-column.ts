import { criterionText } from './item-groups.ts';
import { NUMBER, itemTable } from './item-table.ts';
import { ownerColumns, ownersCell } from './owner-columns.ts';
import type { PlanLayout } from './plan-layout.ts';
import { TEXT_WIDTH } from './print-model.ts';
import { sectionBlocks, withItemsSection } from './section-blocks.ts';

export const ITEMS_TITLE = 'NỘI DUNG KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC';

/** One table of nine columns, grouped by level and standard: the form of most plans under the circulars of 2018. */
export const nineColumnLayout: PlanLayout = {
  name: 'nine-column',
  label: 'Bảng 9 cột',
  fields: [
    'criterion',
    'level',
    'expectedResult',
    'action',
    'owners',
    'collaborators',
    'time',
    'budget',
    'support',
    'note',
  ],
  body(plan, context) {
    const people = ownerColumns(plan.items) === 'leads' ? 'Người thực hiện' : 'Chủ trì và phối hợp thực hiện';
    const table = () =>
      itemTable(
        {
          plan,
          items: plan.items,
          groups: ['levels', 'standard'],
          width: TEXT_WIDTH.portrait,
          caption: 'Nội dung kế hoạch cải tiến',
          columns: [
            NUMBER,
            { header: 'Tiêu chuẩn, tiêu chí', share: 19, cell: (item) => criterionText(item, context.set) },
            { header: 'Kết quả cần đạt (so với hiện trạng)', share: 24, cell: (item) => item.expectedResult },
            { header: 'Công việc/giải pháp cần thực hiện', share: 39, cell: (item) => item.action },
            { header: people, share: 17, cell: (item) => ownersCell(plan, item) },
            { header: 'Thời gian thực hiện và hoàn thành', share: 17, cell: (item) => item.time.text },
            { header: 'Dự kiến kinh phí', share: 17, cell: (item) => item.budget.text },
            { header: 'Điều kiện hỗ trợ khác', share: 17, cell: (item) => item.support },
            { header: 'Ghi chú', share: 11, cell: (item) => item.note },
          ],
        },
        context,
      );
    const sections = withItemsSection(plan.sections, ITEMS_TITLE, plan.items.length > 0);
    const blocks = sectionBlocks(sections, ({ role }) => (role === 'items' && plan.items.length > 0 ? [table()] : []));
    return [{ orientation: 'portrait', blocks }];
  },
};
