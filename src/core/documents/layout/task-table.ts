import { NUMBER, itemTable } from './item-table.ts';
import { ITEMS_TITLE } from './nine-column.ts';
import type { PlanLayout } from './plan-layout.ts';
import { TEXT_WIDTH } from './print-model.ts';
import { sectionBlocks, withItemsSection } from './section-blocks.ts';

/** Number, task and time: a plan as a list of what is to be done. */
export const taskTableLayout: PlanLayout = {
  name: 'task-table',
  label: 'Bảng công việc',
  fields: ['criterion', 'action', 'time'],
  body(plan, context) {
    const table = () =>
      itemTable(
        {
          plan,
          items: plan.items,
          groups: ['standard', 'criterion'],
          width: TEXT_WIDTH.portrait,
          caption: 'Nội dung và thời điểm thực hiện công việc',
          columns: [
            NUMBER,
            { header: 'Nội dung công việc', share: 116, cell: (item) => item.action },
            { header: 'Thời điểm thực hiện', share: 38, cell: (item) => item.time.text },
          ],
        },
        context,
      );
    const sections = withItemsSection(plan.sections, ITEMS_TITLE, plan.items.length > 0);
    const blocks = sectionBlocks(sections, ({ role }) => (role === 'items' && plan.items.length > 0 ? [table()] : []));
    return [{ orientation: 'portrait', blocks }];
  },
};
