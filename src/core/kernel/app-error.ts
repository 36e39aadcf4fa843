/**
 * The one error type of the product. `code` is stable and chooses the sentence (message catalogue), the HTTP status and the
 * exit code, each in one place; `details` fills the sentence. Throw it for what a person can understand and act on; let
 * everything else crash.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: Readonly<Record<string, string | number>>;

  constructor(code: AppErrorCode, details: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** Dotted, `area.what-happened`; listed by the message catalogue, never reworded once released. */
export type AppErrorCode = `${string}.${string}`;
