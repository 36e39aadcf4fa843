import { spawn } from 'node:child_process';
import { ROOT } from './root.mjs';

/**
 * Runs a program in the repository, its output shown, signals passed on. Resolves with its exit code, 1 when a signal ended it.
 * `-1` means that there is no such program.
 */
export function run(command, args, options = {}) {
  const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', ...options });
  // In a terminal the child gets Ctrl-C by itself; this process only has to outlive it.
  const passOn = (signal) => void child.kill(signal);
  const outlive = () => undefined;
  const listeners = { SIGTERM: passOn, SIGHUP: passOn, SIGINT: process.stdin.isTTY ? outlive : passOn };
  for (const [signal, listener] of Object.entries(listeners)) process.on(signal, listener);
  return new Promise((resolve) => {
    const end = (code) => {
      for (const [signal, listener] of Object.entries(listeners)) process.off(signal, listener);
      resolve(code);
    };
    child.once('error', () => end(-1));
    child.once('exit', (code) => end(code ?? 1));
  });
}
