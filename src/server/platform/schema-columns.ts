import type { ColumnType, Generated } from 'kysely';

/** Filled by the database when left out; always given by use cases, from their clock. */
export type Moment = ColumnType<Date, Date | string | undefined, Date | string>;
/** 1 for a new row; each write adds one and names the version that it read. */
export type Version = Generated<number>;
