import { hash, verify } from '@node-rs/argon2';
import type { Secret } from '#connectors/kit/secret.js';

export interface HashingCost {
  /** Kibibytes that one computation takes. */
  readonly memoryCost: number;
  /** How often it goes over them. */
  readonly timeCost: number;
}

/** The second choice of OWASP's Password Storage Cheat Sheet for argon2id, on one thread: about 20 ms and 19 MB each. */
export const USUAL_COST: HashingCost = { memoryCost: 19_456, timeCost: 2 };

/** argon2id; its text form holds salt and cost. The same work is done for somebody who is not there. */
export class PasswordHashes {
  private readonly ofNobody: Promise<string>;

  constructor(private readonly cost: HashingCost) {
    this.ofNobody = hash('nobody', cost);
    this.ofNobody.catch(() => undefined);
  }

  of(password: Secret): Promise<string> {
    return hash(asTyped(password), this.cost);
  }

  /** Whether the password is the one; `stored` null (no such person, or she has none): never, after the same time. */
  async fits(stored: string | null, password: Secret): Promise<boolean> {
    const isRight = await verify(stored ?? (await this.ofNobody), asTyped(password));
    return isRight && stored !== null;
  }
}

/** Keyboards write one letter in several ways. */
function asTyped(password: Secret): string {
  return password.reveal().normalize('NFKC');
}
