import { momentText } from '#lib/dates.ts';
import type { MigrationStep } from '#server/backup/maintenance.ts';
import { type CliIo, printLines, say } from './cli-io.ts';
import { maintain } from './maintain.ts';

/**
 * `caitien db migrate | status`. Opening the database brings it up to date, as the app did that is running; `status` tells what was
 * done when.
 */
export async function dbCommand(args: string[], io: CliIo): Promise<number> {
  const [command, ...rest] = args;
  if (command === '--help' || command === '-h') {
    printLines(io, [usage(io)]);
    return 0;
  }
  if ((command !== 'migrate' && command !== 'status') || rest.length > 0) {
    io.stderr.write(`${usage(io)}\n`);
    return 2;
  }
  const steps = await maintain<MigrationStep[]>({ command: 'db-status', options: {} }, io);
  for (const { name, appliedAt } of steps) {
    printLines(io, [
      `${name.padEnd(28)} ${appliedAt === null ? say(io, 'chưa chạy', 'waiting') : momentText(new Date(appliedAt))}`,
    ]);
  }
  printLines(io, [say(io, `Đã cập nhật: ${steps.length} bước.`, `Up to date: ${steps.length} migrations.`)]);
  return 0;
}

function usage(io: CliIo): string {
  return say(
    io,
    'Cách dùng: caitien db migrate | status\n  migrate  đưa cơ sở dữ liệu lên bản mới nhất\n  status   cập nhật rồi liệt kê các bước đã chạy\n  Chạy được cả khi Cải Tiến đang mở.',
    'Usage: caitien db migrate | status\n  migrate  bring the database up to date\n  status   bring it up to date and list what was done\n  Works while the product is running.',
  );
}
