import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import { ReadRefusedError } from '#connectors/contract/error.js';
import type { Refusal } from '#connectors/contract/refusal.js';
import { Simulation } from '#connectors/kit/guard/simulation.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import { Secret } from '#connectors/kit/secret.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import { openDataSource } from '../storage/data-source.js';
import { Connections } from './connections.js';
import { KeyRing } from './key-ring.js';
import type { ConnectionMeans } from './means.js';
import type { NewConnection } from './new-connection.js';
import { Vault } from './vault.js';

export const ORGANIZATION = 'Sweet Crumb Bakery';
export const BEGIN = new Date('2026-11-23T10:00:00Z');

/** A vendor of one answer, whose account is what the access token says after "of-". */
export class FakeVendor {
  /** Access tokens that are taken. */
  readonly good = new Set<string>();
  /** Refresh token that is taken; null: revoked. */
  refreshToken: string | null = 'refresh-canary-0';
  /** Answers with this instead, so many times. */
  trouble: { readonly status: number; readonly body: unknown; times: number } | null = null;
  refusal: Refusal | null = null;
  lifeSeconds = 1800;
  scope: string | undefined = undefined;
  refreshLifeSeconds: number | undefined = undefined;
  dateHeader: string | undefined = undefined;
  readonly asked: { readonly path: string; readonly form: URLSearchParams }[] = [];
  /** Runs before an answer to a refresh is given. */
  meanwhile: (() => Promise<void>) | null = null;
  private issued = 0;

  constructor(readonly rotates = true) {}

  issue(account = '77'): string {
    this.issued += 1;
    const token = `access-canary-${this.issued}-of-${account}`;
    this.good.add(token);
    return token;
  }

  async answer(address: string, form: URLSearchParams): Promise<Response> {
    this.asked.push({ path: new URL(address).pathname, form });
    const { trouble } = this;
    if (trouble !== null && trouble.times > 0) {
      trouble.times -= 1;
      return Response.json(trouble.body, { status: trouble.status });
    }
    if (address.endsWith('/revoke')) return new Response(null);
    await this.meanwhile?.();
    if (form.get('refresh_token') !== this.refreshToken || this.refreshToken === null)
      return Response.json({ error: 'invalid_grant' }, { status: 400 });
    if (this.rotates) this.refreshToken = `refresh-canary-${this.issued + 1}`;
    return Response.json(
      {
        access_token: this.issue(),
        token_type: 'bearer',
        expires_in: this.lifeSeconds,
        ...(this.rotates && { refresh_token: this.refreshToken }),
        ...(this.scope !== undefined && { scope: this.scope }),
        ...(this.refreshLifeSeconds !== undefined && { refresh_token_expires_in: this.refreshLifeSeconds }),
      },
      this.dateHeader === undefined ? {} : { headers: { date: this.dateHeader } },
    );
  }
}

export function fakeConnector(): AnyVendorConnector {
  return {
    id: 'hubspot',
    title: 'HubSpot',
    capabilities: {
      people: {
        reads: 'who has access',
        scopes: [
          { scope: 'users.read', reason: 'to see who has access' },
          { scope: 'logins.read', reason: 'to see who never logs in', optional: 'last logins are not seen' },
        ],
      },
    },
    rateLimit: { requests: 10, perMs: 1000, concurrency: 2 },
    costs: [],
    hosts: ['api.vendor.example'],
    readsByPost: [],
    oauth: {
      authorizeUrl: 'https://app.vendor.example/authorize',
      tokenUrl: 'https://api.vendor.example/token',
      revokeUrl: 'https://api.vendor.example/revoke',
      clientAuthentication: 'body',
      pkce: true,
      loopbackHost: '127.0.0.1',
      authorizeParameters: {},
      baseScopes: ['oauth'],
      optionalScopesParameter: null,
      accountParameter: null,
      refreshTokenRotates: true,
      refreshTokenDays: null,
    },
    ways: [],
    conditions: [],
    cannotRead: [],
    revokeByHand: 'Settings > Connected apps > Plumbline > Uninstall',
    verdictOf: () => ({ kind: 'fine' }),
    async identify({ vendor }) {
      const { account } = await vendor.read(z.object({ account: z.string() }), async (token) => ({
        status: 200,
        headers: {},
        body: token,
      }));
      return [{ system: 'crm', connector: 'hubspot', account }];
    },
    async *read() {},
  };
}

