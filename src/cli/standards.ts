import { AppError } from '#core/kernel/app-error.ts';
import { findCriterion } from '#core/standards/find-in-set.ts';
import { searchIndex, type SearchHit, searchStandards } from '#core/standards/search-standards.ts';
import { getStandards, type Standards } from '#server/standards/load-standards.ts';
import { chooseSet } from './standards/choose-set.ts';
import { type CliIo, CliProblem, printJson, printLines, say } from './cli-io.ts';
import { levelCommand } from './standards/level-command.ts';
import { criterionLines, listLines, setLines } from './standards/show-set.ts';
import { textTable } from './standards/text-table.ts';

/**
 * `caitien standards [list | show SET [CRITERION] | search WORDS | level ANSWERS.json] [--json]`. Returns the exit code: 0 done,
 * 1 the set, criterion, file or answers are wrong, 2 the command line is.
 */
export function standardsCommand(args: string[], io: CliIo): number {
  const json = args.includes('--json');
  const words = args.filter((arg) => arg !== '--json');
  if (words.includes('--help') || words.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  try {
    run(words, json, io, getStandards());
    return 0;
  } catch (error) {
    if (!(error instanceof CliProblem) && !(error instanceof AppError)) throw error;
    io.stderr.write(`${error.message}\n`);
    return error instanceof CliProblem ? error.exitCode : 1;
  }
}

function run([command = 'list', ...rest]: string[], json: boolean, io: CliIo, standards: Standards): void {
  const [first] = rest;
  if (command === 'list' && rest.length === 0) return list(io, standards, json);
  if (command === 'show' && first !== undefined && rest.length <= 2)
    return show(io, standards, first, rest[1] ?? null, json);
  if (command === 'search' && first !== undefined) return search(io, standards, rest.join(' '), json);
  if (command === 'level' && first !== undefined && rest.length === 1)
    return levelCommand(io, standards.sets, first, json);
  throw new CliProblem(usage(io), 2);
}

function list(io: CliIo, { sets }: Standards, json: boolean): void {
  if (!json) return printLines(io, listLines(io, sets));
  const facts = sets.map(
    ({ id, code, annex, title, schoolTypes, effective, inForceUntil, replacedBy, certainty, counts }) => ({
      id,
      code,
      annex,
      title,
      schoolTypes,
      effective,
      inForceUntil,
      replacedBy,
      known: certainty.known,
      counts,
    }),
  );
  printJson(io, facts);
}

function show(io: CliIo, { sets }: Standards, name: string, code: string | null, json: boolean): void {
  const set = chooseSet(io, sets, name);
  if (code === null) return json ? printJson(io, set) : printLines(io, setLines(io, set));
  const criterion = findCriterion(set, code);
  if (!criterion)
    throw new CliProblem(say(io, `Bộ ${set.id} không có tiêu chí ${code}`, `${set.id} has no criterion ${code}`), 1);
  if (json) printJson(io, { set: set.id, code: set.code, criterion });
  else printLines(io, criterionLines(io, set, criterion));
}

const SHOWN_HITS = 40;

function search(io: CliIo, { sets, legal }: Standards, query: string, json: boolean): void {
  const hits = searchStandards(searchIndex(sets, legal), query, json ? Infinity : SHOWN_HITS);
  if (json) return printJson(io, hits);
  if (hits.length === 0) return printLines(io, [say(io, `Không tìm thấy "${query}"`, `Nothing found for "${query}"`)]);
  printLines(
    io,
    textTable(hits.map((hit) => [hit.set ?? say(io, 'văn bản', 'document'), hit.code, kindText(io, hit), hit.text])),
  );
}

function kindText(io: CliIo, hit: SearchHit): string {
  const names: Record<SearchHit['kind'], [string, string]> = {
    standard: ['tiêu chuẩn', 'standard'],
    criterion: ['tiêu chí', 'criterion'],
    indicator: ['chỉ báo', 'indicator'],
    element: ['ý', 'element'],
    clause: ['khoản', 'clause'],
    'legal-document': ['', ''],
  };
  return say(io, ...names[hit.kind]);
}

function usage(io: CliIo): string {
  return say(
    io,
    `Cách dùng: caitien standards [list | show BỘ [TIÊU CHÍ] | search TỪ… | level CÂU_TRẢ_LỜI.json] [--json]

  caitien standards                               các bộ tiêu chuẩn
  caitien standards show tt19-2018                một bộ; cũng nhận "19/2018/TT-BGDĐT"
  caitien standards show tt57-2026-general 1.4    một tiêu chí
  caitien standards search dan chu                tìm không cần dấu, không cần đúng thứ tự
  caitien standards level tra-loi.json            xét mức; tệp có dạng
      {"set": "tt19-2018", "answers": {"1.1": {"1a": "met", "1b": "not-met"}, "1.2": 2}}
      met đạt, not-met không đạt, not-considered chưa xét, not-applicable không áp dụng; số là mức đã đạt`,
    `Usage: caitien standards [list | show SET [CRITERION] | search WORDS… | level ANSWERS.json] [--json]

  caitien standards                               the standard sets
  caitien standards show tt19-2018                one set; "19/2018/TT-BGDĐT" will do
  caitien standards show tt57-2026-general 1.4    one criterion
  caitien standards search dan chu                without tones, in any order
  caitien standards level answers.json            levels from answers; the file looks like
      {"set": "tt19-2018", "answers": {"1.1": {"1a": "met", "1b": "not-met"}, "1.2": 2}}
      met, not-met, not-considered, not-applicable; a number is the level reached`,
  );
}
