import { open } from 'node:fs/promises';
import type { Kysely } from 'kysely';
import { normalisePassword, passwordProblem, readNewAccount } from '#core/identity/new-account.ts';
import { isRole } from '#core/identity/role.ts';
import { AppError } from '#core/kernel/app-error.ts';
import { findLinked, listAudit } from '#server/audit/list-audit.ts';
import { type BrokenReason, verifyAuditChain } from '#server/audit/verify-audit-chain.ts';
import { recordAudit } from '#server/audit/record-audit.ts';
import { writeAuditLog } from '#server/audit/write-audit-log.ts';
import { writeAuditXlsx } from '#server/audit/write-audit-xlsx.ts';
import { addAccount, removeAccountSecondFactor, setAccountPassword } from '#server/identity/accounts-of-server.ts';
import { listAccounts } from '#server/identity/list-accounts.ts';
import type { Jobs } from '#server/platform/jobs.ts';
import { migrationStatus } from '#server/platform/migrate.ts';
import type { Database } from '#server/platform/schema.ts';
import { inSchool } from '#server/platform/school-transaction.ts';
import { readAgain, verifyChains } from './after-restore.ts';
import { backupFolder, listBackups } from './backup-folder.ts';
import type { Report } from './backup-progress.ts';
import { checkArchive } from './check-archive.ts';
import { listSchools } from './list-schools.ts';
import type { BackupTools } from './make-backup.ts';
import { checkSchoolArchive } from './school/check-school-archive.ts';
import { type ImportedSchool, importSchool } from './school/import-school.ts';
import { writeSchoolExport } from './school/write-school-export.ts';
import { writeBackup } from './write-backup.ts';

/**
 * What the command line asks of a server, done by whoever holds the database: the command itself, or the app that is running. Paths
 * are absolute. Results are plain data.
 */
export interface MaintenanceTools extends BackupTools {
  /** Bound by row-level security. */
  db: Kysely<Database>;
  /** Where work that waits for its turn goes. */
  jobs(): Promise<Pick<Jobs, 'send'>>;
}

export interface SchoolTaken extends ImportedSchool {
  /** Where its history does not hold; null when it does. */
  brokenAt: number | null;
}

type Options = Record<string, string>;

export interface BackupDone {
  path: string;
  size: number;
  rows: number;
  files: number;
  lost: { sha256: string; reason: string }[];
}

export interface ChainChecked {
  schoolId: string;
  name: string;
  entries: number;
  broken: { sequence: number; reason: BrokenReason; entry: { id: string; at: string; action: string } | null } | null;
}

/** One migration, and the moment at which it was applied. */
export interface MigrationStep {
  name: string;
  /** ISO 8601; null when it waits. */
  appliedAt: string | null;
}

/** What is typed has been checked before, and is checked again: the app that runs may be of another version. */
const ACCOUNTS: Record<string, (tools: MaintenanceTools, options: Options) => Promise<unknown>> = {
  'user-list': ({ db }) => listAccounts(db),
  'user-add': addUser,
  'user-password': (tools, { username = '', password = '' }) => {
    if (passwordProblem(normalisePassword(password), username) !== null) throw new AppError('request.invalid');
    return setAccountPassword(tools, { username, password: normalisePassword(password) });
  },
  'user-remove-second-factor': (tools, { username = '' }) => removeAccountSecondFactor(tools, { username }),
};

const COMMANDS: Record<string, (tools: MaintenanceTools, options: Options, report: Report) => Promise<unknown>> = {
  backup: backUp,
  'audit-verify': verifyAudit,
  'audit-export': exportAudit,
  ...ACCOUNTS,
  'db-status': ({ owner }) => stepsDone(owner),
  'school-list': ({ owner }) => listSchools(owner),
  'school-export': exportSchool,
  'school-import': takeSchool,
};

async function stepsDone(owner: MaintenanceTools['owner']): Promise<MigrationStep[]> {
  const steps = await migrationStatus(owner);
  return steps.map(({ name, appliedAt }) => ({ name, appliedAt: appliedAt?.toISOString() ?? null }));
}

/** @throws AppError of the work that was asked for */
export async function runMaintenance(
  tools: MaintenanceTools,
  request: { command: string; options: Options },
  report: Report,
): Promise<unknown> {
  const run = Object.hasOwn(COMMANDS, request.command) ? COMMANDS[request.command] : undefined;
  if (!run) throw new AppError('backup.failed');
  return run(tools, request.options, report);
}

/** Written, then read back and compared, as before a restore. */
async function backUp(tools: MaintenanceTools, { path = '' }: Options, report: Report): Promise<BackupDone> {
  const { manifest, size } = await writeBackup(tools, { path, now: tools.clock.now(), report });
  await (await checkArchive(path, report)).reader.close();
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { path, size, rows, files: manifest.files.length, lost: manifest.lost };
}

