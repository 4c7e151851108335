import { createHash } from 'node:crypto';
import type { SimulatedBakery } from '../bakery/simulated-bakery.js';
import type { FaultRules } from './fault-rules.js';
import { type Consent, OAuthServer } from './oauth-server.js';
import type { Recorder } from './recorder.js';
import type { SimulatedClock } from './simulated-clock.js';
import type { IssuedTokens } from './simulated-oauth.js';
import type { BuildVendor, SimulatedVendor, VendorId } from './simulated-vendor.js';
import { type OAuthClient, type Token, TokenStore } from './token-store.js';
import { VendorServer } from './vendor-server.js';

/** Who owns the bakery's accounts, and is signed in when somebody is asked for consent. */
const OWNER = 'maria@sweetcrumb.example';

/** One simulated vendor, and everything a test may do to it behind its back. */
export class RunningVendor {
  readonly id: VendorId;
  readonly title: string;
  /** The vendor's real hosts, all of which it answers for. */
  readonly hosts: readonly string[];
  readonly tokens: TokenStore;
  /** How the person before the consent page answers. */
  readonly consent: Consent = { mode: 'page', without: [], user: OWNER };
  /** An app that is registered from the start: any loopback redirect and `https://plumbline.example/…` are its own. */
  readonly client: OAuthClient;
  /** Set when it listens: `http://127.0.0.1:PORT`. */
  origin = '';
  private readonly vendor: SimulatedVendor;
  private readonly server: VendorServer;
  private readonly oauth: OAuthServer;
  private readonly conditions = new Set<string>();
  private firstKey: Token | null = null;

  constructor({
    id,
    build,
    seed,
    bakery,
    clock,
    settings,
    recorder,
    faults,
  }: {
    id: VendorId;
    build: BuildVendor;
    seed: number;
    bakery: SimulatedBakery;
    clock: SimulatedClock;
    settings: { readonly latencyMs: number; readonly enforceLimits: boolean };
    recorder: Recorder;
    faults: FaultRules;
  }) {
    this.id = id;
    this.tokens = new TokenStore(clock, `${seed}/${id}`);
    this.vendor = build({
      bakery,
      clock,
      tokens: this.tokens,
      has: (condition) => this.conditions.has(condition),
      nextUuid: uuidsOf(`${seed}/${id}`),
    });
    this.title = this.vendor.title;
    this.hosts = this.vendor.hosts;
    this.tokens.dress = (kind, random) => this.vendor.oauth.tokenText(kind, random);
    this.client = this.tokens.registerClient({
      id: this.vendor.clientId,
      secret: this.tokens.nextRandom().slice(0, 36),
      name: 'Plumbline',
      redirectUris: ['loopback', 'https://plumbline.example/callback'],
    });
    this.oauth = new OAuthServer(this.vendor, this.tokens, clock, this.consent);
    this.server = new VendorServer({
      vendor: this.vendor,
      tokens: this.tokens,
      oauth: this.oauth,
      faults,
      recorder,
      clock,
      latencyMs: () => settings.latencyMs,
      enforcesLimits: () => settings.enforceLimits,
    });
  }

  /** The start-up setting of Plumbline that points here. */
  get variable(): string {
    return `PLUMBLINE_SIMULATE_${this.id.toUpperCase()}`;
  }

  get hasKeys(): boolean {
    return this.vendor.keyScopes !== null;
  }

  /** A key as made in the vendor's screens, with every scope a key can have; the same one each time. Throws where there are no keys. */
  get key(): string {
    this.firstKey ??= this.issueKey(this.vendor.keyScopes ?? []);
    return this.firstKey.text;
  }

  /** Another key, with these scopes only. */
  issueKey(scopes: readonly string[]): Token {
    if (this.vendor.keyScopes === null) throw new Error(`${this.title} has no keys.`);
    return this.tokens.issue({ kind: 'key', grant: null, user: this.consent.user, scopes, livesMs: null });
  }

  /** Tokens as after a consent, without a browser. `query`: what the authorization request would have said. */
  grant(scopes: readonly string[], query: Readonly<Record<string, string>> = {}): IssuedTokens {
    return this.oauth.grant(this.client, scopes, new URLSearchParams(query));
  }

  /** Another app of this vendor, with redirect addresses of its own. */
  registerClient(client: OAuthClient): OAuthClient {
    return this.tokens.registerClient(client);
  }

  /** Switches a state of the account: see `conditions` of the vendor. Throws for a name that it does not know. */
  setCondition(condition: string, isOn = true): void {
    if (!this.vendor.conditions.includes(condition)) {
      throw new Error(`${this.title} knows no condition ${condition}.`);
    }
    if (isOn) this.conditions.add(condition);
    else this.conditions.delete(condition);
  }

  /** Lets something happen in the account: see `changes` of the vendor. Throws for a name that it does not know. */
  makeHappen(change: string): void {
    const happen = this.vendor.changes?.[change];
    if (happen === undefined) throw new Error(`${this.title} knows no change ${change}.`);
    happen();
  }

  async open(port: number): Promise<void> {
    this.origin = await this.server.listen(port);
  }

  async close(): Promise<void> {
    await this.server.close();
  }
}

/** UUIDs of version 4 in an endless row that depends on the seed only. */
function uuidsOf(seed: string): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = createHash('sha256').update(`${seed}/uuid/${count}`).digest('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
}
