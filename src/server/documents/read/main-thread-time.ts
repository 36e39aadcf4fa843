import { readFileSync } from 'node:fs';

/** Clock ticks of Linux are hundredths of a second wherever Node runs (sysconf(3), _SC_CLK_TCK). */
const TICK = 10;

/**
 * Milliseconds for which the first thread of a process has had a processor: while others have it all, none pass. Its helpers, as those that
 * collect garbage beside it, do not count. Null where the system does not tell (proc(5) is Linux) and when the process has ended.
 */
export function mainThreadTime(pid: number): number | null {
  if (process.platform !== 'linux') return null;
  try {
    const stat = readFileSync(`/proc/${pid}/task/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold blanks; utime and stime are fields 14 and 15, the first behind it is field 3.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return (Number(fields[11]) + Number(fields[12])) * TICK;
  } catch {
    return null;
  }
}
