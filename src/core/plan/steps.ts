import { lines } from '#core/kernel/text.ts';

const BULLET = /^(?:[-–—+•·*●▪►➢✓]|\d{1,2}[.)](?!\d)|[a-zđ]\))\s*/u;
const RUN_TOGETHER = /\s+[-–•+]\s+(?=\p{Lu})/u;

/**
 * The steps of an action: its bulleted lines without their marks, a line without a mark continuing the step above. Bullets that
 * were run together in one line ("- Kiểm kê - Đề xuất bổ sung") are told apart when the line begins with one. Text before the first
 * bullet is no step. An action without bullets has none.
 */
export function stepsOf(action: string): string[] {
  const steps: string[] = [];
  for (const line of lines(action)) {
    const mark = BULLET.exec(line);
    if (mark && mark[0].length < line.length) {
      steps.push(
        ...line
          .slice(mark[0].length)
          .split(RUN_TOGETHER)
          .map((part) => part.trim()),
      );
    } else if (steps.length > 0) {
      steps[steps.length - 1] += ` ${line}`;
    }
  }
  return steps.filter((step) => step !== '');
}

/** The lines of an action; bullets that were run together on one line begin lines of their own. */
export function actionLines(action: string): string[] {
  return action.split('\n').flatMap((line) => (BULLET.test(line) ? line.split(RUN_TOGETHER) : [line]));
}