/** One process on a data directory. */
export interface Opened {
  readonly connections: Connections;
  readonly dataSource: DataSource;
  readonly vault: Vault;
  /** Lets time pass; pauses do it too, and wait for `pausing`. */
  clock: { now: Date; pausing: (() => Promise<void>) | null };
}

/** Data directories of a spec, and the processes on them; `end` closes and removes everything. */
export class Bench {
  private readonly ends: (() => Promise<void>)[] = [];

  async folder(): Promise<string> {
    const folder = await mkdtemp(path.join(tmpdir(), 'plumbline-connections-'));
    this.ends.push(() => rm(folder, { recursive: true }));
    return folder;
  }

  /** `environment`: settings of the process, such as its key or PLUMBLINE_SIMULATE_HUBSPOT. */
  async open(folder: string, vendor: FakeVendor, environment = {}): Promise<Opened> {
    const dataSource = await openDataSource(folder);
    this.ends.push(() => dataSource.destroy());
    const clock: Opened['clock'] = { now: BEGIN, pausing: null };
    const vault = new Vault(KeyRing.of(folder, environment));
    const connections = new Connections(
      dataSource,
      vault,
      fakeMeans(vendor, clock, Simulation.from(environment)),
    );
    return { connections, dataSource, vault, clock };
  }

  async end(): Promise<void> {
    for (const end of this.ends.splice(0).toReversed()) await end();
  }
}

function fakeMeans(vendor: FakeVendor, clock: Opened['clock'], simulation: Simulation): ConnectionMeans {
  return {
    connectors: [fakeConnector()],
    simulation,
    now: () => clock.now,
    pause: async (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
      await clock.pausing?.();
    },
    fetchFor:
      () =>
      (address, { body }) =>
        vendor.answer(address, body instanceof URLSearchParams ? body : new URLSearchParams()),
    accessFor: (_connector, credential) => ({
      vendor: {
        async read(shape) {
          if (vendor.refusal !== null)
            throw new ReadRefusedError({ message: 'refused', refusal: vendor.refusal });
          let token = await credential.token();
          if (!vendor.good.has(token)) token = await credential.renewed(token);
          return shape.parse({ account: token.split('-of-')[1] });
        },
      },
      close: () => undefined,
    }),
    close: () => undefined,
  };
}

export function tokensOf(vendor: FakeVendor, change: Partial<TokenSet> = {}, account = '77'): TokenSet {
  return {
    accessToken: new Secret(vendor.issue(account)),
    refreshToken: vendor.refreshToken === null ? null : new Secret(vendor.refreshToken),
    accessEndsAt: new Date(BEGIN.getTime() + vendor.lifeSeconds * 1000),
    refreshEndsAt: null,
    scopes: ['oauth', 'users.read', 'logins.read'],
    clockAheadMs: null,
    ...change,
  };
}

/** A sign-in that went well, as the command line brings it. */
export function brought(vendor: FakeVendor, change: Partial<NewConnection> = {}): NewConnection {
  return {
    organization: ORGANIZATION,
    name: null,
    connector: fakeConnector(),
    way: 'oauth',
    clientId: 'client-1',
    subject: null,
    account: null,
    asked: ['oauth', 'users.read', 'logins.read'],
    secrets: { client_secret: new Secret('secret-canary') },
    tokens: tokensOf(vendor),
    ...change,
  };
}
