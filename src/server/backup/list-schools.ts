import type pg from 'pg';
import { inWholeSnapshot } from './whole-snapshot.ts';

/** All schools of the server, by name: for the administrator of the server and for backups, never for a person of a school. */
export async function listSchools(owner: pg.PoolConfig): Promise<{ schoolId: string; name: string }[]> {
  return inWholeSnapshot(owner, async (client) => {
    const { rows } = await client.query<{ schoolId: string; name: string }>(
      'SELECT school_id AS "schoolId", name FROM school ORDER BY name, school_id',
    );
    return rows;
  });
}

/** Whether there is one school on the server: that one alone decides over backups, which hold the rows of all. */
export async function isAloneOn(owner: pg.PoolConfig): Promise<boolean> {
  return (await listSchools(owner)).length === 1;
}
