import { resolve } from 'node:path';
import type { ChainChecked } from '#server/backup/maintenance.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { maintain } from './maintain.ts';

type Broken = NonNullable<ChainChecked['broken']>;

/** `caitien audit verify [--school ID] | export [--school ID] -o FILE`. Exit code 1: a chain does not hold. */
export async function auditCommand(args: string[], io: CliIo): Promise<number> {
  const [command, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const options = optionsOf(rest, command === 'export' ? ['--school', '-o'] : ['--school'], io);
  if (command === 'verify') return verify(options, io);
  if (command !== 'export' || options['-o'] === undefined) throw new CliProblem(usage(io), 2);
  const path = resolve(options['-o']);
  await maintain({ command: 'audit-export', options: { path, ...schoolOf(options) } }, io);
  printLines(io, [say(io, `Đã ghi nhật ký: ${path}`, `The log is in ${path}`)]);
  return 0;
}

async function verify(options: Record<string, string>, io: CliIo): Promise<number> {
  const checked = await maintain<ChainChecked[]>({ command: 'audit-verify', options: schoolOf(options) }, io);
  for (const { schoolId, name, entries, broken } of checked) {
    const who = `${name} (${schoolId})`;
    if (broken) io.stderr.write(`${who}: ${brokenText(broken, io)}\n`);
    else printLines(io, [`${who}: ${say(io, `${entries} mục, nguyên vẹn`, `${entries} entries, intact`)}`]);
  }
  if (checked.length === 0) printLines(io, [say(io, 'Chưa có trường nào.', 'There is no school yet.')]);
  return checked.some(({ broken }) => broken !== null) ? 1 : 0;
}

const REASONS: Record<Broken['reason'], { vi: string; en: string }> = {
  missing: { vi: 'bị xoá', en: 'was removed' },
  content: { vi: 'bị sửa nội dung', en: 'was altered' },
  link: { vi: 'không nối với mục trước (đổi thứ tự hoặc sửa mắt xích)', en: 'does not follow from the one before' },
  end: { vi: 'nhật ký bị cắt đuôi từ đây', en: 'the log was cut off here' },
  witness: { vi: 'khác với điều một bản sao lưu đã ghi nhận', en: 'is not what a backup has seen there' },
};

function brokenText({ sequence, reason, entry }: Broken, io: CliIo): string {
  const { vi, en } = REASONS[reason];
  const where = entry === null ? '' : ` [${entry.at} ${entry.action} ${entry.id}]`;
  return `${say(io, `KHÔNG KHỚP ở mục số ${sequence}: ${vi}`, `BROKEN at entry ${sequence}: ${en}`)}${where}`;
}

function schoolOf(options: Record<string, string>): Record<string, string> {
  return options['--school'] === undefined ? {} : { school: options['--school'] };
}

function optionsOf(args: readonly string[], known: readonly string[], io: CliIo): Record<string, string> {
  const options: Record<string, string> = {};
  for (let index = 0; index < args.length; index += 2) {
    const [name, value] = [args[index] ?? '', args[index + 1]];
    if (!known.includes(name) || value === undefined) throw new CliProblem(usage(io), 2);
    options[name] = value;
  }
  return options;
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien audit verify [--school MÃ] | export [--school MÃ] -o TỆP.(jsonl|xlsx)',
      '  verify  tính lại chuỗi nhật ký của từng trường, đối chiếu với các bản sao lưu; nêu mục đầu tiên không khớp',
      '  export  ghi toàn bộ nhật ký của một trường ra tệp',
      'Ví dụ:',
      '  caitien audit verify',
      '  caitien audit export -o nhat-ky.xlsx',
    ].join('\n'),
    [
      'Usage: caitien audit verify [--school ID] | export [--school ID] -o FILE.(jsonl|xlsx)',
      "  verify  recomputes each school's chain of entries, compares it with the backups, names the first that does not hold",
      '  export  writes the whole log of a school into a file',
      'Examples:',
      '  caitien audit verify',
      '  caitien audit export -o log.xlsx',
    ].join('\n'),
  );
}
