import { randomBytes, timingSafeEqual } from 'node:crypto';
import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { AppError } from '#core/kernel/app-error.ts';

/**
 * The embedded database belongs to one process, so what the command line wants of it while the app runs, the app does. Whoever may
 * read `control.json` in the data directory may ask: the account that the app runs under.
 */
export interface Control {
  close(): Promise<void>;
}

export interface ControlRequest {
  command: string;
  options: Record<string, string>;
}

/** Does what was asked for; what it returns and reports goes over the line as JSON. */
export type ControlHandler = (request: ControlRequest, report: (progress: unknown) => void) => Promise<unknown>;

interface Door {
  path: string;
  token: string;
}

type Line = { progress: unknown } | { result: unknown } | { error: { code: string; details: AppError['details'] } };

const FILE = 'control.json';

/** Listens on a private socket (a named pipe on Windows) and says where in the data directory. */
export async function openControl(dataDirectory: string, handle: ControlHandler): Promise<Control> {
  const door: Door = { path: await freePath(), token: randomBytes(24).toString('hex') };
  const server = createServer((socket) => void answer(socket, door.token, handle));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(door.path, resolve);
  });
  server.unref();
  const file = join(dataDirectory, FILE);
  await writeFile(file, JSON.stringify(door), { mode: 0o600 });
  await chmod(file, 0o600);
  return {
    async close() {
      server.close();
      if ((await readDoor(dataDirectory))?.token === door.token) await rm(file, { force: true });
      if (process.platform !== 'win32') await rm(dirname(door.path), { recursive: true, force: true });
    },
  };
}

/**
 * Asks the app that runs on this data directory.
 * @returns null when none runs
 * @throws AppError what the app answered, or `backup.no-answer` when it ended in between
 */
export async function askRunning(
  dataDirectory: string,
  request: ControlRequest,
  report: (progress: unknown) => void,
): Promise<{ result: unknown } | null> {
  const door = await readDoor(dataDirectory);
  const socket = door && (await connect(door.path));
  if (!door || !socket) return null;
  socket.write(`${JSON.stringify({ token: door.token, ...request })}\n`);
  for await (const text of createInterface({ input: socket })) {
    const line = JSON.parse(text) as Line;
    if ('progress' in line) report(line.progress);
    else if ('result' in line) return line;
    else throw new AppError(line.error.code as AppError['code'], line.error.details);
  }
  throw new AppError('backup.no-answer');
}

async function answer(socket: Socket, token: string, handle: ControlHandler): Promise<void> {
  socket.on('error', () => undefined);
  const say = (line: Line): void => {
    if (socket.writable) socket.write(`${JSON.stringify(line)}\n`);
  };
  for await (const text of createInterface({ input: socket })) {
    try {
      const { token: given, command, options } = JSON.parse(text) as ControlRequest & { token: string };
      if (!isSame(given, token)) return void socket.destroy();
      say({ result: (await handle({ command, options }, (progress) => say({ progress }))) ?? null });
    } catch (error) {
      const { code, details } = error instanceof AppError ? error : new AppError('backup.failed');
      say({ error: { code, details } });
    }
    socket.end();
    return;
  }
}

function isSame(given: unknown, token: string): boolean {
  const [a, b] = [Buffer.from(String(given)), Buffer.from(token)];
  return a.length === b.length && timingSafeEqual(a, b);
}

/** A socket path holds about 100 bytes, so it cannot lie in the data directory. */
async function freePath(): Promise<string> {
  if (process.platform === 'win32') return `\\\\.\\pipe\\caitien-${randomBytes(12).toString('hex')}`;
  const parent = tmpdir().length > 60 ? '/tmp' : tmpdir();
  return join(await mkdtemp(join(parent, 'caitien-control-')), 'control');
}

async function readDoor(dataDirectory: string): Promise<Door | null> {
  try {
    return JSON.parse(await readFile(join(dataDirectory, FILE), 'utf8')) as Door;
  } catch {
    return null;
  }
}

function connect(path: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = createConnection(path);
    socket.once('connect', () => resolve(socket));
    socket.once('error', () => resolve(null));
    socket.on('error', () => undefined);
  });
}
