import { plain } from '#core/kernel/text.ts';
import type { PlanDocument, PlanItem } from '#core/plan/plan-document.ts';
import { paragraphsIn } from './cell.ts';
import { criterionText, groupsBefore, standardText } from './item-groups.ts';
import { ITEMS_TITLE } from './nine-column.ts';
import { ownersCell } from './owner-columns.ts';
import type { LayoutContext, PlanLayout } from './plan-layout.ts';
import type { PrintBlock } from './print-model.ts';
import { sectionBlocks, withItemsSection } from './section-blocks.ts';

/**
 * Running text under a heading for each standard and criterion. What a plan keeps in cells of its own and its sentences do not
 * say follows as labelled lines.
 */
export const narrativeLayout: PlanLayout = {
  name: 'narrative',
  label: 'Văn xuôi theo tiêu chí',
  fields: [
    'criterion',
    'need',
    'expectedResult',
    'action',
    'owners',
    'collaborators',
    'time',
    'budget',
    'support',
    'expectedEvidence',
    'note',
    'currentState',
    'cause',
    'resultIndicator',
    'progress',
  ],
  body(plan, context) {
    const sections = withItemsSection(plan.sections, ITEMS_TITLE, plan.items.length > 0);
    const blocks = sectionBlocks(sections, ({ role }) => (role === 'items' ? itemBlocks(plan, context) : []));
    return [{ orientation: 'portrait', blocks }];
  },
};

function itemBlocks(plan: PlanDocument, context: LayoutContext): PrintBlock[] {
  const groups = groupsBefore(plan.items, ['standard'], context.set);
  return plan.items.flatMap((item, index): PrintBlock[] => [
    ...groups[index]!.map((group): PrintBlock => heading(2, group.text)),
    heading(3, headOf(item, index + 1, context)),
    { kind: 'heading', level: 4, text: 'Kế hoạch cải tiến chất lượng', weight: 'bold-italic', align: 'left' },
    ...linesOf(plan, item).map((text): PrintBlock => ({ kind: 'line', text, italic: false })),
  ]);
}

function heading(level: number, text: string): PrintBlock {
  return { kind: 'heading', level, text, weight: 'bold', align: level === 2 ? 'center' : 'left' };
}

/** The criterion, or else the need with a number in front. */
function headOf(item: PlanItem, number: number, { set }: LayoutContext): string {
  const criterion = criterionText(item, set);
  if (criterion !== null) return criterion;
  const subject = item.need ?? (item.standard === null ? 'Nội dung cải tiến' : standardText(item.standard, set));
  return `${number}. ${subject}`;
}

function linesOf(plan: PlanDocument, item: PlanItem): string[] {
  const facts = factsOf(plan, item);
  const action = paragraphsIn(item.action);
  if (facts.length === 0) return action;
  const [first = '', ...rest] = action;
  return [`Công việc, giải pháp: ${first}`, ...rest, ...facts];
}

/** Labels are the words by which the facts are recognised again. */
function factsOf(plan: PlanDocument, item: PlanItem): string[] {
  const said = plain(item.action);
  const named = criterionText(item, null) !== null;
  const facts: [string, string | null][] = [
    ['Thực trạng', item.currentState],
    ['Nội dung cần cải tiến', named ? item.need : null],
    ['Nguyên nhân', item.cause],
    ['Kết quả cần đạt', item.expectedResult],
    ['Chỉ số đánh giá', item.resultIndicator],
    [item.collaborators.length > 0 ? 'Chủ trì, phối hợp thực hiện' : 'Người thực hiện', ownersCell(plan, item)],
    ['Thời gian thực hiện', item.time.text],
    ['Dự kiến kinh phí', item.budget.text],
    ['Điều kiện hỗ trợ', item.support],
    ['Minh chứng dự kiến', item.expectedEvidence],
    ['Mức độ thực hiện', item.progress],
    ['Ghi chú', item.note],
  ];
  return facts.flatMap(([label, text]) => {
    const lines = paragraphsIn(text);
    const inSentence = label === 'Thời gian thực hiện' && lines.every((line) => said.includes(plain(line)));
    if (lines.length === 0 || inSentence) return [];
    return [`${label}: ${lines[0]!}`, ...lines.slice(1)];
  });
}
