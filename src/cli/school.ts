import { resolve } from 'node:path';
import type { SchoolTaken } from '#server/backup/maintenance.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { maintain, sizeText } from './maintain.ts';
import { textTable } from './standards/text-table.ts';

/** `caitien school list | export FILE [--school ID] | import FILE`. Exit code 1 also when an imported history does not hold. */
export async function schoolCommand(args: string[], io: CliIo): Promise<number> {
  const [command, file, ...rest] = args;
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  if (command === 'list' && file === undefined) return list(io);
  if (file === undefined || file.startsWith('-')) throw new CliProblem(usage(io), 2);
  if (command === 'import' && rest.length === 0) return take(file, io);
  const named = rest.length === 2 && rest[0] === '--school' ? rest[1] : undefined;
  if (command !== 'export' || (rest.length > 0 && named === undefined)) throw new CliProblem(usage(io), 2);
  return give(file, named, io);
}

async function list(io: CliIo): Promise<number> {
  const schools = await maintain<{ schoolId: string; name: string }[]>({ command: 'school-list', options: {} }, io);
  const none = say(io, 'Chưa có trường nào.', 'There is no school yet.');
  printLines(io, schools.length === 0 ? [none] : textTable(schools.map(({ schoolId, name }) => [schoolId, name])));
  return 0;
}

async function give(file: string, school: string | undefined, io: CliIo): Promise<number> {
  const options = { path: resolve(file), ...(school === undefined ? {} : { school }) };
  const done = await maintain<{ name: string; size: number; files: number; lost: { name: string }[] }>(
    { command: 'school-export', options },
    io,
  );
  for (const { name } of done.lost) {
    io.stderr.write(`${say(io, 'Không còn tệp gốc', 'The original is gone')}: ${name}\n`);
  }
  const facts = `${sizeText(done.size, io)}, ${say(io, `${done.files} tệp`, `${done.files} files`)}`;
  printLines(io, [`${file}: ${done.name}, ${facts}`]);
  return 0;
}

async function take(file: string, io: CliIo): Promise<number> {
  const request = { command: 'school-import', options: { path: resolve(file) } };
  const { schoolId, name, rows, renamed, brokenAt } = await maintain<SchoolTaken>(request, io);
  printLines(io, [
    say(io, `Đã nhận ${name} (${schoolId}), ${rows} dòng.`, `Took in ${name} (${schoolId}), ${rows} rows.`),
    ...renamed.map(({ from, to }) =>
      say(io, `Tên đăng nhập ${from} đổi thành ${to}.`, `Username ${from} became ${to}.`),
    ),
    say(
      io,
      'Mật khẩu không đi theo: hãy đặt mật khẩu cho hiệu trưởng bằng caitien user password TÊN.',
      'Passwords do not come along: set one for the principal with caitien user password USERNAME.',
    ),
  ]);
  if (brokenAt === null) return 0;
  const [vi, en] = [`Nhật ký không khớp từ mục ${brokenAt}.`, `The history does not hold from entry ${brokenAt} on.`];
  io.stderr.write(`${say(io, vi, en)}\n`);
  return 1;
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien school list | export TỆP.zip [--school MÃ] | import TỆP.zip',
      '  export  ghi mọi dữ liệu của một trường vào một tệp mở được mà không cần Cải Tiến',
      '  import  đưa trường trong tệp vào máy chủ này; từ chối khi trường đã có ở đây',
      'Ví dụ:',
      '  caitien school export truong-nang-som.zip',
      '  caitien school import truong-nang-som.zip',
    ].join('\n'),
    [
      'Usage: caitien school list | export FILE.zip [--school ID] | import FILE.zip',
      '  export  writes all data of a school into a file that opens without Cải Tiến',
      '  import  takes the school of such a file into this server; refuses when it is here already',
      'Examples:',
      '  caitien school export school.zip',
      '  caitien school import school.zip',
    ].join('\n'),
  );
}
