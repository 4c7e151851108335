import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { googleWorkspaceConnector as google } from '#connectors/google-workspace/google-workspace.connector.js';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { askedRights, missingRights } from '#connectors/kit/oauth/asked-rights.js';
import { Secret } from '#connectors/kit/secret.js';
import type { Connection } from '#scanner/connections/connection.js';
import { Connections } from '#scanner/connections/connections.js';
import { KeyRing } from '#scanner/connections/key-ring.js';
import { loopbackSignIn } from '#scanner/connections/loopback-sign-in.js';
import { realMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { delegate, serviceAccountKeyFile } from '../vendors/google/oauth/service-account.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { browse, type LandedPage } from './browser.js';

const ORGANIZATION = 'Sweet Crumb Bakery';
const PORT = 48_766;
const AUTH = 'https://www.googleapis.com/auth/';
const A_DAY_MS = 86_400_000;

let takeGuardAway: () => void;
let folder: string;
let vendors: Vendors;
let dataSource: DataSource;
let connections: Connections;
let clockAheadMs: number;

beforeAll(() => {
  takeGuardAway = installChokePoints();
});
afterAll(() => takeGuardAway());

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-logins-'));
  vendors = await startVendors({ size: 60, speed: 0, vendors: ['google'] });
  vendors.google.consent.mode = 'allow';
  clockAheadMs = 0;
  dataSource = await openDataSource(folder);
  connections = new Connections(dataSource, new Vault(KeyRing.of(folder, {})), {
    ...realMeans(vendors.environment),
    connectors: [google],
    now: () => new Date(vendors.clock.now() + clockAheadMs),
    pause: async (ms) => vendors.clock.advance(ms),
  });
});
afterEach(async () => {
  connections.onModuleDestroy();
  await dataSource.destroy();
  await vendors[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const rights = askedRights(google);

/** A person signs in with a browser on this computer. */
async function signIn(): Promise<{ connection: Promise<Connection>; page: LandedPage }> {
  const { id: clientId, secret } = vendors.google.client;
  const app = { clientId, clientSecret: new Secret(secret) };
  const listening = await loopbackSignIn({
    title: google.title,
    signIn: connections.signIn(google, app),
    rights,
    host: '127.0.0.1',
    port: PORT,
    inBrowser: (address) => connections.means.simulation.url('google-workspace', address),
  });
  try {
    const page = await browse(listening.startAddress);
    const connection = listening.signedIn.then(async ({ tokens, account }) =>
      connections.connect({
        organization: ORGANIZATION,
        name: null,
        connector: google,
        way: 'oauth',
        clientId,
        subject: null,
        account,
        asked: [...rights.needed, ...rights.optional],
        secrets: { client_secret: app.clientSecret },
        tokens,
      }),
    );
    await connection.catch(() => undefined);
    return { connection, page };
  } finally {
    await listening.close();
  }
}

async function serviceAccount(): Promise<Connection> {
  const key = new Secret(serviceAccountKeyFile());
  const subject = 'maria@sweetcrumb.example';
  const asked = [...rights.needed, ...rights.optional];
  const tokens = await connections.serviceAccountTokens(google, key, subject, asked);
  return connections.connect({
    organization: ORGANIZATION,
    name: null,
    connector: google,
    way: 'service-account',
    clientId: null,
    subject,
    account: null,
    asked,
    secrets: { key },
    tokens,
  });
}

async function tokenNow(): Promise<string> {
  const [open] = await connections.open(ORGANIZATION);
  return (await open?.credential.token()) ?? '';
}

async function health(): Promise<Connection['health'] | undefined> {
  return (await connections.list(ORGANIZATION))[0]?.health;
}

describe('signing in at Google', () => {
  it('connects, is renewed when the hour is over, and is taken back at Google when disconnected', async () => {
    const { connection, page } = await signIn();
    expect(page.body).toContain('Signed in.');
    const { account, granted, health: first } = await connection;
    expect([first.state, account, granted?.toSorted()]).toEqual([
      'works',
      expect.stringMatching(/^C/),
      [...rights.needed, ...rights.optional].toSorted(),
    ]);
    const token = await tokenNow();
    vendors.clock.advance(3_600_000);
    const renewed = await tokenNow();
    expect(renewed).not.toBe(token);
    expect((await connections.disconnect(ORGANIZATION, 'google-workspace')).revocation).toBe('done');
    expect(vendors.google.tokens.find(renewed)).toMatchObject({ grant: { revoked: true } });
    // Law 3: what is not a read went to Google's token endpoints.
    const posts = vendors.exchanges.filter(({ method }) => method !== 'GET');
    expect([...new Set(posts.map((exchange) => exchange.path))].toSorted()).toEqual(['/revoke', '/token']);
  });

  it('with boxes unticked works in part, and says what each missing right costs', async () => {
    vendors.google.consent.without = [`${AUTH}contacts.readonly`, `${AUTH}spreadsheets.readonly`];
    const { connection } = await signIn();
    const { granted, health: first } = await connection;
    expect(first.state).toBe('works');
    expect(missingRights(google, granted)).toMatchObject([
      { scope: `${AUTH}contacts.readonly`, costs: [expect.stringContaining('address book')] },
      { scope: `${AUTH}spreadsheets.readonly`, costs: [expect.stringContaining('name of a file')] },
    ]);
  });

  it('that is denied connects nothing, and says so in the browser and here', async () => {
    vendors.google.consent.mode = 'deny';
    const { connection, page } = await signIn();
    await expect(connection).rejects.toMatchObject({ problem: 'consent-denied' });
    expect(page.body).toContain('Access was not allowed');
    expect(await connections.list(ORGANIZATION)).toEqual([]);
  });

  it('where an interface is not switched on keeps the login and names the step', async () => {
    for (const api of ['admin', 'drive', 'people', 'sheets'])
      vendors.google.setCondition(`${api}-api-not-enabled`);
    const { connection } = await signIn();
    expect((await connection).health).toMatchObject({
      state: 'help needed',
      problem: { step: expect.stringMatching(/enable|switch on/i) },
    });
    expect(await tokenNow()).not.toBe('');
  });

  it('of an app at "Testing" is told to last a week, and why it ended', async () => {
    vendors.google.setCondition('testing');
    const { connection } = await signIn();
    expect((await connection).health).toMatchObject({
      state: 'works',
      notices: [{ message: expect.stringContaining('a week') }],
    });
    vendors.clock.advance(7 * A_DAY_MS);
    await expect(tokenNow()).rejects.toMatchObject({ problem: 'ended-in-testing' });
    expect(await health()).toMatchObject({ state: 'reconnect needed' });
  });

  it('with a clock five minutes off works, and says that the clock is wrong', async () => {
    clockAheadMs = -300_000;
    const { connection } = await signIn();
    expect((await connection).health).toMatchObject({
      state: 'works',
      notices: [{ message: 'The clock of this computer is 5 minutes behind.' }],
    });
  });
});

describe('a service account', () => {
  it('connects, and asks for no more than what was delegated', async () => {
    const all = [...rights.needed, ...rights.optional];
    delegate(
      vendors.google.tokens,
      all.filter((scope) => !scope.endsWith('contacts.readonly')),
    );
    const connection = await serviceAccount();
    expect(connection.health.state).toBe('works');
    expect(missingRights(google, connection.granted).map(({ scope }) => scope)).toEqual([
      `${AUTH}contacts.readonly`,
    ]);
    vendors.clock.advance(3_600_000);
    expect(await tokenNow()).not.toBe('');
  });

  it('without delegation says where it is entered', async () => {
    vendors.google.setCondition('not-delegated');
    await expect(serviceAccount()).rejects.toMatchObject({
      problem: 'delegation-missing',
      step: expect.stringContaining('Domain-wide delegation'),
    });
  });

  it('is not lost to a clock that is wrong', async () => {
    await serviceAccount();
    vendors.clock.advance(3_600_000);
    clockAheadMs = 301_000;
    await expect(tokenNow()).rejects.toMatchObject({ problem: 'clock-wrong' });
    expect(await health()).toMatchObject({ state: 'help needed' });
    clockAheadMs = 0;
    expect(await tokenNow()).not.toBe('');
    expect(await health()).toMatchObject({ state: 'works', problem: null });
  });
});
