import { homedir } from 'node:os';
import { isAbsolute, resolve } from 'node:path';
import { z } from 'zod';
import type { KeepRule } from '#core/backup/backups-to-keep.ts';
import { AppError } from '#core/kernel/app-error.ts';

/** Everything that can be set from outside. This is the only file under `src` that reads the environment. */
export interface Config {
  port: number;
  host: string;
  /** Address that people type, without a trailing slash; sessions and CSRF checks are bound to it. */
  origin: string;
  /** A PostgreSQL server of one's own (a user that may create tables and roles); null for the embedded one. */
  databaseUrl: string | null;
  /** Sign-in of the role `caitien_app` on that server; null: the user of `databaseUrl` takes on the role itself. */
  appDatabaseUrl: string | null;
  /** Absolute; holds the embedded database, the files and the secret. */
  dataDirectory: string;
  logLevel: LogLevel;
  /** Secret of sessions; null: made once and kept in the data directory. */
  secret: string | null;
  /** When a backup is made each day, "02:00" on the clock in Viet Nam; null: never by itself. */
  backupAt: string | null;
  /** How many days, weeks and months backups are kept for. */
  backupKeep: KeepRule;
  /** Language of messages before anybody signed in, and of the command line. */
  locale: 'vi' | 'en';
}

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

const optionalUrl = (protocols: RegExp, example: string) =>
  z
    .string()
    .trim()
    .transform((text) => (text === '' ? null : text))
    .nullable()
    .refine((text) => text === null || (URL.canParse(text) && protocols.test(new URL(text).protocol)), example)
    .default(null);

const environment = z.object({
  PORT: z.coerce.number('0-65535').int('0-65535').min(0, '0-65535').max(65535, '0-65535').default(3000),
  HOST: z.string().trim().min(1, '0.0.0.0').default('0.0.0.0'),
  ORIGIN: optionalUrl(/^https?:$/, 'https://caitien.truong.edu.vn'),
  DATABASE_URL: optionalUrl(/^postgres(ql)?:$/, 'postgres://user:password@host:5432/caitien'),
  DATABASE_APP_URL: optionalUrl(/^postgres(ql)?:$/, 'postgres://caitien_app:password@host:5432/caitien'),
  CAITIEN_DATA: z.string().trim().min(1, './data').default('./data'),
  CAITIEN_LOG: z.enum(['debug', 'info', 'warn', 'error', 'silent'], 'debug, info, warn, error, silent').default('info'),
  CAITIEN_BACKUP_AT: z
    .string()
    .trim()
    .regex(/^(off|([01]\d|2[0-3]):[0-5]\d)$/, '02:00, off')
    .default('02:00'),
  CAITIEN_BACKUP_KEEP: z
    .string()
    .trim()
    .regex(/^\d{1,3} \d{1,3} \d{1,3}$/, '7 4 12')
    .default('7 4 12'),
  CAITIEN_SECRET: z.string().min(32, '>= 32').nullable().default(null),
});

/**
 * Reads and checks the settings. A blank variable counts as not set.
 * @throws AppError `config.invalid` whose `problems` names each wrong variable with what is expected.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const read = environment.safeParse(given);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new AppError('config.invalid', { problems });
  }
  const values = read.data;
  return {
    port: values.PORT,
    host: values.HOST,
    origin: (values.ORIGIN ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    databaseUrl: values.DATABASE_URL,
    appDatabaseUrl: values.DATABASE_APP_URL,
    dataDirectory: absolute(values.CAITIEN_DATA),
    logLevel: values.CAITIEN_LOG,
    secret: values.CAITIEN_SECRET,
    backupAt: values.CAITIEN_BACKUP_AT === 'off' ? null : values.CAITIEN_BACKUP_AT,
    backupKeep: keepRule(values.CAITIEN_BACKUP_KEEP),
    locale: localeOfEnvironment(given),
  };
}

/** Vietnamese unless the system is set to English. Needs no valid settings: it also words the complaint about them. */
export function localeOfEnvironment(env: Readonly<Record<string, string | undefined>> = process.env): 'vi' | 'en' {
  const named = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^en/i.test(named) ? 'en' : 'vi';
}

/**
 * Settings that the built web reads by itself. Bodies have worded limits of their own: files while they flow in, all else before it is
 * read; this one only ends a flood of files in one form.
 */
export function prepareWebEnvironment(env: Record<string, string | undefined> = process.env): void {
  env['BODY_SIZE_LIMIT'] ??= '2G';
}

/** "7 4 12" */
function keepRule(text: string): KeepRule {
  const [daily = 0, weekly = 0, monthly = 0] = text.split(' ').map(Number);
  return { daily, weekly, monthly };
}

function absolute(path: string): string {
  if (path === '~' || path.startsWith('~/')) return resolve(homedir(), path.slice(2));
  return isAbsolute(path) ? path : resolve(path);
}
