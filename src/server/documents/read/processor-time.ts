import { AppError } from '#core/kernel/app-error.ts';

/** How often the time is looked at, in milliseconds. */
const LOOK = 250;

/**
 * Work that is done by other threads, given up when this process has used so many milliseconds of processor time since it began, all its
 * threads together: what others do on the computer does not count. The work itself is not stopped. Error: `document.timeout`.
 */
export async function withinProcessorTime<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  let look: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    look = setInterval(() => {
      const { user, system } = process.cpuUsage(before);
      if ((user + system) / 1000 > milliseconds) reject(new AppError('document.timeout'));
    }, LOOK);
  });
  try {
    return await Promise.race([work(), over]);
  } finally {
    clearInterval(look);
  }
}
