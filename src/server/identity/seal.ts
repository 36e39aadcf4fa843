import { symmetricDecrypt, symmetricEncrypt } from 'better-auth/crypto';

/**
 * Keeps what a stolen database must not tell: encrypted with the secret of the installation, in the form of the sign-in library,
 * which reads the same columns.
 */
export interface Seal {
  close(text: string): Promise<string>;
  /** @throws when it was sealed with another secret */
  open(sealed: string): Promise<string>;
}

export function createSeal(secret: string): Seal {
  return {
    close: (text) => symmetricEncrypt({ key: secret, data: text }),
    open: (sealed) => symmetricDecrypt({ key: secret, data: sealed }),
  };
}
