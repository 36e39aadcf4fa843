import { randomFillSync } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let lastMillisecond = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order within a
 * millisecond, 62 random bits.
 */
export function newId(now: number = Date.now()): string {
  const bytes = randomFillSync(new Uint8Array(16));
  const millisecond = nextTick(now, bytes);
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(millisecond / 2 ** (8 * (5 - index))) % 256;
  bytes[6] = 0x70 | (counter >> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
  return format(bytes);
}

/** Lower-case UUID of any version. Everything that is put into SQL as a literal passes through here. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Moves the clock part on; a counter that is full, or a clock that was set back, borrows from the next millisecond. */
function nextTick(now: number, random: Uint8Array): number {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = (((random[6] ?? 0) << 8) | (random[7] ?? 0)) & 0x7ff;
    return lastMillisecond;
  }
  counter += 1;
  if (counter > 0xfff) {
    counter = 0;
    lastMillisecond += 1;
  }
  return lastMillisecond;
}

function format(bytes: Uint8Array): string {
  const hex = Buffer.from(bytes).toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
