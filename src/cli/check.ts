import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reading } from '#core/documents/reading.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { checkReading } from '#core/plan/checks/check-reading.ts';
import { groupText, placeText } from '#core/plan/checks/place-text.ts';
import type { Finding, Severity } from '#core/plan/finding.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { readDocumentInWorker } from '#server/documents/read-document-in-worker.ts';
import { getStandards } from '#server/standards/load-standards.ts';
import { type CliIo, printJson, printLines, say, wrongOptions } from './cli-io.ts';
import { readingProgress } from './reading-progress.ts';

/**
 * `caitien check FILE [--json]`. Returns the exit code: 0 no errors (warnings and hints may be there), 1 errors found or the file
 * could not be read, 2 the command line is wrong.
 */
export async function checkCommand(args: string[], io: CliIo): Promise<number> {
  const json = args.includes('--json');
  const files = args.filter((arg) => !arg.startsWith('-'));
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const [file] = files;
  if (file === undefined || files.length > 1 || args.some((arg) => arg.startsWith('-') && arg !== '--json')) {
    io.stderr.write(`${wrongOptions(args, io)}${usage(io)}\n`);
    return 2;
  }
  const reading = await readOrSay(file, io);
  if (reading === null) return 1;
  const findings = checkReading(reading, getStandards());
  if (json) printJson(io, { findings: findings.map((finding) => findingJson(finding, reading, io)) });
  else printLines(io, report(file, findings, reading, io));
  return findings.some(({ severity }) => severity === 'error') ? 1 : 0;
}

async function readOrSay(file: string, io: CliIo): Promise<Reading | null> {
  const bytes = await readFile(file).catch(() => null);
  if (bytes === null) {
    io.stderr.write(`${file}: ${say(io, 'không mở được tệp', 'the file cannot be opened')}\n`);
    return null;
  }
  try {
    const { reading } = await readDocumentInWorker(bytes, basename(file), readingProgress(io, file));
    if (reading.kind !== 'improvement-plan') {
      const note = say(io, 'không phải kế hoạch cải tiến', 'not an improvement plan');
      io.stderr.write(`${file}: ${note} (${reading.kindReason})\n`);
    }
    return reading;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    io.stderr.write(`${file}: ${errorSentence(io.locale, error.code, error.details)}\n`);
    return null;
  }
}

/** `where` for people, `place` for programs. */
function findingJson({ rule, severity, message, where, suggestion }: Finding, { plan }: Reading, io: CliIo) {
  return { rule, severity, message, where: placeText(where, plan, io.locale), suggestion, place: where };
}

function report(file: string, findings: readonly Finding[], { plan }: Reading, io: CliIo): string[] {
  if (findings.length === 0) return [`${file}: ${say(io, 'không thấy điều gì cần sửa.', 'nothing to mend.')}`];
  const lines: string[] = [];
  let group = '';
  for (const finding of findings) {
    const place = groupText(finding.where, plan, io.locale);
    if (place !== group) lines.push(...(lines.length > 0 ? [''] : []), coloured(io, '1', place));
    group = place;
    lines.push(`  ${label(finding.severity, io)} ${finding.message} ${coloured(io, '2', `[${finding.rule}]`)}`);
    if (finding.suggestion !== null) lines.push(`      ${say(io, 'Gợi ý sửa', 'Suggested')}: ${finding.suggestion}`);
  }
  return [...lines, '', summary(findings, io)];
}

const LABELS: Record<Severity, { vi: string; en: string; colour: string }> = {
  error: { vi: 'Lỗi      ', en: 'Error  ', colour: '31' },
  warning: { vi: 'Lưu ý    ', en: 'Warning', colour: '33' },
  hint: { vi: 'Gợi ý    ', en: 'Hint   ', colour: '36' },
};

function label(severity: Severity, io: CliIo): string {
  const { vi, en, colour } = LABELS[severity];
  return coloured(io, colour, say(io, vi, en));
}

function summary(findings: readonly Finding[], io: CliIo): string {
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  const [errors, warnings, hints] = [count('error'), count('warning'), count('hint')];
  return say(
    io,
    `${errors} lỗi, ${warnings} lưu ý, ${hints} gợi ý.`,
    `${errors} errors, ${warnings} warnings, ${hints} hints.`,
  );
}

/** On a terminal only; a file or a pipe gets plain text. */
function coloured(io: CliIo, code: string, text: string): string {
  const isTerminal = 'isTTY' in io.stdout && io.stdout.isTTY === true;
  return isTerminal ? `\u001B[${code}m${text}\u001B[0m` : text;
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien check TỆP [--json]',
      '  Chỉ ra những điều nên sửa trong kế hoạch cải tiến chất lượng trước khi ký. Kết thúc bằng mã 1 khi có lỗi.',
      'Ví dụ:',
      '  caitien check ke-hoach.docx',
      '  caitien check ke-hoach.pdf --json > kiem-tra.json',
    ].join('\n'),
    [
      'Usage: caitien check FILE [--json]',
      '  Shows what to mend in an improvement plan before it is signed. Exits with 1 when there are errors.',
      'Examples:',
      '  caitien check plan.docx',
      '  caitien check plan.pdf --json > findings.json',
    ].join('\n'),
  );
}
