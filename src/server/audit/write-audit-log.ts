import type { SchoolTransaction } from '../platform/school-transaction.ts';
import { listAudit } from './list-audit.ts';

/** The log of the transaction's school as JSON lines, oldest first: one entry a line, with its hashes. */
export async function* writeAuditLog(trx: SchoolTransaction): AsyncGenerator<Buffer> {
  for await (const page of listAudit(trx)) {
    yield Buffer.from(page.map((record) => `${JSON.stringify(record)}\n`).join(''));
  }
}
