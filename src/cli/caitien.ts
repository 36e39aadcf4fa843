#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { AppError } from '#core/kernel/app-error.ts';
import { errorSentence } from '#lib/messages/error-sentence.ts';
import { localeOfEnvironment } from '#server/platform/config.ts';
import { databaseFailure } from '#server/platform/database-failure.ts';
import { startSentence } from '#server/platform/start-words.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';

/** One command. Its module is loaded only when it is called, so that `--help` answers at once. */
interface Command {
  name: string;
  summary: { vi: string; en: string };
  /** Returns the exit code. */
  run(args: string[], io: CliIo): Promise<number> | number;
}

const COMMANDS: readonly Command[] = [
  {
    name: 'read',
    summary: { vi: 'đọc một văn bản thành dữ liệu', en: 'read a document into data' },
    run: async (args, io) => (await import('./read.ts')).readCommand(args, io),
  },
  {
    name: 'check',
    summary: { vi: 'tìm lỗi trong một kế hoạch', en: 'find the mistakes in a plan' },
    run: async (args, io) => (await import('./check.ts')).checkCommand(args, io),
  },
  {
    name: 'convert',
    summary: { vi: 'chuyển một kế hoạch sang mẫu và định dạng khác', en: 'turn a plan into another layout and format' },
    run: async (args, io) => (await import('./convert.ts')).convertCommand(args, io),
  },
  {
    name: 'standards',
    summary: { vi: 'xem bộ tiêu chuẩn, xét mức', en: 'look at standard sets, work out levels' },
    run: async (args, io) => (await import('./standards.ts')).standardsCommand(args, io),
  },
  {
    name: 'serve',
    summary: { vi: 'chạy trang web', en: 'run the web pages' },
    run: async (args, io) => (await import('./serve.ts')).serveCommand(args, io),
  },
  {
    name: 'user',
    summary: { vi: 'xem, thêm tài khoản, đặt lại mật khẩu', en: 'list and add accounts, set a password' },
    run: async (args, io) => (await import('./user.ts')).userCommand(args, io),
  },
  {
    name: 'backup',
    summary: { vi: 'sao lưu mọi dữ liệu và tệp', en: 'back up all data and files' },
    run: async (args, io) => (await import('./backup.ts')).backupCommand(args, io),
  },
  {
    name: 'restore',
    summary: { vi: 'khôi phục từ một bản sao lưu', en: 'restore from a backup' },
    run: async (args, io) => (await import('./restore.ts')).restoreCommand(args, io),
  },
  {
    name: 'school',
    summary: {
      vi: 'xuất một trường ra tệp, nhận một trường từ tệp',
      en: 'take a school out to a file, and in from one',
    },
    run: async (args, io) => (await import('./school.ts')).schoolCommand(args, io),
  },
  {
    name: 'audit',
    summary: { vi: 'kiểm tra và xuất nhật ký', en: 'verify and export the audit log' },
    run: async (args, io) => (await import('./audit.ts')).auditCommand(args, io),
  },
  {
    name: 'db',
    summary: { vi: 'cập nhật và xem tình trạng cơ sở dữ liệu', en: 'bring the database up to date, show its state' },
    run: async (args, io) => (await import('./db.ts')).dbCommand(args, io),
  },
];

/** `caitien COMMAND …`. Exit codes: 0 done; 1 it found errors or could not; 2 the command line is wrong. */
export async function caitien(args: string[], io: CliIo): Promise<number> {
  const [name, ...rest] = args;
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return runCommand(command, rest, io);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    printLines(io, usage(io));
    return 0;
  }
  io.stderr.write(
    `${say(io, `Không có lệnh "${name}".`, `There is no command "${name}".`)}\n\n${usage(io).join('\n')}\n`,
  );
  return 2;
}

async function runCommand(command: Command, args: string[], io: CliIo): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof CliProblem) {
      io.stderr.write(`${error.message}\n`);
      return error.exitCode;
    }
    const told = error instanceof AppError ? error : databaseFailure(error);
    if (told === null) throw error;
    io.stderr.write(`${startSentence(told, io.locale) ?? errorSentence(io.locale, told.code, told.details)}\n`);
    return 1;
  }
}

function usage(io: CliIo): string[] {
  return [
    say(io, 'Cách dùng: caitien LỆNH …', 'Usage: caitien COMMAND …'),
    '',
    ...COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${io.locale === 'vi' ? summary.vi : summary.en}`),
    '',
    say(io, 'Ví dụ:', 'Examples:'),
    '  caitien read ke-hoach.docx --json',
    '  caitien check ke-hoach.pdf',
    '  caitien convert ke-hoach.docx --layout nine-column -o ke-hoach.pdf',
    '  caitien standards search dan chu',
    '',
    say(io, 'caitien LỆNH --help cho biết thêm về từng lệnh.', 'caitien COMMAND --help tells more about each.'),
  ];
}

// `scripts/caitien.mjs` names this file as the program before it loads it.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const io: CliIo = { stdout: process.stdout, stderr: process.stderr, locale: localeOfEnvironment() };
  // A reader that closes early (`| head`) is no failure.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  process.exitCode = await caitien(process.argv.slice(2), io);
}
