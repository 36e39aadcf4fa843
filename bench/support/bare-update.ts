import type { Pool } from 'pg';

/** One transaction with nothing in it but the change of one cell: what saving is measured against. Each caller has a row of its own. */
export function bareUpdates(
  pool: Pool,
  plan: { schoolId: string; planId: string },
  rows: readonly { id: string }[],
): (caller: number) => Promise<void> {
  let updates = 0;
  return async (caller) => {
    const client = await pool.connect();
    try {
      await client.query(`BEGIN; SET LOCAL app.school_id = '${plan.schoolId}'`);
      await client.query('UPDATE plan_item SET note = $1 WHERE school_id = $2 AND plan_id = $3 AND id = $4', [
        `chữ ${(updates += 1)}`,
        plan.schoolId,
        plan.planId,
        rows[100 + caller]!.id,
      ]);
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  };
}
