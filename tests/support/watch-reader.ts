import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Most megabytes that a process started from here was ever resident with (proc(5), VmHWM), as far as the system tells. */
export function watchReader(): () => number {
  let megabytes = 0;
  const look = setInterval(() => {
    for (const child of startedHere()) {
      const kilobytes = /^VmHWM:\s+(\d+)/m.exec(contentOf(`/proc/${child}/status`))?.[1];
      megabytes = Math.max(megabytes, Number(kilobytes ?? 0) / 1024);
    }
  }, 10);
  return () => {
    clearInterval(look);
    return megabytes;
  };
}

/** Takes the processor away from the processes started from here, for so many milliseconds, as a busy computer does. */
export function holdUpReader(milliseconds: number): void {
  const children = startedHere();
  const signal = (name: NodeJS.Signals) => {
    for (const child of children) if (existsSync(`/proc/${child}`)) process.kill(child, name);
  };
  signal('SIGSTOP');
  setTimeout(() => signal('SIGCONT'), milliseconds);
}

function startedHere(): number[] {
  return filesIn('/proc/self/task').flatMap((task) =>
    contentOf(`/proc/self/task/${task}/children`).split(' ').filter(Boolean).map(Number),
  );
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
