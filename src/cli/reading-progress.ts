import type { Progress } from '#server/documents/read/read-limits.ts';
import { type CliIo, say } from './cli-io.ts';

/** In milliseconds: shorter work says nothing. */
const LONG = 1_500;
/** Between two lines, milliseconds. */
const TOLD_EVERY = 1_000;

/** A line now and then on stderr, "Trang 12/69", from when the reading of a file turns out to be long. */
export function readingProgress(io: CliIo, file: string): (progress: Progress) => void {
  let silentUntil = performance.now() + LONG;
  return ({ step, done, total }) => {
    const now = performance.now();
    if (total === 0 || now < silentUntil) return;
    silentUntil = now + TOLD_EVERY;
    const unit = step === 'page' ? say(io, 'trang', 'page') : say(io, 'phần', 'part');
    io.stderr.write(`${file}: ${unit} ${done}/${total}\n`);
  };
}
