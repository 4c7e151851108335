import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { Secret } from '#connectors/kit/secret.js';
import { mailchimpConnector as mailchimp } from '#connectors/mailchimp/mailchimp.connector.js';
import type { Connection } from '#scanner/connections/connection.js';
import { Connections } from '#scanner/connections/connections.js';
import { KeyRing } from '#scanner/connections/key-ring.js';
import { loopbackSignIn } from '#scanner/connections/loopback-sign-in.js';
import { realMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { ACCOUNT_ID } from '../vendors/mailchimp/mailchimp-ids.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { browse } from './browser.js';

const ORGANIZATION = 'Sweet Crumb Bakery';
const PORT = 48_771;
const A_YEAR_MS = 365 * 86_400_000;

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
  vendors = await startVendors({ size: 60, speed: 0, vendors: ['mailchimp'] });
  vendors.mailchimp.consent.mode = 'allow';
  dataSource = await openDataSource(folder);
  connections = new Connections(dataSource, new Vault(KeyRing.of(folder, {})), {
    ...realMeans(vendors.environment),
    connectors: [mailchimp],
    now: () => new Date(vendors.clock.now()),
    pause: async (ms) => vendors.clock.advance(ms),
  });
});
afterEach(async () => {
  connections.onModuleDestroy();
  await dataSource.destroy();
  await vendors[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const rights = askedRights(mailchimp);

/** A person signs in with a browser on this computer. */
async function signIn(): Promise<Connection> {
  const { id: clientId, secret } = vendors.mailchimp.client;
  const app = { clientId, clientSecret: new Secret(secret) };
  const listening = await loopbackSignIn({
    title: mailchimp.title,
    signIn: connections.signIn(mailchimp, app),
    rights,
    host: '127.0.0.1',
    port: PORT,
    inBrowser: (address) => connections.means.simulation.url('mailchimp', address),
  });
  try {
    await browse(listening.startAddress);
    const { tokens, account } = await listening.signedIn;
    return await connect({
      way: 'oauth',
      clientId,
      account,
      secrets: { client_secret: app.clientSecret },
      tokens,
    });
  } finally {
    await listening.close();
  }
}

function byKey(key = vendors.mailchimp.key): Promise<Connection> {
  const secrets = { key: new Secret(key) };
  return connect({ way: 'key', clientId: null, account: null, secrets, tokens: null });
}

type Brought = Parameters<Connections['connect']>[0];

function connect(
  login: Pick<Brought, 'way' | 'clientId' | 'account' | 'secrets' | 'tokens'>,
): Promise<Connection> {
  const of = { organization: ORGANIZATION, name: null, connector: mailchimp, subject: null };
  return connections.connect({ ...of, asked: rights.needed, ...login });
}

async function tokenNow(): Promise<string> {
  const [open] = await connections.open(ORGANIZATION);
  return (await open?.credential.token()) ?? '';
}

describe('a login of Mailchimp', () => {
  it('by signing in asks for no right, finds the data centre, and is never renewed', async () => {
    const { account, health } = await signIn();
    expect([account, health.state, rights.needed, rights.optional]).toEqual([ACCOUNT_ID, 'works', [], []]);
    const token = await tokenNow();
    vendors.clock.advance(3 * A_YEAR_MS);
    expect(await tokenNow()).toBe(token);
    expect((await connections.test(ORGANIZATION, 'mailchimp')).health.state).toBe('works');
    // Law 3: what is not a read went to the token endpoint, once.
    const posts = vendors.exchanges.filter(({ method }) => method !== 'GET');
    expect(posts.map((exchange) => exchange.path)).toEqual(['/oauth2/token']);
  });

  it('by key tells whose account it is, and is lost when the key is revoked', async () => {
    const { account, health } = await byKey();
    expect([account, health.state]).toEqual([ACCOUNT_ID, 'works']);
    vendors.addFault({ vendor: 'mailchimp', do: 'revoke' });
    const { health: then } = await connections.test(ORGANIZATION, 'mailchimp');
    expect(then.state).not.toBe('works');
    expect(then.problem?.step).toMatch(/\.$/u);
  });

  it('with a key of another data centre is not taken, and is not stored', async () => {
    const elsewhere = vendors.mailchimp.key.replace(/us6$/u, 'us14');
    await expect(byKey(elsewhere)).rejects.toMatchObject({ actor: 'user' });
    expect(await connections.list(ORGANIZATION)).toEqual([]);
  });

  it('can not be taken back by a program: the person is told where', async () => {
    await signIn();
    const { revocation } = await connections.disconnect(ORGANIZATION, 'mailchimp');
    expect(revocation).toBe('not possible');
    expect(await connections.list(ORGANIZATION)).toEqual([]);
    expect(mailchimp.revokeByHand).toContain('API keys');
  });
});
