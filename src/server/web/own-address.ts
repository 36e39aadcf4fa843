import { services } from './services.ts';

/**
 * Where the person who asks has found the product, to make links that others can follow: the name they typed, since a school's
 * computer has several, with the protocol of the configured address.
 */
export function ownAddress(request: Request): string {
  const configured = new URL(services().config.origin);
  return `${configured.protocol}//${request.headers.get('host') ?? configured.host}`;
}

/** Whether an address is one by which a computer finds itself, and no other computer finds it. */
export function isOnlyHere(address: string): boolean {
  return /^https?:\/\/(?:localhost|127\.|\[::1\])/.test(address);
}
