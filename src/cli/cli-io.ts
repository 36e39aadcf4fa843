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

/** Names the options that a command with only `--json` does not know, each on a line, then a blank one; nothing when there are none. */
export function wrongOptions(args: readonly string[], io: CliIo): string {
  const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--json');
  const lines = unknown.map((arg) => `${say(io, `Không có tuỳ chọn ${arg}.`, `There is no option ${arg}.`)}\n`);
  return lines.length === 0 ? '' : `${lines.join('')}\n`;
}

export function printLines(io: CliIo, lines: readonly string[]): void {
  io.stdout.write(`${lines.join('\n')}\n`);
}

export function printJson(io: CliIo, value: unknown): void {
  io.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}
