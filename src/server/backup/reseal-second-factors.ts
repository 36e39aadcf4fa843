import type pg from 'pg';
import { createSeal, type Seal } from '#server/identity/seal.ts';

interface Sealed {
  id: string;
  secret: string;
  backupCodes: string;
  username: string | null;
}

/**
 * Keys of two-step sign-in are kept under the secret of an installation. Those that came with the secret of another one (`from`) are kept
 * under the one of this server (`to`) from now on, so that every phone and every recovery code goes on working.
 * @param secrets.to null: this server has none yet
 * @returns usernames of the people whose keys this server cannot open, in order
 */
export async function resealSecondFactors(
  client: pg.Client,
  secrets: { from: string | null; to: string | null },
): Promise<string[]> {
  const { rows } = await client.query<Sealed>(
    `SELECT f.id, f.secret, f."backupCodes", u.username
     FROM "twoFactor" AS f JOIN "user" AS u ON u.id = f."userId" ORDER BY u.username`,
  );
  const [from, to] = [secrets.from, secrets.to].map((secret) => (secret === null ? null : createSeal(secret)));
  const lost: string[] = [];
  for (const row of rows) {
    const open = (seal: Seal | null | undefined) => (seal ? openWith(seal, row) : null);
    if (await open(to)) continue;
    const plain = await open(from);
    if (plain && to) {
      const [secret, codes] = await Promise.all(plain.map((text) => to.close(text)));
      await client.query('UPDATE "twoFactor" SET secret = $1, "backupCodes" = $2 WHERE id = $3', [
        secret,
        codes,
        row.id,
      ]);
    } else lost.push(row.username ?? row.id);
  }
  return lost;
}

async function openWith(seal: Seal, { secret, backupCodes }: Sealed): Promise<string[] | null> {
  return Promise.all([seal.open(secret), seal.open(backupCodes)]).catch(() => null);
}
