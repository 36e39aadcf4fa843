import { resolve } from 'node:path';
import type { BackupDone } from '#server/backup/maintenance.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { maintain, sizeText } from './maintain.ts';

/** `caitien backup FILE`. Returns the exit code: 0 written and read back, 1 it could not, 2 the command line is wrong. */
export async function backupCommand(args: string[], io: CliIo): Promise<number> {
  if (args.includes('--help') || args.includes('-h')) {
    printLines(io, [usage(io)]);
    return 0;
  }
  const [file] = args;
  if (file === undefined || args.length > 1 || file.startsWith('-')) throw new CliProblem(usage(io), 2);
  const request = { command: 'backup', options: { path: resolve(file) } };
  const { size, rows, files, lost } = await maintain<BackupDone>(request, io);
  for (const { sha256, reason } of lost) {
    const why = reason === 'missing' ? say(io, 'không còn', 'is gone') : say(io, 'đã hỏng', 'is damaged');
    io.stderr.write(`${say(io, 'Tệp gốc', 'The file')} ${sha256} ${why}\n`);
  }
  if (lost.length > 0) {
    const [vi, en] = [`Bản sao lưu thiếu ${lost.length} tệp trên.`, `The backup lacks these ${lost.length} files.`];
    io.stderr.write(`${say(io, vi, en)}\n`);
  }
  const facts = `${sizeText(size, io)}, ${say(io, `${rows} dòng, ${files} tệp`, `${rows} rows, ${files} files`)}`;
  printLines(io, [`${file}: ${facts}. ${say(io, 'Đã đọc lại và khớp.', 'Read back and matching.')}`]);
  return 0;
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien backup TỆP.zip',
      '  Ghi mọi dữ liệu của mọi trường và mọi tệp đã tải lên vào một tệp, đúng như tại một thời điểm, rồi đọc lại để kiểm tra.',
      '  Chạy được cả khi Cải Tiến đang mở. Không ghi đè lên tệp đã có.',
      '  Trong tệp có mật khẩu (đã mã hoá) và dữ liệu cá nhân: hãy giữ như giữ chìa khoá.',
      'Ví dụ:',
      '  caitien backup /media/usb/cai-tien-2026-11-22.zip',
    ].join('\n'),
    [
      'Usage: caitien backup FILE.zip',
      '  Writes all data of all schools and all uploaded files into one file, as of one moment, and reads it back to check it.',
      '  Works while Cải Tiến is running. Never writes over a file.',
      '  The file holds (hashed) passwords and personal data: keep it like a key.',
      'Example:',
      '  caitien backup /media/usb/cai-tien-2026-11-22.zip',
    ].join('\n'),
  );
}