/** All schools, or one. What kept backups saw of a chain is held against it. */
async function verifyAudit(tools: MaintenanceTools, { school }: Options, report: Report): Promise<ChainChecked[]> {
  const schools = await chosenSchools(tools, school);
  const seen = (await listBackups(backupFolder(tools.dataDirectory))).flatMap(({ auditHeads }) => auditHeads);
  const checked: ChainChecked[] = [];
  for (const { schoolId, name } of schools) {
    report({ step: 'check', done: checked.length, total: schools.length });
    const witnesses = seen.filter((head) => head.schoolId === schoolId);
    checked.push(
      await inSchool(tools.db, schoolId, async (trx) => {
        const verdict = await verifyAuditChain(trx, witnesses);
        if (verdict.intact) return { schoolId, name, entries: verdict.entries, broken: null };
        const { sequence, reason } = verdict;
        const entry = await findLinked(trx, sequence);
        const told = entry && { ...entry, at: entry.at.toISOString() };
        return { schoolId, name, entries: sequence - 1, broken: { sequence, reason, entry: told } };
      }),
    );
  }
  return checked;
}

/** One school: the one that is named, or the only one there is. As JSON lines, or as a workbook when the path ends in .xlsx. */
async function exportAudit(tools: MaintenanceTools, { school, path = '' }: Options): Promise<{ path: string }> {
  const only = await oneSchool(tools, school);
  const file = await open(path, 'wx', 0o600).catch((cause: unknown) => {
    const exists = (cause as { code?: unknown }).code === 'EEXIST';
    throw new AppError(exists ? 'backup.exists' : 'backup.unwritable', { path }, { cause });
  });
  try {
    await inSchool(tools.db, only.schoolId, async (trx) => {
      if (!path.endsWith('.xlsx')) {
        for await (const lines of writeAuditLog(trx)) await file.write(lines);
        return;
      }
      const records = [];
      for await (const page of listAudit(trx)) records.push(...page);
      await file.write(await writeAuditXlsx(records));
    });
    await file.sync();
  } finally {
    await file.close();
  }
  return { path };
}

/** One school, as `writeSchoolExport`, then read back. */
async function exportSchool(tools: MaintenanceTools, { school, path = '' }: Options, report: Report) {
  const { schoolId, name } = await oneSchool(tools, school);
  const { manifest, size } = await writeSchoolExport(tools, { schoolId, path, now: tools.clock.now(), report });
  await (await checkSchoolArchive(path, report)).reader.close();
  return { path, size, name, files: manifest.files.length, lost: manifest.lost };
}

async function takeSchool(tools: MaintenanceTools, { path = '' }: Options, report: Report): Promise<SchoolTaken> {
  const archive = await checkSchoolArchive(path, report);
  try {
    const imported = await importSchool(tools, archive, report);
    const { schoolId } = imported;
    await readAgain(tools.db, schoolId, await tools.jobs());
    await inSchool(tools.db, schoolId, (trx) =>
      recordAudit(trx, {
        ...{ at: tools.clock.now(), actorId: null, action: 'school.imported', subjectType: 'school' },
        subjectId: schoolId,
        details: { rows: imported.rows, files: archive.manifest.files.length },
      }),
    );
    const [chain] = await verifyChains(tools.db, [schoolId]);
    const verdict = chain?.verdict;
    return { ...imported, brokenAt: verdict === undefined || verdict.intact ? null : verdict.sequence };
  } finally {
    await archive.reader.close();
  }
}

async function addUser(tools: MaintenanceTools, options: Options): Promise<void> {
  const { username = '', displayName = '', password = '', role = '', school } = options;
  const { schoolId } = await oneSchool(tools, school);
  const account = readNewAccount({ username, displayName, password });
  if (!account.ok || !isRole(role)) throw new AppError('request.invalid');
  await addAccount(tools, { schoolId, account: account.value, role });
}

async function oneSchool(tools: MaintenanceTools, school: string | undefined) {
  const schools = await chosenSchools(tools, school);
  const [only] = schools;
  if (!only || schools.length > 1) throw new AppError('backup.name-the-school', { schools: schools.length });
  return only;
}

async function chosenSchools(tools: MaintenanceTools, school: string | undefined) {
  const schools = await listSchools(tools.owner);
  const chosen = school === undefined ? schools : schools.filter(({ schoolId }) => schoolId === school);
  if (school !== undefined && chosen.length === 0) throw new AppError('organisations.not-found');
  return chosen;
}
