import { createInterface } from 'node:readline/promises';
import type { Kysely } from 'kysely';
import { readNewAccount } from '#core/identity/new-account.ts';
import { isRole, type Role, ROLES } from '#core/identity/role.ts';
import { fieldSentence } from '#lib/messages/field-sentence.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { createAccount } from '#server/identity/create-account.ts';
import { type AccountSummary, listAccounts } from '#server/identity/list-accounts.ts';
import { setPassword } from '#server/identity/set-password.ts';
import { loadConfig } from '#server/platform/config.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { openDatabase } from '#server/platform/open-database.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { type CliIo, CliProblem, printLines, say } from './cli-io.ts';
import { textTable } from './standards/text-table.ts';

interface Call {
  db: Kysely<Database>;
  io: CliIo;
  /** Asks for a password; passwords never stand in the command, where the shell's history would keep them. */
  askPassword(): Promise<string>;
}

/** `caitien user list | add USERNAME --name NAME [--role ROLE] [--school ID] | password USERNAME`. */
export async function userCommand(args: string[], io: CliIo): Promise<number> {
  const [command, username, ...options] = args;
  if (command === '--help' || command === '-h') {
    printLines(io, [usage(io)]);
    return 0;
  }
  const run = COMMANDS[command ?? ''];
  if (!run) throw new CliProblem(usage(io), 2);
  const database = await openDatabase(loadConfig());
  const db = createDatabase(createPool(database.access.app, 2));
  try {
    return await run({ db, io, askPassword: () => askPassword(io) }, username ?? '', optionsOf(options, io));
  } finally {
    await db.destroy();
    await database.close();
  }
}

const COMMANDS: Record<string, (call: Call, username: string, options: Map<string, string>) => Promise<number>> = {
  list: async ({ db, io }) => {
    const accounts = await listAccounts(db);
    const rows = accounts.map(({ username, displayName, memberships }) => [
      username,
      displayName,
      memberships.map(({ role, schoolId }) => `${role} (${schoolId})`).join(', '),
    ]);
    printLines(
      io,
      rows.length > 0 ? textTable(rows) : [say(io, 'Chưa có tài khoản nào.', 'There are no accounts yet.')],
    );
    return 0;
  },

  add: async ({ db, io, askPassword }, username, options) => {
    const schoolId = await schoolFor(db, io, options.get('school'));
    const role = roleOf(options.get('role') ?? 'staff', io);
    const password = await askPassword();
    const account = readNewAccount({ username, displayName: options.get('name') ?? '', password });
    if (!account.ok) {
      const sentences = account.problems.map((problem) => fieldSentence(io.locale, problem).sentence);
      throw new CliProblem(sentences.join('\n'), 1);
    }
    await inSchool(db, schoolId, async (trx) => {
      const at = new Date();
      const userId = await createAccount(trx, { account: account.value, role, now: at });
      const details = { role, by: 'command line' };
      await recordAudit(trx, {
        at,
        actorId: null,
        action: 'account.created',
        subjectType: 'user',
        subjectId: userId,
        details,
      });
    });
    printLines(io, [
      say(io, `Đã thêm tài khoản ${account.value.username}.`, `Added the account ${account.value.username}.`),
    ]);
    return 0;
  },

  password: async ({ db, io, askPassword }, username) => {
    const account = (await listAccounts(db)).find((each) => each.username === username.toLowerCase());
    const membership = account?.memberships[0];
    if (!account || !membership)
      throw new CliProblem(say(io, `Không có tài khoản ${username}.`, `There is no account ${username}.`), 1);
    const password = await askPassword();
    const checked = readNewAccount({ username, displayName: account.displayName, password });
    const problem = checked.ok ? undefined : checked.problems.find((each) => each.field === 'password');
    if (problem) throw new CliProblem(fieldSentence(io.locale, problem).sentence, 1);
    await inSchool(db, membership.schoolId, (trx) =>
      setPassword(trx, { userId: account.userId, password: password.normalize('NFKC'), by: null, at: new Date() }),
    );
    printLines(io, [
      say(io, 'Đã đặt mật khẩu mới; các phiên đang mở đã đóng.', 'The new password is set; open sessions are ended.'),
    ]);
    return 0;
  },
};

/** The school to add somebody to: the one that is named, or the only one there is. */
async function schoolFor(db: Kysely<Database>, io: CliIo, named: string | undefined): Promise<string> {
  const accounts = await listAccounts(db);
  const schools = new Set(
    accounts.flatMap((account: AccountSummary) => account.memberships.map(({ schoolId }) => schoolId)),
  );
  const chosen = named ?? (schools.size === 1 ? [...schools][0] : undefined);
  if (chosen !== undefined && schools.has(chosen)) return chosen;
  throw new CliProblem(
    say(
      io,
      schools.size === 0
        ? 'Chưa có trường nào: hãy mở trang web để tạo trường trước.'
        : 'Hãy nêu trường bằng --school (xem: caitien user list).',
      schools.size === 0
        ? 'There is no school yet: open the web page to create one.'
        : 'Name the school with --school (see: caitien user list).',
    ),
    1,
  );
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
      'Cách dùng: caitien user list | add TÊN --name "HỌ TÊN" [--role VAI-TRÒ] [--school MÃ] | password TÊN',
      '  Mật khẩu được hỏi, hoặc đọc từ dòng đầu của đầu vào. Cơ sở dữ liệu kèm theo phải đang không chạy.',
      'Ví dụ:',
      '  caitien user add thuky --name "Trần Thị Mẫu" --role secretary',
    ].join('\n'),
    [
      'Usage: caitien user list | add USERNAME --name "FULL NAME" [--role ROLE] [--school ID] | password USERNAME',
      '  The password is asked for, or read from the first line of standard input. Stop the included database first.',
      'Example:',
      '  caitien user add secretary --name "Trần Thị Mẫu" --role secretary',
    ].join('\n'),
  );
}
