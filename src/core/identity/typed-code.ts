/** What somebody types to prove the second step: the six digits on their phone, or one of the recovery codes on paper. */
export type TypedCode = { kind: 'phone' | 'recovery'; code: string };

/** "123 456" and "KH7M3 pt9xa" as they are kept; null for what is neither. */
export function readTypedCode(typed: string): TypedCode | null {
  const bare = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s.–-]/g, '');
  if (/^\d{6}$/.test(bare)) return { kind: 'phone', code: bare };
  if (/^[a-z0-9]{10}$/.test(bare)) return { kind: 'recovery', code: `${bare.slice(0, 5)}-${bare.slice(5)}` };
  return null;
}

/** "GE3T MNRX …": the key of a phone as it is read and typed. */
export function keyText(key: string): string {
  return key.replace(/(.{4})(?=.)/g, '$1 ');
}
