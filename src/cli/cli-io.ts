/** Where a command writes, and in which language. */
export interface CliIo {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown };
  locale: 'vi' | 'en';
}

/** Ends a command with a sentence on stderr. `exitCode`: 1 the thing asked for is wrong, 2 the command line is. */
export class CliProblem extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number) {
    super(message);
    this.exitCode = exitCode;
  }
}

/** One of two wordings. */
export function say(io: CliIo, vi: string, en: string): string {
  return io.locale === 'vi' ? vi : en;
}

export function printLines(io: CliIo, lines: readonly string[]): void {
  io.stdout.write(`${lines.join('\n')}\n`);
}

export function printJson(io: CliIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
