import { createHash } from 'node:crypto';

/** Lower-case hex; of a text, over its UTF-8 bytes. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
