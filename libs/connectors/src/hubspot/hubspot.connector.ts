import { ReadRefusedError } from '../contract/error.js';
import type { Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { defineVendorConnector } from '../contract/vendor-connector.js';
import { readResource, unreadReceipt } from '../kit/read-resource.js';
import { AccountDetails } from './account.schema.js';
import { CONDITIONS } from './conditions.js';
import { HubspotSdk } from './hubspot-api.js';
import { HubspotMemory } from './log-memory.js';
import { OAUTH } from './oauth.js';
import { COMPANIES, CONTACTS, DEALS, PATHS, READS_BY_POST } from './paths.js';
import { readApps } from './read-apps.js';
import { type AccountReading, readCrmType } from './read-crm-type.js';
import { readPeople } from './read-people.js';
import { recordPage } from './record-page.js';
import { CAPABILITIES, SCOPES } from './sheet.js';
import { NEVER_TOLD } from './shortfalls.js';
import { verdictOf } from './verdicts.js';
import { WAYS } from './ways.js';

/** HubSpot: contacts, companies, deals, who can log in, and what its logs tell of logins and apps. */
export const hubspotConnector = defineVendorConnector<'fields' | 'records' | 'people' | 'apps'>({
  id: 'hubspot',
  title: 'HubSpot',
  hosts: ['api.hubapi.com', 'app.hubspot.com', 'app-eu1.hubspot.com'],
  capabilities: CAPABILITIES,
  /** What a key may ask on the smallest plans: the strictest of HubSpot's limits. */
  rateLimit: { requests: 100, perMs: 10_000, concurrency: 4 },
  costs: [
    { of: 'contacts', requests: 2, per: 100 },
    { of: 'companies', requests: 1, per: 100 },
    { of: 'deals', requests: 1, per: 100 },
  ],
  readsByPost: READS_BY_POST,
  oauth: OAUTH,
  ways: WAYS,
  conditions: CONDITIONS,
  cannotRead: NEVER_TOLD,
  revokeByHand:
    'In HubSpot under Settings > Integrations: Connected apps for a sign-in, Service Keys or Private Apps for a key.',
  recordPage,
  verdictOf,
  identify: async (session) => [await sourceOf(session)],
  async *read(session) {
    const account = await openAccount(session);
    if ('refusal' in account) {
      yield* nothingRead(session, account.refusal);
      return;
    }
    const memory = new HubspotMemory(session.memory);
    for (const type of [CONTACTS, COMPANIES, DEALS]) yield* readCrmType(account, type);
    const { source } = account;
    const { signal } = session;
    yield* readResource({ source, capability: 'people' }, readPeople(account, memory), signal);
    yield* readResource({ source, capability: 'apps' }, readApps(account, memory), signal);
  },
});

async function sourceOf({ system, vendor }: VendorSession): Promise<Source> {
  const asked = { path: PATHS.account, scope: SCOPES.account };
  const { portalId } = await new HubspotSdk(vendor).get(AccountDetails, asked);
  return { system, connector: 'hubspot', account: String(portalId) };
}

async function openAccount(session: VendorSession): Promise<AccountReading | { readonly refusal: Refusal }> {
  try {
    return { api: new HubspotSdk(session.vendor), source: await sourceOf(session), session };
  } catch (error) {
    if (error instanceof ReadRefusedError) return { refusal: error.refusal };
    throw error;
  }
}

/** Nobody knows whose account it is: nothing can be said of it, and that is said of everything. */
function* nothingRead({ system }: VendorSession, refusal: Refusal) {
  const source: Source = { system, connector: 'hubspot', account: 'unknown' };
  for (const { object, isOfPeople } of [CONTACTS, COMPANIES, DEALS]) {
    yield unreadReceipt({ source, capability: 'fields', object }, refusal);
    const records = unreadReceipt({ source, capability: 'records', object }, refusal);
    yield isOfPeople ? records : { ...records, notPeople: true as const };
  }
  yield unreadReceipt({ source, capability: 'people' }, refusal);
  yield unreadReceipt({ source, capability: 'apps' }, refusal);
}
