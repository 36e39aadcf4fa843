import { chmod, chown, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SOCKET_PREFIX } from './orphan.ts';
import type { SystemUser } from './system-user.ts';

/** Where the server listens: a Unix socket in a directory that only its user (and root) may enter, or loopback. */
export interface Door {
  /** For the client: directory of the socket, or "127.0.0.1". */
  host: string;
  port: number;
  /** For the server: its `-c` settings. */
  settings: Record<string, string>;
  close(): Promise<void>;
}

export type DoorKind = 'socket' | 'loopback';

/** Node on Windows cannot open Unix sockets. */
export const DEFAULT_DOOR: DoorKind = process.platform === 'win32' ? 'loopback' : 'socket';

export async function openDoor(kind: DoorKind, user: SystemUser | null): Promise<Door> {
  return kind === 'socket' ? openSocket(user) : openLoopback();
}

async function openSocket(user: SystemUser | null): Promise<Door> {
  // A socket path holds about 100 bytes, so it cannot lie in the data directory; root's TMPDIR may be closed to others.
  const parent = user !== null || tmpdir().length > 60 ? '/tmp' : tmpdir();
  const host = await mkdtemp(join(parent, SOCKET_PREFIX));
  await chmod(host, 0o700);
  if (user) await chown(host, user.uid, user.gid);
  return {
    host,
    port: 5432,
    settings: { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port: '5432' },
    close: () => rm(host, { recursive: true, force: true }),
  };
}

async function openLoopback(): Promise<Door> {
  const port = await freePort();
  const settings = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port) };
  return { host: '127.0.0.1', port, settings, close: async () => undefined };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}
