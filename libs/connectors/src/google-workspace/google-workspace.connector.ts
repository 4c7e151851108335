import { ReadRefusedError } from '../contract/error.js';
import type { Source } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { defineVendorConnector, type VendorConnector } from '../contract/vendor-connector.js';
import { readResource, unreadReceipt } from '../kit/read-resource.js';
import { readApps } from './apps.js';
import { ContactList } from './contact-list.js';
import { accountOf, type GoogleAccount } from './google-account.js';
import { GoogleMemory } from './google-memory.js';
import { googleCapabilities, type GoogleCapability } from './google-rights.js';
import { googleOAuth } from './oauth-facts.js';
import { googlePartLimits } from './part-limits.js';
import { readPeople } from './people.js';
import { neverTold, refusals } from './refusals.js';
import { readSharedFiles } from './shared-files.js';
import { googleConditions } from './vendor-conditions.js';
import { verdictOf } from './verdicts.js';
import { googleWays } from './ways-to-connect.js';

/** Google Workspace, and a private Google account as far as it goes. */
export const googleWorkspaceConnector: VendorConnector<GoogleCapability> = defineVendorConnector({
  id: 'google-workspace',
  title: 'Google Workspace',
  capabilities: googleCapabilities,
  hosts: [
    'accounts.google.com',
    'oauth2.googleapis.com',
    'admin.googleapis.com',
    'www.googleapis.com',
    'people.googleapis.com',
    'sheets.googleapis.com',
  ],
  // The least of Google's limits that hold for a whole list is Directory's, 2,400 a minute; People and Sheets take less.
  rateLimit: { requests: 40, perMs: 1_000, concurrency: 4 },
  partLimits: googlePartLimits,
  costs: [
    { of: 'contacts of the person who connects', requests: 2, per: 1_000, part: 'people' },
    { of: 'spreadsheets', requests: 1, per: 500 },
    { of: 'Google spreadsheets that outsiders can open', requests: 2, per: 1, part: 'sheets' },
    { of: 'people who can log in', requests: 1, per: 500 },
  ],
  readsByPost: [],
  oauth: googleOAuth,
  ways: googleWays,
  conditions: googleConditions,
  cannotRead: neverTold,
  revokeByHand:
    'Google: myaccount.google.com/connections. A service account: the Google Admin console under Security > Access and data control > API controls > Manage Domain Wide Delegation.',
  verdictOf,

  async identify(session) {
    return [(await accountOf(session)).source];
  },

  async *read(session) {
    const { signal } = session;
    const account = await knownAccount(session);
    if ('refusal' in account) {
      yield* allUnread(account.source, account.refusal);
      return;
    }
    const { source, isPersonal } = account;
    const memory = new GoogleMemory(session.memory);
    const contacts = new ContactList(session, source);

    yield* readResource({ source, capability: 'fields', object: 'contact' }, contacts.fields(), signal);
    yield* readResource({ source, capability: 'records', object: 'contact' }, contacts.records(), signal);
    yield* readResource({ source, capability: 'files' }, readSharedFiles(session, source, memory), signal);
    if (isPersonal) {
      yield unreadReceipt({ source, capability: 'people' }, refusals.personalAccount);
      yield unreadReceipt({ source, capability: 'apps' }, refusals.personalAccount);
    } else {
      yield* readResource({ source, capability: 'people' }, readPeople(session, source), signal);
      yield* readResource({ source, capability: 'apps' }, readApps(session, source, memory), signal);
    }
    memory.keep();
  },
});

/** The account, or why Google does not tell whose it is. */
async function knownAccount(
  session: VendorSession,
): Promise<GoogleAccount | { readonly source: Source; readonly refusal: Refusal }> {
  try {
    return await accountOf(session);
  } catch (error) {
    if (!(error instanceof ReadRefusedError)) throw error;
    const { system, account = 'unknown' } = session;
    return { source: { system, connector: 'google-workspace', account }, refusal: error.refusal };
  }
}

function* allUnread(
  source: Source,
  refusal: Refusal,
): Generator<Receipt & { readonly capability: GoogleCapability }> {
  for (const capability of ['fields', 'records', 'people', 'apps', 'files'] as const) {
    const object = capability === 'fields' || capability === 'records' ? { object: 'contact' } : {};
    yield unreadReceipt({ source, capability, ...object }, refusal);
  }
}
