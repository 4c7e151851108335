import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { Secret } from '#connectors/kit/secret.js';
import { quickbooksConnector as quickbooks } from '#connectors/quickbooks/quickbooks.connector.js';
import type { Connection } from '#scanner/connections/connection.js';
import { Connections } from '#scanner/connections/connections.js';
import { KeyRing } from '#scanner/connections/key-ring.js';
import { realMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { ACCOUNTING_SCOPE, REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';

const ORGANIZATION = 'Sweet Crumb Bakery';
const REDIRECT = 'https://plumbline.example/callback';
const AN_HOUR_MS = 3_600_000;
const A_DAY_MS = 86_400_000;

let takeGuardAway: () => void;
let folder: string;
let vendors: Vendors;
let dataSource: DataSource;
let connections: Connections;

beforeAll(() => {
  takeGuardAway = installChokePoints();
});
afterAll(() => takeGuardAway());

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-logins-'));
  vendors = await startVendors({ size: 60, speed: 0, vendors: ['quickbooks'] });
  vendors.quickbooks.consent.mode = 'allow';
  dataSource = await openDataSource(folder);
  connections = connectionsOf(dataSource);
});
afterEach(async () => {
  connections.onModuleDestroy();
  await dataSource.destroy();
  await vendors[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** As in a process of its own: nothing is shared but the database. */
function connectionsOf(source: DataSource): Connections {
  return new Connections(source, new Vault(KeyRing.of(folder, {})), {
    ...realMeans(vendors.environment),
    connectors: [quickbooks],
    now: () => new Date(vendors.clock.now()),
    pause: async (ms) => vendors.clock.advance(ms),
  });
}

const rights = askedRights(quickbooks);

/** A person signs in and pastes back where she landed. */
async function pasteBack(): Promise<Connection> {
  const { id: clientId, secret } = vendors.quickbooks.client;
  const app = { clientId, clientSecret: new Secret(secret) };
  const signIn = connections.signIn(quickbooks, app);
  const address = await signIn.begin(REDIRECT, rights, 'here');
  const landed = await fetchInBrowser(connections.means.simulation.url('quickbooks', address));
  const { tokens, account } = await signIn.finish(landed, 'here');
  return connections.connect({
    organization: ORGANIZATION,
    name: null,
    connector: quickbooks,
    way: 'paste-back',
    clientId,
    subject: null,
    account,
    asked: rights.needed,
    secrets: { client_secret: app.clientSecret },
    tokens,
  });
}

/** Where a browser ends up that was sent to the consent page. */
async function fetchInBrowser(address: string): Promise<string> {
  takeGuardAway();
  try {
    const response = await fetch(address, { redirect: 'manual' });
    return response.headers.get('location') ?? '';
  } finally {
    takeGuardAway = installChokePoints();
  }
}

async function byRefreshToken(): Promise<Connection> {
  const { id: clientId, secret } = vendors.quickbooks.client;
  const { refresh } = vendors.quickbooks.grant([ACCOUNTING_SCOPE]);
  return connections.connect({
    organization: ORGANIZATION,
    name: null,
    connector: quickbooks,
    way: 'refresh-token',
    clientId,
    subject: null,
    account: REALM_ID,
    asked: rights.needed,
    secrets: { client_secret: new Secret(secret), refresh_token: new Secret(refresh?.text ?? '') },
    tokens: null,
  });
}

async function tokenNow(of = connections): Promise<string> {
  const [open] = await of.open(ORGANIZATION);
  return (await open?.credential.token()) ?? '';
}

describe('a login of QuickBooks', () => {
  it('asks for the one right it has, and takes the company from where the browser came back to', async () => {
    const { account, health } = await pasteBack();
    expect([account, health.state]).toEqual([REALM_ID, 'works']);
    const posts = vendors.exchanges.filter(({ method }) => method !== 'GET');
    expect(posts.map((exchange) => exchange.path)).toEqual(['/oauth2/v1/tokens/bearer']);
  });

  it('with a token of the playground works at once, and lives on though that token ended at its first use', async () => {
    const { account, health } = await byRefreshToken();
    expect([account, health.state]).toEqual([REALM_ID, 'works']);
    for (let day = 0; day < 5; day += 1) {
      vendors.clock.advance(A_DAY_MS);
      expect(vendors.quickbooks.tokens.find(await tokenNow())?.revoked).toBe(false);
    }
  });

  it('stores the newest refresh token before the access token beside it is used', async () => {
    await pasteBack();
    vendors.clock.advance(2 * AN_HOUR_MS);
    const token = await tokenNow();
    // The process ends here; another one knows only what was stored.
    const another = connectionsOf(dataSource);
    expect(await tokenNow(another)).toBe(token);
    vendors.clock.advance(2 * AN_HOUR_MS);
    expect(await tokenNow(another)).not.toBe(token);
    another.onModuleDestroy();
  });

  it('is renewed once where many ask at the same time, in two processes', async () => {
    await pasteBack();
    vendors.clock.advance(2 * AN_HOUR_MS);
    vendors.clearExchanges();
    const another = connectionsOf(dataSource);
    const tokens = await Promise.all(
      [connections, another, connections, another].map((one) => tokenNow(one)),
    );
    expect(new Set(tokens).size).toBe(1);
    expect(vendors.exchanges.filter(({ path: asked }) => asked.endsWith('/bearer'))).toHaveLength(1);
    another.onModuleDestroy();
  });

  it('that nobody used for too long has to be connected again, and says so', async () => {
    await pasteBack();
    vendors.clock.advance(102 * A_DAY_MS);
    await expect(tokenNow()).rejects.toMatchObject({ step: expect.stringContaining('QuickBooks') });
    expect((await connections.list(ORGANIZATION))[0]?.health.state).toBe('reconnect needed');
  });

  it('tells when it ends for good, once that is nearer than the 100 days', async () => {
    await pasteBack();
    expect((await connections.list(ORGANIZATION))[0]?.loginEndsAt).toBe('2027-03-04T12:00:00.000Z');
    const to = 30 * 86_400;
    vendors.addFault({ vendor: 'quickbooks', do: { setField: 'x_refresh_token_hard_expires_in', to } });
    vendors.clock.advance(2 * AN_HOUR_MS);
    await tokenNow();
    expect((await connections.list(ORGANIZATION))[0]?.loginEndsAt).toBe('2026-12-23T14:00:00.000Z');
  });

  it('is taken back at Intuit when it is disconnected', async () => {
    await pasteBack();
    const token = await tokenNow();
    expect((await connections.disconnect(ORGANIZATION, 'quickbooks')).revocation).toBe('done');
    expect(vendors.quickbooks.tokens.find(token)).toMatchObject({ grant: { revoked: true } });
  });

  it('of a company that has not paid is kept, and says what to do', async () => {
    vendors.quickbooks.setCondition('subscription-ended');
    expect((await pasteBack()).health).toMatchObject({
      state: 'help needed',
      problem: { step: expect.stringContaining('Renew the subscription') },
    });
  });
});
