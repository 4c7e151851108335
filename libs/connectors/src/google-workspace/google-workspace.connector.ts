import { type VendorConnector, defineVendorConnector } from '../contract/vendor-connector.js';
import type { Capability } from '../contract/fact.js';
import { readResource, unreadReceipt } from '../kit/read-resource.js';
import { readApps } from './apps.js';
import { ContactList } from './contact-list.js';
import { accountOf } from './google-account.js';
import { GoogleMemory } from './google-memory.js';
import { googleCapabilities } from './google-rights.js';
import { googleOAuth } from './oauth-facts.js';
import { readPeople } from './people.js';
import { refusals } from './refusals.js';
import { readSharedFiles } from './shared-files.js';
import { googleConditions } from './vendor-conditions.js';
import { verdictOf } from './verdicts.js';
import { googleWays } from './ways-to-connect.js';

/** Google Workspace, and a private Google account as far as it goes. */
export const googleWorkspaceConnector: VendorConnector<Capability> = defineVendorConnector({
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
  // The least of Google's limits that hold for a whole list is Directory's, 2,400 a minute; where People or Sheets take less, they say so, and the guard waits.
  rateLimit: { requests: 40, perMs: 1_000, concurrency: 4 },
  readsByPost: [],
  oauth: googleOAuth,
  ways: googleWays,
  conditions: googleConditions,
  revokeByHand:
    'Google: myaccount.google.com/connections. A service account: the Google Admin console under Security > Access and data control > API controls > Manage Domain Wide Delegation.',
  verdictOf,

  async identify(session) {
    return [(await accountOf(session)).source];
  },

  async *read(session) {
    const { signal } = session;
    const { source, isPersonal } = await accountOf(session);
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
