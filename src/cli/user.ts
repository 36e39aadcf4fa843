import { createInterface } from 'node:readline/promises';
import { normalisePassword, passwordProblem, readNewAccount } from '#core/identity/new-account.ts';
import { isRole, type Role, ROLES } from '#core/identity/role.ts';
import type { FieldProblem } from '#core/kernel/field-problem.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { type AccountSummary, MOST_LISTED } from '#server/identity/list-accounts.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { maintain } from './maintain.ts';
import { textTable } from './standards/text-table.ts';

/**
 * `caitien user list | add USERNAME --name NAME [--role ROLE] [--school ID] | password USERNAME | remove-second-factor USERNAME`. Works
 * while the app runs. Passwords never stand in the command, where the shell's history would keep them.
 */
export async function userCommand(args: string[], io: CliIo): Promise<number> {
  const [command, username, ...options] = args;
  if (command === '--help' || command === '-h') {
    printLines(io, [usage(io)]);
    return 0;
  }
  const run = COMMANDS[command ?? ''];
  if (!run || (command !== 'list' && username === undefined)) throw new CliProblem(usage(io), 2);
  printLines(io, await run(io, username ?? '', optionsOf(options, io)));
  return 0;
}

const COMMANDS: Record<string, (io: CliIo, username: string, options: Map<string, string>) => Promise<string[]>> = {
  list: async (io) => {
    const accounts = await maintain<AccountSummary[]>({ command: 'user-list', options: {} }, io);
    const rows = accounts.map(({ username, displayName, memberships }) => [
      username,
      displayName,
      memberships.map(({ role, schoolId }) => `${role} (${schoolId})`).join(', '),
    ]);
    if (rows.length === 0) return [say(io, 'Chưa có tài khoản nào.', 'There are no accounts yet.')];
    const [vi, en] = [`Chỉ liệt kê ${MOST_LISTED} tài khoản đầu tiên.`, `Only the first ${MOST_LISTED} are listed.`];
    return [...textTable(rows), ...(rows.length < MOST_LISTED ? [] : [say(io, vi, en)])];
  },

  add: async (io, username, options) => {
    const role = roleOf(options.get('role') ?? 'staff', io);
    const password = await askPassword(io);
    const account = readNewAccount({ username, displayName: options.get('name') ?? '', password });
    if (!account.ok) throw problemsWith(account.problems, io);
    const school = options.get('school');
    const request = { ...account.value, role, ...(school === undefined ? {} : { school }) };
    await maintain({ command: 'user-add', options: request }, io);
    return [say(io, `Đã thêm tài khoản ${request.username}.`, `Added the account ${request.username}.`)];
  },

  password: async (io, username) => {
    const password = await askPassword(io);
    const problem = passwordProblem(normalisePassword(password), username);
    if (problem) throw problemsWith([problem], io);
    await maintain({ command: 'user-password', options: { username, password } }, io);
    const [vi, en] = [
      'Đã đặt mật khẩu mới; các phiên đang mở đã đóng.',
      'The new password is set; open sessions are ended.',
    ];
    return [say(io, vi, en)];
  },

  'remove-second-factor': async (io, username) => {
    await maintain({ command: 'user-remove-second-factor', options: { username } }, io);
    const vi = `Đã gỡ xác thực hai bước của ${username}; các phiên đang mở đã đóng. Người ấy được báo khi đăng nhập.`;
    const en = `Two-step sign-in of ${username} is removed; open sessions are ended. They are told when they sign in.`;
    return [say(io, vi, en)];
  },
};

function problemsWith(problems: readonly FieldProblem[], io: CliIo): CliProblem {
  return new CliProblem(problems.map((problem) => fieldSentence(io.locale, problem).sentence).join('\n'), 1);
}

function roleOf(text: string, io: CliIo): Role {
  if (isRole(text)) return text;
  throw new CliProblem(
    say(io, `Vai trò là một trong: ${ROLES.join(', ')}`, `A role is one of: ${ROLES.join(', ')}`),
    2,
  );
}

function optionsOf(args: string[], io: CliIo): Map<string, string> {
  const options = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const name = /^--(name|role|school)$/.exec(args[index] ?? '')?.[1];
    const value = args[index + 1];
    if (name === undefined || value === undefined) throw new CliProblem(usage(io), 2);
    options.set(name, value);
  }
  return options;
}

/** From the keyboard, or one line of standard input for scripts. */
async function askPassword(io: CliIo): Promise<string> {
  const terminal = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) io.stderr.write(say(io, 'Mật khẩu: ', 'Password: '));
  for await (const line of terminal) {
    terminal.close();
    return line;
  }
  return '';
}

function usage(io: CliIo): string {
  return say(
    io,
    [
      'Cách dùng: caitien user list | add TÊN --name "HỌ TÊN" [--role VAI-TRÒ] [--school MÃ]',
      '          | password TÊN | remove-second-factor TÊN',
      '  Mật khẩu được hỏi, hoặc đọc từ dòng đầu của đầu vào. Chạy được cả khi Cải Tiến đang mở.',
      '  remove-second-factor: gỡ xác thực hai bước khi mất điện thoại và hết mã dự phòng.',
      'Ví dụ:',
      '  caitien user add thuky --name "Trần Thị Mẫu" --role secretary',
    ].join('\n'),
    [
      'Usage: caitien user list | add USERNAME --name "FULL NAME" [--role ROLE] [--school ID]',
      '       | password USERNAME | remove-second-factor USERNAME',
      '  The password is asked for, or read from the first line of standard input. Works while Cải Tiến is running.',
      '  remove-second-factor: takes two-step sign-in away when the phone and the recovery codes are lost.',
      'Example:',
      '  caitien user add secretary --name "Trần Thị Mẫu" --role secretary',
    ].join('\n'),
  );
}
