import type pg from 'pg';
import { quoted } from '../backed-up-tables.ts';
import { BUILDING } from '../rebuilt-schema.ts';

interface Person {
  id: string;
  name: string;
  username: string | null;
}

/**
 * The people of an imported school. Somebody whom this server knows by the same id is the same person; a username that somebody else
 * has here gets a number behind it.
 * @returns who got another username
 */
export async function addPeople(client: pg.Client, home: string): Promise<{ from: string; to: string }[]> {
  const users = `${quoted(home)}."user"`;
  // Nobody may take a name between looking and writing.
  await client.query(`LOCK TABLE ${users} IN SHARE ROW EXCLUSIVE MODE`);
  const { rows } = await client.query<Person>(
    `SELECT id, name, username FROM ${BUILDING}."user" b
     WHERE NOT EXISTS (SELECT FROM ${users} h WHERE h.id = b.id) ORDER BY id`,
  );
  const renamed: { from: string; to: string }[] = [];
  for (const { id, name, username } of rows) {
    const free = username === null ? null : await freeName(client, users, username);
    await client.query(
      `INSERT INTO ${users} (id, name, email, username, "displayUsername") VALUES ($1, $2, $3, $4, $4)`,
      [id, name, `${id}@no-mail.invalid`, free],
    );
    if (username !== null && free !== null && free !== username) renamed.push({ from: username, to: free });
  }
  return renamed;
}

async function freeName(client: pg.Client, users: string, wanted: string): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? wanted : `${wanted.slice(0, 26)}.${number}`;
    const { rowCount } = await client.query(`SELECT 1 FROM ${users} WHERE username = $1`, [name]);
    if (!rowCount) return name;
  }
}
