import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Most megabytes that a process started from here was ever resident with (proc(5), VmHWM), as far as the system tells. */
export function watchReader(): () => number {
  let megabytes = 0;
  const look = setInterval(() => {
    for (const task of filesIn('/proc/self/task')) {
      for (const child of contentOf(`/proc/self/task/${task}/children`).split(' ').filter(Boolean)) {
        const kilobytes = /^VmHWM:\s+(\d+)/m.exec(contentOf(`/proc/${child}/status`))?.[1];
        megabytes = Math.max(megabytes, Number(kilobytes ?? 0) / 1024);
      }
    }
  }, 10);
  return () => {
    clearInterval(look);
    return megabytes;
  };
}

function filesIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
