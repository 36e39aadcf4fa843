import { randomUUID } from 'node:crypto';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

let lastMillisecond = 0;
let counter = 0;

/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, a 12-bit counter that keeps ids of one process in order within a
 * millisecond, 62 random bits, which are those of a random UUID: the platform makes these many at a time.
 */
export function newId(now: number = Date.now()): string {
  const random = randomUUID();
  const time = nextTick(now, random).toString(16).padStart(12, '0');
  const count = counter.toString(16).padStart(3, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${count}-${random.slice(19)}`;
}

/** Lower-case UUID of any version. Everything that is put into SQL as a literal passes through here. */
export function isId(text: string): boolean {
  return UUID.test(text);
}

/** Moves the clock part on; a counter that is full, or a clock that was set back, borrows from the next millisecond. */
function nextTick(now: number, random: string): number {
  if (now > lastMillisecond) {
    lastMillisecond = now;
    counter = Number.parseInt(random.slice(0, 3), 16) & 0x7ff;
    return lastMillisecond;
  }
  counter += 1;
  if (counter > 0xfff) {
    counter = 0;
    lastMillisecond += 1;
  }
  return lastMillisecond;
}
