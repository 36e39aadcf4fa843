import { loadConfig } from '#server/platform/config.ts';
import { migrationStatus } from '#server/platform/migrate.ts';
import { openDatabase } from '#server/platform/open-database.ts';
import { type CliIo, printLines, say } from './cli-io.ts';

/** `caitien db migrate | status`. Opening the database brings it up to date; `status` tells what was done when. */
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
  const database = await openDatabase(loadConfig());
  try {
    const states = await migrationStatus(database.access.owner);
    for (const { name, appliedAt } of states) {
      printLines(io, [`${name.padEnd(28)} ${appliedAt ? appliedAt.toISOString() : say(io, 'chưa chạy', 'waiting')}`]);
    }
    printLines(io, [say(io, `Đã cập nhật: ${states.length} bước.`, `Up to date: ${states.length} migrations.`)]);
    return 0;
  } finally {
    await database.close();
  }
}

function usage(io: CliIo): string {
  return say(
    io,
    'Cách dùng: caitien db migrate | status\n  migrate  đưa cơ sở dữ liệu lên bản mới nhất\n  status   cập nhật rồi liệt kê các bước đã chạy',
    'Usage: caitien db migrate | status\n  migrate  bring the database up to date\n  status   bring it up to date and list what was done',
  );
}
