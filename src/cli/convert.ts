import { readFile, writeFile } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { planOfReading } from '#core/plan/plan-of-reading.ts';
import { fieldsLeftOut } from '#core/documents/layout/layout-plan.ts';
import type { PlanDocument } from '#core/plan/plan-document.ts';
import { PLAN_LAYOUTS, type PlanLayoutName } from '#core/standards/standard-set.ts';
import { setOfPlan } from '#core/plan/checks/set-of-plan.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { PLAN_FORMATS, type PlanFormat, writePlan } from '#server/documents/write/write-plan.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { FIELD_NAMES } from './field-names.ts';
import { readingProgress } from './reading-progress.ts';

interface Request {
  file: string;
  layout: PlanLayoutName;
  output: string;
  format: PlanFormat;
  pdfA: boolean;
}

/**
 * `caitien convert FILE --layout NAME -o OUT.(docx|pdf|xlsx|json) [--pdf-a]`. Returns the exit code: 0 written, 1 the file cannot be
 * read, is no plan or cannot be written, 2 the command line is wrong.
 */
export async function convertCommand(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const { file, layout, output, format, pdfA } = requestOf(args, io);
  const plan = await planOf(file, io);
  const set = setOfPlan(plan, getStandards().sets);
  const bytes = await writePlan(plan, { layout, format, set, pdfA, now: new Date() });
  await writeFile(output, bytes).catch(() => {
    throw new CliProblem(`${output}: ${say(io, 'không ghi được tệp', 'the file cannot be written')}`, 1);
  });
  if (format === 'docx' || format === 'pdf') warnLeftOut(plan, layout, io);
  printLines(io, [`${output}: ${say(io, `${plan.items.length} hạng mục`, `${plan.items.length} items`)}`]);
  return 0;
}

async function planOf(file: string, io: CliIo): Promise<PlanDocument> {
  const bytes = await readFile(file).catch(() => {
    throw new CliProblem(`${file}: ${say(io, 'không mở được tệp', 'the file cannot be opened')}`, 1);
  });
  const { reading } = await readDocumentInWorker(bytes, basename(file), readingProgress(io, file));
  if (reading.kind !== 'improvement-plan') {
    const what = say(io, 'không phải kế hoạch cải tiến', 'not an improvement plan');
    throw new CliProblem(`${file}: ${what} (${reading.kindReason})`, 1);
  }
  const unread = reading.uses.filter(({ as }) => as === 'unread').length;
  if (unread > 0) {
    io.stderr.write(
      `${file}: ${say(io, `${unread} đoạn chưa đọc được sẽ không có trong bản mới`, `${unread} paragraphs were not understood and will be missing`)}\n`,
    );
  }
  return planOfReading(reading);
}

/** A form without room for something must not lose it unnoticed. */
function warnLeftOut(plan: PlanDocument, layout: PlanLayoutName, io: CliIo): void {
  const names = fieldsLeftOut(plan, layout).map((field) => FIELD_NAMES[field][io.locale]);
  if (names.length === 0) return;
  const [vi, en] = [`Mẫu ${layout} không có chỗ cho: `, `The layout ${layout} has no room for: `];
  io.stderr.write(`${say(io, vi, en)}${names.join(', ')}\n`);
}

function requestOf(args: readonly string[], io: CliIo): Request {
  const wrong = (vi: string, en: string) => new CliProblem(`${say(io, vi, en)}\n\n${usage(io)}`, 2);
  const options = new Map<string, string>();
  const files: string[] = [];
  let pdfA = false;
  for (let index = 0; index < args.length; index += 1) {
    const arg = args[index]!;
    if (arg === '--pdf-a') pdfA = true;
    else if (arg === '--layout' || arg === '-o' || arg === '--output') options.set(arg, args[(index += 1)] ?? '');
    else if (arg.startsWith('-')) throw wrong(`Không có tuỳ chọn ${arg}.`, `There is no option ${arg}.`);
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) throw wrong('Cần đúng một tệp.', 'Exactly one file is needed.');
  const output = options.get('-o') ?? options.get('--output') ?? '';
  const format = PLAN_FORMATS.find((each) => `.${each}` === extname(output).toLowerCase());
  if (format === undefined) {
    throw wrong(
      'Cần -o TỆP với đuôi .docx, .pdf, .xlsx hoặc .json.',
      '-o FILE must end in .docx, .pdf, .xlsx or .json.',
    );
  }
  const name = options.get('--layout');
  const layout = PLAN_LAYOUTS.find((each) => each === name);
  const shaped = format === 'docx' || format === 'pdf';
  if (layout === undefined && (shaped || name !== undefined)) {
    const list = PLAN_LAYOUTS.join(', ');
    throw wrong(`Cần --layout với một trong các mẫu: ${list}.`, `--layout must be one of: ${list}.`);
  }
  if (resolve(file) === resolve(output)) {
    throw wrong('Kết quả không được ghi đè lên chính tệp nguồn.', 'The output must not overwrite the file itself.');
  }
  return { file, layout: layout ?? 'nine-column', output, format, pdfA };
}

function usage(io: CliIo): string {
  const layouts = PLAN_LAYOUTS.join(', ');
  return say(
    io,
    [
      'Cách dùng: caitien convert TỆP --layout MẪU -o KẾT-QUẢ.(docx|pdf|xlsx|json) [--pdf-a]',
      `  Mẫu: ${layouts}. Tệp .xlsx chứa các hạng mục, .json chứa toàn bộ kế hoạch, không cần mẫu.`,
      'Ví dụ:',
      '  caitien convert ke-hoach.docx --layout nine-column -o ke-hoach.pdf',
      '  caitien convert ke-hoach.pdf -o ke-hoach.xlsx',
    ].join('\n'),
    [
      'Usage: caitien convert FILE --layout NAME -o OUT.(docx|pdf|xlsx|json) [--pdf-a]',
      `  Layouts: ${layouts}. An .xlsx holds the items, a .json the whole plan; neither needs a layout.`,
      'Examples:',
      '  caitien convert plan.docx --layout nine-column -o plan.pdf',
      '  caitien convert plan.pdf -o plan.xlsx',
    ].join('\n'),
  );
}
