import { AppError } from '#core/kernel/app-error.ts';
import type { z } from 'zod';

/** The body of a request, checked. @throws AppError `request.invalid` that names the first thing that is wrong */
export async function jsonBody<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<z.output<Schema>> {
  const body: unknown = await request.json().catch(() => undefined);
  const checked = schema.safeParse(body);
  if (checked.success) return checked.data;
  const issue = checked.error.issues[0];
  throw new AppError('request.invalid', { problem: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}` });
}
