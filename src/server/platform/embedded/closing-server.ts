import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerProcess } from './server-process.ts';

/** How often `postmaster.pid` is looked at, milliseconds. */
const LOOK = 1_000;
/** Where PostgreSQL writes there how it is; counted from 0 (`LOCK_FILE_LINE_PM_STATUS` in its source). */
const STATUS_LINE = 7;

/**
 * Ends a server that somebody else asked to stop, with `kill` or a shutdown of services: it takes nobody in any more, but waits for
 * everybody to leave, and an app that keeps its connections would be shut out for ever. What is being written is taken back, as after
 * any fast shutdown; nothing that was acknowledged is lost. Where the server cannot be asked for its number nothing is watched.
 * @param onClosing called once, before the server is ended
 * @returns ends the watch
 */
export function endWhenClosing(cluster: string, server: ServerProcess, onClosing: () => void): () => void {
  if (server.pid === 0) return () => undefined;
  let told = false;
  const timer = setInterval(() => {
    void statusOf(cluster, server.pid).then((status) => {
      if (status !== 'stopping' || told) return;
      told = true;
      clearInterval(timer);
      onClosing();
      void server.stop();
    });
  }, LOOK);
  timer.unref();
  return () => clearInterval(timer);
}

async function statusOf(cluster: string, pid: number): Promise<string> {
  const lines = (await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
  return Number(lines[0]) === pid ? (lines[STATUS_LINE] ?? '').trim() : '';
}
