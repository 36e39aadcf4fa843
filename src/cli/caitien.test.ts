import { createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { caitien } from './caitien.ts';
import type { CliIo } from './cli-io.ts';

function listen(locale: CliIo['locale'] = 'vi') {
  const said = { out: '', err: '' };
  const io: CliIo = {
    stdout: { write: (text: string) => (said.out += text) },
    stderr: { write: (text: string) => (said.err += text) },
    locale,
  };
  return { io, said };
}

test('without a command it tells what there is, in the language of the system', async () => {
  const vietnamese = listen();
  expect(await caitien([], vietnamese.io)).toBe(0);
  expect(vietnamese.said.out).toContain('Cách dùng: caitien LỆNH');
  const english = listen('en');
  expect(await caitien(['--help'], english.io)).toBe(0);
  expect(english.said.out).toContain('Usage: caitien COMMAND');
});

test('a command that is not there is a mistake of the command line', async () => {
  const { io, said } = listen();
  expect(await caitien(['reda', 'x.docx'], io)).toBe(2);
  expect(said.err).toContain('"reda"');
  expect(said.out).toBe('');
});

test.each(['read', 'check', 'convert', 'standards', 'serve', 'user', 'backup', 'restore', 'school', 'audit', 'db'])(
  '%s --help shows how to use it',
  async (name) => {
    for (const locale of ['vi', 'en'] as const) {
      const { io, said } = listen(locale);
      expect(await caitien([name, '--help'], io)).toBe(0);
      expect(said.out).toContain(`caitien ${name}`);
      expect(said.err).toBe('');
    }
  },
);

test.each([
  ['read'],
  ['read', '--jsn', 'x.docx'],
  ['serve', '--port', 'abc'],
  ['db', 'drop'],
  ['user', 'remove', 'x'],
  ['standards', 'shwo'],
  ['backup'],
  ['restore', '--force', 'x.zip'],
  ['audit', 'verify', '--scool', 'x'],
  ['audit', 'export'],
  ['school', 'remove', 'x'],
])('%s %s %s is refused with how to use it', async (...args) => {
  const { io, said } = listen();
  expect(await caitien(args.filter(Boolean), io)).toBe(2);
  expect(said.err).toContain('Cách dùng');
});

test('a file that is not there is said plainly', async () => {
  const { io, said } = listen();
  expect(await caitien(['read', 'khong-co.docx'], io)).toBe(1);
  expect(said.err).toContain('khong-co.docx');
});

test('a disk that is full under the database is told in words, not by a program that falls over', async () => {
  const refusal = Buffer.from('SPANIC\0VPANIC\0C53100\0Mcould not write to file: No space left on device\0\0');
  const head = Buffer.from('E\0\0\0\0');
  head.writeInt32BE(refusal.length + 4, 1);
  const server = createServer((socket) => {
    socket.on('error', () => undefined).once('data', () => socket.end(Buffer.concat([head, refusal])));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    vi.unstubAllEnvs();
    server.close();
  });
  const address = server.address() as { port: number };
  vi.stubEnv('DATABASE_URL', `postgres://nobody@127.0.0.1:${address.port}/none`);
  const { io, said } = listen();
  expect(await caitien(['school', 'list'], io)).toBe(1);
  expect(said.err).toContain('đã đầy');
});
