import { inVietnam } from '#core/kernel/vietnam-time.ts';

/**
 * The bytes of a ZIP archive as we write it (APPNOTE 6.3.10, with ZIP64 where something is too large). Everything that stands in a
 * header follows from an `ArchiveEntry`, so that a reader can write the header anew and compare: no flipped bit goes unseen.
 */
export interface ArchiveEntry {
  /** Path with "/", UTF-8. */
  name: string;
  method: typeof STORED | typeof DEFLATED;
  /** CRC-32 of the unpacked bytes. */
  crc: number;
  packed: number;
  size: number;
  /** Where its local header begins. */
  offset: number;
  /** Date and time of DOS, 32 bits. */
  stamp: number;
  /** Its sizes have 64 bits. */
  large: boolean;
}

export const STORED = 0;
export const DEFLATED = 8;
/** What 32 bits hold; the value itself says "see the 64 bits". */
export const LARGE = 0xffff_ffff;
const MANY = 0xffff;

export const SIGNATURE = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const LOCATOR = 0x07064b50;
export const LENGTH = { local: 30, central: 46, end: 22, end64: 56, locator: 20 };

const UTF8 = 0x0800;
const UNIX = 3 << 8;
/** A plain file that only its owner reads. */
const ATTRIBUTES = 0o100600 * 0x10000;
const EXTRA64 = 1;

export function localHeader(entry: ArchiveEntry): Buffer {
  const name = Buffer.from(entry.name);
  const extra = entry.large ? extra64([entry.size, entry.packed]) : Buffer.alloc(0);
  const header = Buffer.alloc(LENGTH.local);
  header.writeUInt32LE(SIGNATURE.local, 0);
  header.writeUInt16LE(versionOf(entry.large), 4);
  writeCommon(header, 6, entry, entry.large);
  header.writeUInt16LE(name.length, 26);
  header.writeUInt16LE(extra.length, 28);
  return Buffer.concat([header, name, extra]);
}

export function centralHeader(entry: ArchiveEntry): Buffer {
  const name = Buffer.from(entry.name);
  const far = entry.offset >= LARGE;
  const sizes = entry.large ? [entry.size, entry.packed] : [];
  const extra = entry.large || far ? extra64([...sizes, ...(far ? [entry.offset] : [])]) : Buffer.alloc(0);
  const header = Buffer.alloc(LENGTH.central);
  header.writeUInt32LE(SIGNATURE.central, 0);
  header.writeUInt16LE(UNIX | 45, 4);
  header.writeUInt16LE(versionOf(entry.large), 6);
  writeCommon(header, 8, entry, entry.large);
  header.writeUInt16LE(name.length, 28);
  header.writeUInt16LE(extra.length, 30);
  header.writeUInt32LE(ATTRIBUTES, 38);
  header.writeUInt32LE(far ? LARGE : entry.offset, 42);
  return Buffer.concat([header, name, extra]);
}

/** What ends an archive of `count` entries whose directory of `size` bytes begins at `offset`. */
export function endRecords(count: number, size: number, offset: number): Buffer {
  const end = Buffer.alloc(LENGTH.end);
  end.writeUInt32LE(SIGNATURE.end, 0);
  end.writeUInt16LE(Math.min(count, MANY), 8);
  end.writeUInt16LE(Math.min(count, MANY), 10);
  end.writeUInt32LE(Math.min(size, LARGE), 12);
  end.writeUInt32LE(Math.min(offset, LARGE), 16);
  if (count < MANY && size < LARGE && offset < LARGE) return end;
  const end64 = Buffer.alloc(LENGTH.end64 + LENGTH.locator);
  end64.writeUInt32LE(SIGNATURE.end64, 0);
  end64.writeBigUInt64LE(BigInt(LENGTH.end64 - 12), 4);
  end64.writeUInt16LE(UNIX | 45, 12);
  end64.writeUInt16LE(45, 14);
  for (const [at, value] of [count, count, size, offset].entries()) end64.writeBigUInt64LE(BigInt(value), 24 + at * 8);
  end64.writeUInt32LE(LOCATOR, LENGTH.end64);
  end64.writeBigUInt64LE(BigInt(offset + size), LENGTH.end64 + 8);
  end64.writeUInt32LE(1, LENGTH.end64 + 16);
  return Buffer.concat([end64, end]);
}

/** An entry of the directory at the start of `bytes`, and how long it is; null when there is none. */
export function readCentral(bytes: Buffer): { entry: ArchiveEntry; length: number } | null {
  if (bytes.length < LENGTH.central || bytes.readUInt32LE(0) !== SIGNATURE.central) return null;
  const [nameLength, extraLength] = [bytes.readUInt16LE(28), bytes.readUInt16LE(30)];
  const length = LENGTH.central + nameLength + extraLength;
  if (bytes.length < length) return null;
  const method = bytes.readUInt16LE(10);
  if (method !== STORED && method !== DEFLATED) return null;
  const large = bytes.readUInt16LE(6) === versionOf(true);
  const far = bytes.readUInt32LE(42) === LARGE;
  const extra = bytes.subarray(length - extraLength, length);
  if (extraLength < (large || far ? 4 : 0) + (large ? 16 : 0) + (far ? 8 : 0)) return null;
  const wide = (index: number) => Number(extra.readBigUInt64LE(4 + index * 8));
  const entry: ArchiveEntry = {
    name: bytes.toString('utf8', LENGTH.central, LENGTH.central + nameLength),
    method,
    stamp: bytes.readUInt32LE(12),
    crc: bytes.readUInt32LE(16),
    packed: large ? wide(1) : bytes.readUInt32LE(20),
    size: large ? wide(0) : bytes.readUInt32LE(24),
    offset: far ? wide(large ? 2 : 0) : bytes.readUInt32LE(42),
    large,
  };
  return { entry, length };
}

/** Two seconds are the finest that DOS knows; hours of the clock in Viet Nam, since the format has no time zone. */
export function dosStamp(at: Date): number {
  const local = inVietnam(at);
  const date = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate();
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

function versionOf(large: boolean): number {
  return large ? 45 : 20;
}

/** Flags, method, time, CRC and sizes: the same in both headers. */
function writeCommon(header: Buffer, at: number, entry: ArchiveEntry, large: boolean): void {
  header.writeUInt16LE(UTF8, at);
  header.writeUInt16LE(entry.method, at + 2);
  header.writeUInt32LE(entry.stamp, at + 4);
  header.writeUInt32LE(entry.crc, at + 8);
  header.writeUInt32LE(large ? LARGE : entry.packed, at + 12);
  header.writeUInt32LE(large ? LARGE : entry.size, at + 16);
}

function extra64(values: readonly number[]): Buffer {
  const extra = Buffer.alloc(4 + values.length * 8);
  extra.writeUInt16LE(EXTRA64, 0);
  extra.writeUInt16LE(values.length * 8, 2);
  for (const [index, value] of values.entries()) extra.writeBigUInt64LE(BigInt(value), 4 + index * 8);
  return extra;
}
