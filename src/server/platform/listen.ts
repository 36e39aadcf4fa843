import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AppError, type AppErrorCode } from '#core/kernel/app-error.ts';

const CODES: Readonly<Record<string, AppErrorCode>> = {
  EADDRINUSE: 'server.port-taken',
  EACCES: 'server.port-forbidden',
  EADDRNOTAVAIL: 'server.host-unknown',
  ENOTFOUND: 'server.host-unknown',
};

/** @returns the port, also when 0 asked for any @throws AppError `server.port-taken`, `-forbidden` or `server.host-unknown` */
export function listen(server: Server, host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const code = CODES[error.code ?? ''];
      reject(code ? new AppError(code, { host, port }, { cause: error }) : error);
    });
    server.listen({ host, port }, () => resolve((server.address() as AddressInfo).port));
  });
}

/** Lets running requests end, for at most `patience` milliseconds. */
export async function closeServer(server: Server, patience = 5_000): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const limit = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearTimeout(limit);
}
