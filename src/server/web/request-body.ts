import { AppError } from '#core/kernel/app-error.ts';

/** Most bytes of a request that brings no file: a plan of a thousand full rows pasted at once stays below. */
const PLAIN_BODY_BYTES = 4 * 1024 * 1024;

/**
 * Judged before a byte of the body is read: a request that brings no file says its length, and it is no flood. Browsers always say
 * it; what does not is refused, since it would have to be taken into memory to be measured.
 * @throws AppError `request.too-large`, `request.invalid`
 */
export function requireSmallBody(request: Pick<Request, 'headers' | 'body'>): void {
  if (request.body === null) return;
  const length = request.headers.get('content-length');
  if (length === null) throw new AppError('request.invalid', { problem: 'content-length' });
  if (Number(length) > PLAIN_BODY_BYTES)
    throw new AppError('request.too-large', { megabytes: PLAIN_BODY_BYTES / 1024 / 1024 });
}

/**
 * Makes a body that is not the form it claims to be an error of the sender in every route: the platform throws a bare TypeError, which
 * would look like a fault of ours.
 */
export function refuseBrokenForms(request: Request): void {
  const read = request.formData.bind(request);
  request.formData = async () => {
    try {
      return await read();
    } catch (error) {
      throw error instanceof TypeError ? new AppError('request.invalid', { problem: 'form' }, { cause: error }) : error;
    }
  };
}

/** Whether the database refused a value that somebody sent (SQLSTATE class 22): text with a null character, a moment before history. */
export function isRefusedValue(error: unknown): boolean {
  const { code, severity } = (error ?? {}) as { code?: unknown; severity?: unknown };
  return typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code) && typeof severity === 'string';
}
