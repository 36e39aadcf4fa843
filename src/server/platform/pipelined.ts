import {
  type DatabaseConnection,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
} from 'kysely';

/** Only names the dialect; connections come from outside. */
const DIALECT = {
  createAdapter: () => new PostgresAdapter(),
  createDriver: () => new DummyDriver(),
  createIntrospector: (db: Kysely<never>) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
};
const PROPS = { config: { dialect: DIALECT }, dialect: DIALECT, driver: new DummyDriver() };

/**
 * `work` on one connection of the pool, whose queries go out as they come, one behind the other: none waits for the answer of the one
 * before (the query builder's own `connection()` makes them wait). Answers come in order.
 */
export async function onOneConnection<Tables, T>(
  db: Kysely<Tables>,
  work: (connection: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const executor = db.getExecutor();
  return executor.provideConnection((connection: DatabaseConnection) => {
    const bound = executor.withConnectionProvider({ provideConnection: (use) => use(connection) });
    return work(new Kysely<Tables>({ ...PROPS, executor: bound }));
  });
}
