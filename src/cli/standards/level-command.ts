import { readFileSync } from 'node:fs';
import type { SchoolType } from '#core/organisations/school-type.ts';
import { assess, assessStages } from '#core/standards/assess.ts';
import type { Assessment } from '#core/standards/assessment.ts';
import { answerText, levelReasonText } from '#core/standards/level-reason-text.ts';
import { parseAnswers } from '#core/standards/parse-answers.ts';
import { percentText } from '#core/standards/percent.ts';
import type { StandardSet } from '#core/standards/standard-set.ts';
import { chooseSet } from './choose-set.ts';
import { type CliIo, CliProblem, printJson, printLines, say } from '../cli-io.ts';
import { textTable, wrap } from './text-table.ts';

/**
 * `level ANSWERS.json`: `{"set": "tt19-2018", "answers": {…}}`, or for several stages `{"set": …, "stages": {"primary": {…}}}`.
 * Prints levels, counts and why the school is not higher.
 */
export function levelCommand(io: CliIo, sets: readonly StandardSet[], path: string, json: boolean): void {
  const input = readInput(io, path);
  const name = input['set'];
  if (typeof name !== 'string' || name.trim() === '') throw notAnswers(io, path);
  const set = chooseSet(io, sets, name, input['schoolType'] as SchoolType | null);
  if (isRecord(input['stages'])) {
    const stages = Object.entries(input['stages']).map(([stage, answers]) => ({
      stage,
      assessment: assessed(io, set, answers, `${stage}: `),
    }));
    const result = assessStages(set, stages);
    if (json)
      printJson(io, { set: set.id, code: set.code, schoolLevel: result.level, deciding: result.deciding, stages });
    else
      printLines(io, [
        ...stages.flatMap((each) => [each.stage, ...assessmentLines(io, set, each.assessment), '']),
        stagesLine(io, result),
      ]);
    return;
  }
  const assessment = assessed(io, set, input['answers'], '');
  if (json) printJson(io, { code: set.code, ...assessment });
  else printLines(io, [`${set.id}  ${set.code}`, '', ...assessmentLines(io, set, assessment)]);
}

function assessed(io: CliIo, set: StandardSet, answers: unknown, prefix: string): Assessment {
  const parsed = parseAnswers(set, answers ?? null);
  if (parsed.unknown.length === 0) return assess(set, parsed.answers);
  const list = parsed.unknown.map((each) => prefix + each).join('; ');
  throw new CliProblem(
    say(
      io,
      `Không hiểu trong bộ ${set.id}: ${list}\nMỗi câu trả lời là met, not-met, not-considered, not-applicable, hoặc số mức mà tiêu chí ấy đã đạt.`,
      `Not understood under ${set.id}: ${list}\nEach answer is met, not-met, not-considered, not-applicable, or the level that the criterion has reached.`,
    ),
    1,
  );
}

function assessmentLines(io: CliIo, set: StandardSet, assessment: Assessment): string[] {
  const { criteria, counts, schoolLevel, whyNotHigher } = assessment;
  const mark = io.locale === 'vi' ? ',' : '.';
  const level = say(io, 'Mức', 'Level');
  const head = [
    level,
    say(io, 'ĐẠT', 'MET'),
    say(io, 'TỔNG', 'TOTAL'),
    '%',
    say(io, 'KHÔNG ĐẠT', 'NOT MET'),
    say(io, 'CHƯA XÉT', 'NOT CONSIDERED'),
    say(io, 'KHÔNG ÁP DỤNG', 'NOT APPLICABLE'),
  ];
  const rows = counts.map((count) =>
    [
      count.level,
      count.met,
      count.total,
      percentText(count.met, count.total, { mark }),
      count.notMet,
      count.notConsidered,
      count.notApplicable,
    ].map(String),
  );
  return [
    ...textTable(
      criteria.map((each) => [
        `  ${each.criterion}${each.mandatory ? '*' : ''}`,
        each.level === 0 ? '–' : `${level} ${each.level}`,
        each.outcomes.map((outcome) => `${outcome.level}: ${answerText(outcome.answer, io.locale)}`).join('; '),
      ]),
    ),
    ...(criteria.some((each) => each.mandatory) ? [say(io, '  * bắt buộc', '  * mandatory')] : []),
    '',
    ...textTable([head, ...rows]),
    '',
    schoolLevel === 0
      ? say(io, 'Trường chưa đạt Mức 1', 'The school has not reached Level 1')
      : say(io, `Trường đạt Mức ${schoolLevel}`, `The school has Level ${schoolLevel}`),
    ...(whyNotHigher === null
      ? []
      : [say(io, `Vì sao chưa đạt Mức ${whyNotHigher.level}:`, `Why not Level ${whyNotHigher.level}:`)]),
    ...(whyNotHigher?.reasons ?? []).flatMap((reason) => wrap(levelReasonText(set, reason, io.locale), '  -', 4)),
  ];
}

function stagesLine(io: CliIo, result: { level: number | null; deciding: string[] }): string {
  if (result.level === null) {
    return say(
      io,
      'Chưa biết quy tắc gộp nhiều cấp học của bộ này',
      'No rule is known for several stages under this set',
    );
  }
  const deciding = result.deciding.join(', ');
  return say(
    io,
    `Toàn trường: Mức ${result.level} (theo cấp thấp nhất: ${deciding})`,
    `Whole school: Level ${result.level} (the lowest decides: ${deciding})`,
  );
}

function readInput(io: CliIo, path: string): Record<string, unknown> {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new CliProblem(say(io, `Không đọc được tệp ${path}`, `Cannot read the file ${path}`), 1);
  }
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    if (isRecord(value)) return value;
  } catch (error) {
    throw notJson(io, path, text, error);
  }
  throw notAnswers(io, path);
}

/** With the line and column that the parser names; text that ends too early is wrong at its end. */
function notJson(io: CliIo, path: string, text: string, error: unknown): CliProblem {
  const named = /\bposition (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  const before = text.slice(0, named === undefined ? text.length : Number(named)).split('\n');
  const [line, column] = [before.length, (before.at(-1)?.length ?? 0) + 1];
  const sentence = say(
    io,
    `${path}: sai cú pháp JSON ở dòng ${line}, cột ${column}`,
    `${path}: wrong JSON at line ${line}, column ${column}`,
  );
  return new CliProblem(sentence, 1);
}

function notAnswers(io: CliIo, path: string): CliProblem {
  const shape = '{"set": "tt19-2018", "answers": {…}}';
  return new CliProblem(say(io, `${path} không phải JSON dạng ${shape}`, `${path} is not JSON like ${shape}`), 1);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
