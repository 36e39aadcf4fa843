import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readingJson } from '#core/documents/reading-json.ts';
import type { Reading } from '#core/documents/reading.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { dayText } from '#lib/dates.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { type CliIo, CliProblem, printJson, printLines, say, wrongOptions } from './cli-io.ts';
import { readingProgress } from './reading-progress.ts';

/** `caitien read FILE… [--json]`. Returns the exit code: 0 read, 1 a file could not be read, 2 the command line is wrong. */
export async function readCommand(args: string[], io: CliIo): Promise<number> {
  const json = args.includes('--json');
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  if (files.length === 0 || args.some((arg) => arg.startsWith('-') && arg !== '--json')) {
    io.stderr.write(`${wrongOptions(args, io)}${usage(io)}\n`);
    return 2;
  }
  let exitCode = 0;
  for (const file of files) exitCode = Math.max(exitCode, await readOne(file, json, io));
  return exitCode;
}

async function readOne(file: string, json: boolean, io: CliIo): Promise<number> {
  try {
    const { reading } = await readDocumentInWorker(await bytesOf(file, io), basename(file), readingProgress(io, file));
    if (json) printJson(io, readingJson(reading));
    else printLines(io, summary(file, reading, io));
    return 0;
  } catch (error) {
    if (!(error instanceof AppError) && !(error instanceof CliProblem)) throw error;
    io.stderr.write(
      `${file}: ${error instanceof AppError ? errorSentence(io.locale, error.code, error.details) : error.message}\n`,
    );
    return 1;
  }
}

async function bytesOf(file: string, io: CliIo): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch {
    throw new CliProblem(say(io, 'không mở được tệp', 'the file cannot be opened'), 1);
  }
}

function summary(file: string, { kind, kindReason, plan, uses }: Reading, io: CliIo): string[] {
  const unread = uses.filter((each) => each.as === 'unread');
  const row = (vi: string, en: string, value: string | null) => `  ${say(io, vi, en)}: ${value ?? '—'}`;
  return [
    `${file}`,
    row('Loại văn bản', 'Kind', `${kindName(kind, io)} (${kindReason})`),
    row('Trường', 'School', plan.schoolName),
    row('Số', 'Number', plan.number),
    row('Ngày', 'Date', plan.date && dayText(plan.date)),
    row('Bộ tiêu chuẩn', 'Standard set', plan.standardSet),
    row('Hạng mục', 'Items', String(plan.items.length)),
    ...(kind === 'improvement-plan' && plan.items.length === 0 ? [`  ! ${noRows(io)}`] : []),
    ...plan.items.map(
      ({ criterion, standard, action, time }, index) =>
        `  ${index + 1}. [${criterion ?? standard ?? '—'}] ${shorten(action)} · ${time.text?.replaceAll('\n', ' ') ?? '—'}`,
    ),
    row('Chưa đọc được', 'Unread', String(unread.length)),
    ...unread.map((each) => `  ? ${shorten(each.text)}`),
  ];
}

function noRows(io: CliIo): string {
  return say(
    io,
    'Chưa thấy hạng mục nào: kế hoạch có thể được trình bày theo cách chưa đọc được. Hãy so với bản gốc.',
    'No row was found: the plan may set out its rows in a way that cannot be read yet. Compare with the original.',
  );
}

function shorten(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length <= 80 ? line : `${line.slice(0, 79)}…`;
}

function kindName(kind: Reading['kind'], io: CliIo): string {
  const names: Record<Reading['kind'], [string, string]> = {
    'improvement-plan': ['kế hoạch cải tiến', 'improvement plan'],
    'self-assessment-report': ['báo cáo tự đánh giá', 'self-assessment report'],
    'external-evaluation-report': ['báo cáo đánh giá ngoài', 'external evaluation report'],
    'result-notice': ['thông báo kết quả', 'result notice'],
    other: ['văn bản khác', 'another document'],
  };
  return say(io, ...names[kind]);
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien read TỆP… [--json]',
      '  Đọc kế hoạch cải tiến chất lượng từ Word, PDF, trang web, Excel, văn bản hoặc ảnh.',
      'Ví dụ:',
      '  caitien read ke-hoach.docx',
      '  caitien read ke-hoach.pdf --json > ke-hoach.json',
    ].join('\n'),
    [
      'Usage: caitien read FILE… [--json]',
      '  Reads an improvement plan from Word, PDF, a web page, Excel, text or a picture.',
      'Examples:',
      '  caitien read plan.docx',
      '  caitien read plan.pdf --json > plan.json',
    ].join('\n'),
  );
}
