import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { readAgain, verifyChains } from '#server/backup/after-restore.ts';
import { checkArchive, splitMigrations } from '#server/backup/check-archive.ts';
import { makeBackup } from '#server/backup/make-backup.ts';
import type { Manifest } from '#server/backup/manifest.ts';
import { contentsOf, restoreBackup } from '#server/backup/restore-backup.ts';
import { type Config, loadConfig } from '#server/platform/config.ts';
import { createDatabase, createPool, type DatabaseAccess } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { startJobs } from '#server/platform/jobs.ts';
import { createLog } from '#server/platform/log.ts';
import { openDatabase } from '#server/platform/open-database.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { progressTo, sizeText } from './maintain.ts';

interface Request {
  file: string;
  replace: boolean;
  checkOnly: boolean;
  yes: boolean;
}

/**
 * `caitien restore FILE [--replace [--yes]] [--check]`. Returns the exit code: 0 restored (or, with --check, whole), 1 it could not, and
 * nothing was changed; also 1 when an audit chain does not hold, 2 the command line is wrong.
 */
export async function restoreCommand(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const request = requestOf(args, io);
  const archive = await checkArchive(request.file, progressTo(io));
  try {
    await splitMigrations(archive.manifest.migrations);
    printLines(io, [describe(archive.manifest, archive.reader.size, io)]);
    if (request.checkOnly) return 0;
    return await restore(request, archive, io);
  } finally {
    await archive.reader.close();
  }
}

async function restore(
  request: Request,
  archive: Awaited<ReturnType<typeof checkArchive>>,
  io: CliIo,
): Promise<number> {
  const config = loadConfig();
  const database = await openDatabase(config);
  const { owner } = database.access;
  const files = new LocalFileStore(join(config.dataDirectory, 'files'));
  try {
    const { schools, people } = await contentsOf(owner);
    if (request.replace && schools + people > 0) {
      if (!request.yes) await confirm(schools, people, io);
      await keepOld(config, database.access, files, io);
    }
    const target = { owner, files, dataDirectory: config.dataDirectory, ownSecret: config.secret };
    const { replace } = request;
    const { withoutSecondFactor } = await restoreBackup(target, archive, { replace, report: progressTo(io) });
    const code = await finish(database.access, archive.manifest, io);
    if (withoutSecondFactor.length > 0) io.stderr.write(`${tellLocked(withoutSecondFactor, io)}\n`);
    return code;
  } finally {
    await database.close();
  }
}

/** What is about to be replaced, beside the nightly backups. */
async function keepOld(config: Config, access: DatabaseAccess, files: LocalFileStore, io: CliIo): Promise<void> {
  const secretFile = config.secret === null ? join(config.dataDirectory, 'secret') : null;
  const { dataDirectory, backupKeep: keep } = config;
  const clock = { now: () => new Date() };
  const tools = { owner: access.owner, files, secretFile, dataDirectory, keep, clock, log: createLog('silent') };
  const { name } = await makeBackup(tools, 'before-restore');
  const path = join(dataDirectory, 'backups', name);
  printLines(io, [say(io, `Dữ liệu hiện có đã được sao lưu: ${path}`, `What was here is kept in ${path}`)]);
}

/** Chains are recomputed, and files that waited to be read wait again. */
async function finish(access: DatabaseAccess, manifest: Manifest, io: CliIo): Promise<number> {
  const db = createDatabase(createPool(access.app, 2));
  const jobs = await startJobs(access.owner, createLog('silent'));
  try {
    for (const schoolId of manifest.schools) await readAgain(db, schoolId, jobs);
    const chains = await verifyChains(db, manifest.schools);
    const broken = chains.flatMap(({ schoolId, verdict }) =>
      verdict.intact ? [] : [{ schoolId, sequence: verdict.sequence }],
    );
    printLines(io, [
      say(
        io,
        `Đã khôi phục ${manifest.schools.length} trường. Mọi người cần đăng nhập lại.`,
        `Restored ${manifest.schools.length} schools. Everybody has to sign in again.`,
      ),
    ]);
    for (const { schoolId, sequence } of broken) {
      const [vi, en] = [
        `nhật ký không khớp từ mục ${sequence}`,
        `the audit log does not hold from entry ${sequence} on`,
      ];
      io.stderr.write(`${schoolId}: ${say(io, vi, en)}\n`);
    }
    return broken.length > 0 ? 1 : 0;
  } finally {
    await jobs.stop();
    await db.destroy();
  }
}

