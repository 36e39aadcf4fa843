import { localeOfEnvironment } from './config.ts';
import { startSentence } from './start-words.ts';

/** Says on standard error why the product does not start: a sentence where somebody can act on it, else the error itself. */
export function reportStartFailure(error: unknown): void {
  const sentence = startSentence(error, localeOfEnvironment());
  process.stderr.write(sentence === null ? `${describe(error)}\n` : `\n${sentence}\n`);
}

function describe(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
