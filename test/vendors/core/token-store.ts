import { createHash } from 'node:crypto';
import type { SimulatedClock } from './simulated-clock.js';

/** An app that a person registered at the vendor. */
export interface OAuthClient {
  readonly id: string;
  readonly secret: string;
  readonly name: string;
  /** Exact addresses; `loopback` stands for any port and path of this machine. */
  readonly redirectUris: readonly string[];
}

/** What a person agreed to, once. */
export interface Grant {
  readonly id: string;
  readonly client: OAuthClient;
  /** Whose account; an e-mail address. */
  readonly user: string;
  /** Shrinks when a person or an admin takes scopes back. */
  scopes: readonly string[];
  /** What the authorization request said beside the standard. */
  readonly query: URLSearchParams;
  revoked: boolean;
}

/** An access or refresh token, or a key made in the vendor's screens. */
export interface Token {
  readonly text: string;
  readonly kind: 'access' | 'refresh' | 'key';
  /** Null for keys. */
  readonly grant: Grant | null;
  readonly user: string;
  scopes: readonly string[];
  /** Simulated instant; null: never. */
  expiresAt: number | null;
  revoked: boolean;
}

/** All tokens of one vendor. Texts depend on the seed only, so that runs can be compared. */
export class TokenStore {
  private readonly clock: SimulatedClock;
  private readonly seed: string;
  private readonly byText = new Map<string, Token>();
  private readonly clients = new Map<string, OAuthClient>();
  private counter = 0;
  /** How a vendor dresses the random part. */
  dress: (kind: Token['kind'], random: string) => string = (_, random) => random;

  constructor(clock: SimulatedClock, seed: string) {
    this.clock = clock;
    this.seed = seed;
  }

  registerClient(client: OAuthClient): OAuthClient {
    this.clients.set(client.id, client);
    return client;
  }

  client(id: string): OAuthClient | null {
    return this.clients.get(id) ?? null;
  }

  issue(token: {
    kind: Token['kind'];
    grant: Grant | null;
    user: string;
    scopes: readonly string[];
    /** Null: it never expires. */
    livesMs: number | null;
  }): Token {
    const { livesMs, ...rest } = token;
    const issued: Token = {
      ...rest,
      text: this.dress(token.kind, this.nextRandom()),
      expiresAt: livesMs === null ? null : this.clock.now() + livesMs,
      revoked: false,
    };
    this.byText.set(issued.text, issued);
    return issued;
  }

  find(text: string | null): Token | null {
    return text === null ? null : (this.byText.get(text) ?? null);
  }

  isGood(token: Token): boolean {
    return !this.isRevoked(token) && !this.isExpired(token);
  }

  isRevoked(token: Token): boolean {
    return token.revoked || token.grant?.revoked === true;
  }

  isExpired(token: Token): boolean {
    return token.expiresAt !== null && this.clock.now() >= token.expiresAt;
  }

  /** From now on the token, its grant and all that comes from it are without that scope. */
  takeScope(token: Token, scope: string): void {
    const without = (scopes: readonly string[]): readonly string[] => scopes.filter((one) => one !== scope);
    if (token.grant !== null) token.grant.scopes = without(token.grant.scopes);
    for (const one of this.byText.values()) {
      if (one === token || (token.grant !== null && one.grant === token.grant))
        one.scopes = without(one.scopes);
    }
  }

  all(): readonly Token[] {
    return [...this.byText.values()];
  }

  /** 64 hexadecimal digits, the next in the row of this seed. */
  nextRandom(): string {
    this.counter += 1;
    return createHash('sha256').update(`${this.seed}/${this.counter}`).digest('hex');
  }
}