/** More names than this are counted. */
const MOST_NAMES = 20;

function tellLocked(usernames: readonly string[], io: CliIo): string {
  const rest = usernames.length - MOST_NAMES;
  const names = usernames.slice(0, MOST_NAMES).join(', ') + (rest > 0 ? ` +${rest}` : '');
  return say(
    io,
    `Chú ý: mã đăng nhập hai bước của ${usernames.length} người không dùng được ở đây, vì khóa được giữ bằng CAITIEN_SECRET của máy cũ: ${names}. Hãy đặt CAITIEN_SECRET như máy cũ rồi khởi động, hoặc bỏ bước hai: caitien user remove-second-factor TÊN`,
    `Note: codes of two-step sign-in of ${usernames.length} people do not work here, since their keys were kept under the CAITIEN_SECRET of the old machine: ${names}. Start with the same CAITIEN_SECRET, or take the second step away: caitien user remove-second-factor USERNAME`,
  );
}

function describe(manifest: Manifest, size: number, io: CliIo): string {
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const at = manifest.createdAt.slice(0, 16).replace('T', ' ');
  const facts = `${at} UTC, ${sizeText(size, io)}`;
  const lost = manifest.lost.length;
  const without = lost === 0 ? '' : say(io, `, thiếu ${lost} tệp từ trước`, `, ${lost} files were lost before`);
  return say(
    io,
    `Bản sao lưu nguyên vẹn: ${facts}, ${manifest.schools.length} trường, ${rows} dòng, ${manifest.files.length} tệp${without}.`,
    `The backup is whole: ${facts}, ${manifest.schools.length} schools, ${rows} rows, ${manifest.files.length} files${without}.`,
  );
}

/** Scripts, which have no terminal, have said it with --replace. */
async function confirm(schools: number, people: number, io: CliIo): Promise<void> {
  if (!process.stdin.isTTY) return;
  const word = say(io, 'THAY', 'REPLACE');
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const question = say(
    io,
    `Thay toàn bộ dữ liệu hiện có (${schools} trường, ${people} tài khoản)? Gõ ${word} để tiếp tục: `,
    `Replace all data here (${schools} schools, ${people} accounts)? Type ${word} to go on: `,
  );
  const answer = await terminal.question(question);
  terminal.close();
  if (answer.trim() !== word) throw new CliProblem(say(io, 'Không có gì thay đổi.', 'Nothing was changed.'), 1);
}

function requestOf(args: readonly string[], io: CliIo): Request {
  const flags = new Set(args.filter((arg) => arg.startsWith('-')));
  const files = args.filter((arg) => !arg.startsWith('-'));
  const known = ['--replace', '--check', '--yes'];
  const [file] = files;
  if (file === undefined || files.length > 1 || [...flags].some((flag) => !known.includes(flag)))
    throw new CliProblem(usage(io), 2);
  return { file, replace: flags.has('--replace'), checkOnly: flags.has('--check'), yes: flags.has('--yes') };
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien restore TỆP.zip [--replace [--yes]] [--check]',
      '  Kiểm tra toàn bộ tệp sao lưu trước, rồi nạp vào một hệ thống trống. Hãy dừng Cải Tiến trước khi chạy.',
      '  --replace  thay dữ liệu đang có; dữ liệu cũ được sao lưu trước và chỉ mất đi khi đã nạp xong',
      '  --yes      không hỏi lại',
      '  --check    chỉ kiểm tra tệp, không thay đổi gì',
      'Ví dụ:',
      '  caitien restore cai-tien-2026-11-22.zip --check',
      '  caitien restore cai-tien-2026-11-22.zip',
    ].join('\n'),
    [
      'Usage: caitien restore FILE.zip [--replace [--yes]] [--check]',
      '  Checks the whole backup first, then loads it into an empty server. Stop Cải Tiến before.',
      '  --replace  replaces what is there; that is backed up first, and goes only once the new has been loaded',
      '  --yes      does not ask',
      '  --check    only checks the file and changes nothing',
      'Examples:',
      '  caitien restore cai-tien-2026-11-22.zip --check',
      '  caitien restore cai-tien-2026-11-22.zip',
    ].join('\n'),
  );
}
