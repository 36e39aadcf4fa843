import { randomBytes } from 'node:crypto';
import { isId } from '#server/platform/ids.ts';

/** What the link of an invitation holds. The school is in it, so that whoever opens it is led to one shard at once. */
export interface InvitationToken {
  schoolId: string;
  invitationId: string;
  /** 128 bits by chance, base64url. */
  secret: string;
}

export function newSecret(): string {
  return randomBytes(16).toString('base64url');
}

/** 64 letters that can stand in an address. */
export function tokenText({ schoolId, invitationId, secret }: InvitationToken): string {
  const bytes = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex');
  return Buffer.concat([bytes(schoolId), bytes(invitationId), Buffer.from(secret, 'base64url')]).toString('base64url');
}

/** Null for what was never a token. */
export function readToken(text: string): InvitationToken | null {
  if (!/^[\w-]{64}$/.test(text)) return null;
  const bytes = Buffer.from(text, 'base64url');
  const schoolId = idOf(bytes.subarray(0, 16));
  const invitationId = idOf(bytes.subarray(16, 32));
  if (!isId(schoolId) || !isId(invitationId)) return null;
  return { schoolId, invitationId, secret: bytes.subarray(32).toString('base64url') };
}

function idOf(bytes: Buffer): string {
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
