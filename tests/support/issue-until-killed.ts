import type pg from 'pg';
import type { Role } from '#core/identity/role.ts';
import type { IssueFacts } from '#core/plan/life/issued-parts.ts';
import { issuePlan } from '#server/documents/issue-plan.ts';
import { createDatabase, createPool } from '#server/platform/database.ts';
import { LocalFileStore } from '#server/platform/files.ts';
import { PreparingClient } from '#server/platform/preparing-client.ts';
import { getStandards } from '#server/standards/load-standards.ts';

/** Where the process kills itself, as `kill -9` would; a number of milliseconds is left to its parent. */
export type Moment = 'writing' | 'word-kept' | 'both-kept' | 'before-commit' | 'commit-sent';

export interface IssueUntilKilled {
  /** Of the database, as the product. */
  app: pg.PoolConfig;
  who: { schoolId: string; role: Role; user: { id: string; displayName: string } };
  planId: string;
  version: number;
  facts: IssueFacts;
  /** Folder of the file store. */
  files: string;
  now: string;
  moment: Moment | null;
}

/**
 * A product process that issues one plan with the real use case, database and files, and is killed at some moment of it. Lines: "begun"
 * when everything is loaded, "issued" once that was acknowledged.
 */
const told = JSON.parse(process.argv[2] ?? '') as IssueUntilKilled;

function dieAt(moment: Moment): void {
  if (told.moment === moment) process.kill(process.pid, 'SIGKILL');
}

class DyingStore extends LocalFileStore {
  #kept = 0;
  override async put(bytes: Uint8Array) {
    const kept = await super.put(told.moment === 'writing' ? halfOf(bytes) : bytes);
    this.#kept += 1;
    dieAt(this.#kept === 1 ? 'word-kept' : 'both-kept');
    return kept;
  }
}

/** The second half never comes: the power is gone while the first is on the disk. */
async function* halfOf(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, bytes.length / 2);
  dieAt('writing');
}

class DyingClient extends PreparingClient {
  #issued = false;
  override query(...args: unknown[]): never {
    const [first] = args;
    const text = typeof first === 'string' ? first : '';
    if (text.includes('insert into "plan_issue"')) this.#issued = true;
    const commits = this.#issued && text.endsWith('COMMIT');
    if (commits) dieAt('before-commit');
    const answer = super.query(...args);
    // On its way, and nobody waits for the answer.
    if (commits) setImmediate(() => dieAt('commit-sent'));
    return answer;
  }
}

const db = createDatabase(createPool({ ...told.app, Client: DyingClient }, 2));
const { sets, legal: library } = getStandards();
const context = { ...told.who, db, clock: { now: () => new Date(told.now) } };
const { planId, version, facts } = told;
process.stdout.write('begun\n');
await issuePlan(context, { planId, version, facts, sets, library, files: new DyingStore(told.files) });
process.stdout.write('issued\n');
process.exit(0);
