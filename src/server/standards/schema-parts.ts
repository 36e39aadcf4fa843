import { z } from 'zod';

/** Pieces that the schemas of all data files share. */

export const text = z.string().min(1, 'phải có chữ / must not be empty');

/** YYYY-MM-DD of a day that exists. */
export const day = z.string().refine(isDay, 'ngày phải có dạng YYYY-MM-DD / a day is written YYYY-MM-DD');

/** "1.5" */
export const criterionCode = z
  .string()
  .regex(/^\d+\.\d+$/, 'mã tiêu chí có dạng 1.5 / a criterion code looks like 1.5');

/** "1a", "2" */
export const indicatorCode = z
  .string()
  .regex(/^\d[a-zđ]?$/, 'mã chỉ báo có dạng 1a hoặc 2 / an indicator code looks like 1a or 2');

export const orNull = <T extends z.ZodType>(schema: T) => schema.nullable().default(null as never);
export const listOf = <T extends z.ZodType>(schema: T) => z.array(schema).default([] as never);

function isDay(value: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(value)) return false;
  const time = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(value);
}
