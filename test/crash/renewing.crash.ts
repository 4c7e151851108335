import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { installChokePoints } from '#connectors/kit/guard/choke-points.js';
import { askedRights } from '#connectors/kit/oauth/asked-rights.js';
import { Secret } from '#connectors/kit/secret.js';
import { quickbooksConnector as quickbooks } from '#connectors/quickbooks/quickbooks.connector.js';
import { Connections } from '#scanner/connections/connections.js';
import { KeyRing } from '#scanner/connections/key-ring.js';
import { realMeans } from '#scanner/connections/means.js';
import { Vault } from '#scanner/connections/vault.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { ACCOUNTING_SCOPE, REALM_ID } from '../vendors/quickbooks/quickbooks-ids.js';
import { startVendors, type Vendors } from '../vendors/start-vendors.js';
import { Killable } from './killable.js';
import { Moments, say } from './moments.js';

const ORGANIZATION = 'Sweet Crumb Bakery';
const ROUNDS = 8;
/** A renewal takes a few ms: of every kill in this time, some meet it before the vendor answers and some after. */
const LONGEST_MS = 150;

let folder: string;
let vendors: Vendors;
let takeGuardAway: () => void;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-crash-'));
  vendors = await startVendors({ size: 60, vendors: ['quickbooks'], enforceLimits: false });
  takeGuardAway = installChokePoints();
});
afterEach(async () => {
  takeGuardAway();
  await vendors[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

/** Does something with the login as a process of its own would: nothing is remembered but what is stored. */
async function withLogin<T>(
  use: (connections: Connections, storedRefreshToken: () => Promise<string>) => Promise<T>,
): Promise<T> {
  const dataSource = await openDataSource(folder);
  const vault = new Vault(KeyRing.of(folder, {}));
  const connections = new Connections(dataSource, vault, realMeans(vendors.environment));
  try {
    return await use(connections, async () => {
      const [connection] = await connections.list(ORGANIZATION);
      const key = { organization: ORGANIZATION, id: connection?.id ?? '' };
      const { refresh_token: token } = await vault.open(dataSource.manager, key);
      return token?.reveal() ?? '';
    });
  } finally {
    connections.onModuleDestroy();
    await dataSource.destroy();
  }
}

async function connect(): Promise<void> {
  const { id: clientId, secret } = vendors.quickbooks.client;
  const { refresh } = vendors.quickbooks.grant([ACCOUNTING_SCOPE]);
  await withLogin((connections) =>
    connections.connect({
      organization: ORGANIZATION,
      name: null,
      connector: quickbooks,
      way: 'refresh-token',
      clientId,
      subject: null,
      account: REALM_ID,
      asked: askedRights(quickbooks).needed,
      secrets: { client_secret: new Secret(secret), refresh_token: new Secret(refresh?.text ?? '') },
      tokens: null,
    }),
  );
}

it(`a renewal that is killed loses no login (seed ${Moments.seed})`, async () => {
  await connect();
  const moments = new Moments(3);
  const met = { before: 0, after: 0 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    const child = Killable.script('renewing-process.ts', [folder, ORGANIZATION], vendors.environment);
    await child.says(/renewed/u);
    const moment = moments.within(LONGEST_MS);
    expect(await child.killAfter(moment)).toBe(true);
    const renewals = child.output.split('renewed').length - 1;
    await withLogin(async (connections, storedRefreshToken) => {
      const stored = vendors.quickbooks.tokens.find(await storedRefreshToken());
      // Killed between the vendor's answer and the storing of it, the one before is the newest that anybody has. Intuit
      // takes it for about a day; the simulated one has ended it at once, and is told to be as patient.
      const isAnswerLost = stored?.revoked === true;
      met[isAnswerLost ? 'after' : 'before'] += 1;
      if (stored !== null) stored.revoked = false;
      const what = isAnswerLost ? 'its answer was lost' : 'nothing was lost';
      say(`renewing ${round}: killed after ${moment} ms and ${renewals} renewals, ${what}`);
      const [open] = await connections.open(ORGANIZATION);
      const token = await open?.credential.renewed((await open?.credential.token()) ?? '');
      expect(vendors.quickbooks.tokens.find(token ?? '')).toMatchObject({ kind: 'access', revoked: false });
      const [connection] = await connections.list(ORGANIZATION);
      expect(connection?.health.state).toBe('works');
    });
  }
  expect(met.before + met.after).toBe(ROUNDS);
});
