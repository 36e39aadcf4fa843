import { randomInt, scrypt } from 'node:crypto';
import { CARD_CODE_DIGITS } from '#core/identity/card-code.ts';

const COST = { N: 16_384, r: 8, p: 1 } as const;

export function newCardCode(): string {
  return Array.from({ length: CARD_CODE_DIGITS }, () => randomInt(10)).join('');
}

/**
 * Slow on purpose, so that whoever steals the database cannot try out all codes; without a salt of its own, so that a code finds its
 * card: codes are random, no two cards share one. Hex.
 */
export function hashCardCode(code: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, 'caitien sign-in card', 32, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString('hex'));
    });
  });
}
