import { randomBytes } from 'node:crypto';
import { APP_ROLE } from '../database.ts';
import type { Binaries } from './binaries.ts';
import { DATABASE_NAME, OWNER_ROLE, runTool } from './cluster.ts';
import type { SystemUser } from './system-user.ts';

/** One random password per role and start. They live in the memory of this process only. */
export interface Passwords {
  owner: string;
  app: string;
}

/**
 * Gives both roles a fresh password through the single-user mode of PostgreSQL, which needs no password and excludes every
 * other server on the cluster. On the first start it also makes the role `caitien_app` and the database.
 */
export async function setPasswords(
  cluster: string,
  binaries: Binaries,
  user: SystemUser | null,
  first: boolean,
): Promise<Passwords> {
  const passwords = { owner: randomBytes(24).toString('hex'), app: randomBytes(24).toString('hex') };
  const making = first ? [`CREATE ROLE ${APP_ROLE} LOGIN`, `CREATE DATABASE ${DATABASE_NAME}`] : [];
  const setting = [
    `ALTER ROLE ${OWNER_ROLE} PASSWORD '${passwords.owner}'`,
    `ALTER ROLE ${APP_ROLE} PASSWORD '${passwords.app}'`,
  ];
  const script = [...making, ...setting].map((statement) => `${statement};\n`).join('');
  // An error in single-user mode does not end it with a code; signing in afterwards is the proof.
  const args = ['--single', '-D', cluster, '-c', 'log_min_messages=fatal', '-c', 'log_statement=none', 'postgres'];
  await runTool(binaries.postgres, args, user, cluster, script);
  return passwords;
}
