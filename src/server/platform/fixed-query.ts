import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { Database } from './schema.ts';

/** Stands for a value while a query is built without values. */
class Blank {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

const BLANKS = new Proxy({}, { get: (_, name) => new Blank(String(name)) });

/**
 * A query whose words never change, for what happens with every cell that is typed: built and compiled at its first use, later uses
 * only fill in the values. `build` gets stand-ins for the values and must hand them to the query as values, nothing else.
 * @returns runs the query and gives its rows; errors are those of the query
 */
export function fixedQuery<Values extends object, Row>(
  build: (db: Kysely<Database>, values: Values) => Compilable<Row>,
): (db: Kysely<Database>, values: Values) => Promise<Row[]> {
  let query: CompiledQuery<Row> | null = null;
  return async (db, values) => {
    query ??= build(db, BLANKS as Values).compile();
    const given = values as Readonly<Record<string, unknown>>;
    const parameters = query.parameters.map((each) => (each instanceof Blank ? given[each.name] : each));
    return (await db.executeQuery<Row>({ ...query, parameters })).rows;
  };
}
