import type { PlanDocument, PlanItem, Section } from '#core/plan/plan-document.ts';
import { completeForm } from './bieu-2-sections.ts';
import { itemRow, textCell } from './cell.ts';
import { fittedTable } from './fitted-tables.ts';
import { criterionText, standardText } from './item-groups.ts';
import { type ItemColumn, NUMBER, headerRow, itemTable } from './item-table.ts';
import { isMonitoringLine, monitoringTable } from './monitoring-table.ts';
import { ownerColumns, ownersCell } from './owner-columns.ts';
import type { LayoutContext, PlanLayout } from './plan-layout.ts';
import { type PrintBlock, type PrintPart, type PrintTable, TEXT_WIDTH } from './print-model.ts';
import { oneSection } from './section-blocks.ts';

/** Biểu 2, Phụ lục V of 57/2026/TT-BGDĐT: eight sections, priority problems in IV, the plan of ten columns in V, follow-up in VI. */
export const bieu2Layout: PlanLayout = {
  name: 'bieu-2',
  label: 'Biểu 2 (Thông tư 57/2026)',
  fields: [
    'criterion',
    'currentState',
    'need',
    'cause',
    'expectedResult',
    'action',
    'resultIndicator',
    'time',
    'owners',
    'collaborators',
    'budget',
    'support',
    'expectedEvidence',
    'progress',
  ],
  body(plan, context) {
    const parts: PrintPart[] = [];
    const add = (orientation: PrintPart['orientation'], blocks: PrintBlock[]) => {
      const last = parts.at(-1);
      if (last?.orientation === orientation) last.blocks.push(...blocks);
      else parts.push({ orientation, blocks });
    };
    for (const section of completeForm(plan.sections)) {
      const wide = holds(section, 'items') && plan.items.length > 0;
      add(wide ? 'landscape' : 'portrait', sectionOf(section, plan, context));
    }
    return parts;
  },
};

function holds(section: Section, role: Section['role']): boolean {
  return section.role === role || section.children.some((child) => holds(child, role));
}

function sectionOf(section: Section, plan: PlanDocument, context: LayoutContext): PrintBlock[] {
  const table = section.lines.filter(isMonitoringLine);
  const typed = section.lines.slice(0, section.lines.length - table.length);
  const monitoring = table.length > 0 && typed.every((line) => !isMonitoringLine(line));
  const blocks = oneSection(monitoring ? { ...section, lines: typed } : section, ({ role }) => {
    if (role === 'priorities' && plan.items.length > 0) return [problemTable(plan, context)];
    if (role === 'items' && plan.items.length > 0) return [planTable(plan, context)];
    return [];
  });
  if (section.role === 'monitoring') blocks.push(monitoringTable(monitoring ? table : []));
  return blocks.length === 1 && blocks[0]!.kind === 'heading' ? [...blocks, { kind: 'blank' }] : blocks;
}

/** IV: what is wrong now, and why. */
function problemTable(plan: PlanDocument, { set }: LayoutContext): PrintTable {
  const columns: ItemColumn[] = [
    NUMBER,
    {
      header: 'Tiêu chuẩn',
      share: 26,
      cell: (item) => (item.standard === null ? null : standardText(item.standard, set)),
    },
    { header: 'Tiêu chí liên quan', share: 30, cell: (item) => criterionText(item, set) },
    { header: 'Đánh giá hiện trạng', share: 38, cell: (item) => item.currentState },
    { header: 'Điểm hạn chế', share: 32, cell: (item) => item.need },
    { header: 'Nguyên nhân', share: 30, cell: (item) => item.cause },
  ];
  const rows = plan.items.map((item, index) =>
    itemRow(columns.map((column) => textCell(column.cell(item, index + 1), { align: column.align ?? 'left' }))),
  );
  return fittedTable(
    { caption: 'Vấn đề trọng tâm cần cải tiến', header: [headerRow(columns)], rows },
    { shares: columns.map(({ share }) => share), width: TEXT_WIDTH.portrait },
  );
}

/** V: ten columns, across the page. */
function planTable(plan: PlanDocument, context: LayoutContext): PrintTable {
  const people =
    ownerColumns(plan.items) === 'leads' ? 'Đơn vị/cá nhân phụ trách' : 'Đơn vị/cá nhân phụ trách, phối hợp';
  return itemTable(
    {
      plan,
      items: plan.items,
      groups: [],
      width: TEXT_WIDTH.landscape,
      caption: 'Kế hoạch cải tiến chất lượng',
      columns: [
        NUMBER,
        { header: 'Nội dung cải tiến', share: 30, cell: (item) => item.need },
        { header: 'Mục tiêu', share: 28, cell: (item) => item.expectedResult },
        { header: 'Hoạt động/giải pháp', share: 44, cell: (item) => item.action },
        { header: 'Chỉ số đánh giá kết quả', share: 26, cell: (item) => item.resultIndicator },
        { header: 'Thời gian', share: 21, cell: (item) => item.time.text },
        { header: people, share: 24, cell: (item) => ownersCell(plan, item) },
        { header: 'Nguồn lực', share: 24, cell: resources },
        { header: 'Thông tin/minh chứng dự kiến', share: 26, cell: (item) => item.expectedEvidence },
        { header: 'Mức độ thực hiện', share: 21, cell: (item) => item.progress },
      ],
    },
    context,
  );
}

/** Money and other support share a column; named when both are there. */
function resources({ budget, support }: PlanItem): string | null {
  if (budget.text === null || support === null) return budget.text ?? support;
  return `Kinh phí: ${budget.text}\nĐiều kiện hỗ trợ: ${support}`;
}
