import type { SchoolYear } from '#core/kernel/school-year.ts';
import { AppError } from '#core/kernel/app-error.ts';
import type { SchoolType } from '#core/organisations/school-type.ts';
import { type Context, requirePermission } from '#server/identity/context.ts';
import { inSchool } from '#server/platform/school-transaction.ts';

export interface School {
  name: string;
  type: SchoolType;
  governingBody: string | null;
  place: string | null;
  /** The newest one that the school has opened. */
  schoolYear: SchoolYear | null;
  version: number;
}

/** The school that the person works in. @throws AppError `identity.not-allowed`, `organisations.not-found` */
export async function findSchool(context: Context): Promise<School> {
  requirePermission(context, 'school.view');
  const row = await inSchool(context.db, context.schoolId, (trx) =>
    trx
      .selectFrom('school')
      .leftJoin('school_year', 'school_year.school_id', 'school.school_id')
      .select(['school.name', 'school.school_type', 'school.governing_body', 'school.place', 'school.version'])
      .select('school_year.start')
      .where('school.school_id', '=', context.schoolId)
      .orderBy('school_year.start', 'desc')
      .limit(1)
      .executeTakeFirst(),
  );
  if (!row) throw new AppError('organisations.not-found');
  return {
    name: row.name,
    type: row.school_type,
    governingBody: row.governing_body,
    place: row.place,
    schoolYear: row.start === null ? null : { start: row.start },
    version: row.version,
  };
}
