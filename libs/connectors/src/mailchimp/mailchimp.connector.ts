import { ReadRefusedError } from '../contract/error.js';
import type { Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { defineVendorConnector } from '../contract/vendor-connector.js';
import { readResource, unreadReceipt } from '../kit/read-resource.js';
import { Account } from './account.schema.js';
import { OBJECT } from './audience-fields.js';
import { nameAudiences, type NamedAudiences } from './audience-names.js';
import { CONDITIONS } from './conditions.js';
import { type MailchimpApi, MailchimpSdk } from './mailchimp-api.js';
import { OAUTH } from './oauth.js';
import { readApps } from './read-apps.js';
import type { AccountReading } from './account-reading.js';
import { readAudience } from './read-audience.js';
import { readAudiences } from './read-audiences.js';
import { windowOf } from './read-members.js';
import { CAPABILITIES, READS_AND_WRITES } from './sheet.js';
import { NEVER_TOLD, USERS_NOT_TOLD } from './shortfalls.js';
import { verdictOf } from './verdicts.js';
import { WAYS } from './ways.js';

/** Mailchimp: everybody in every audience, and what is connected to the account. It tells no program who can log in. */
export const mailchimpConnector = defineVendorConnector<'fields' | 'records' | 'people' | 'apps'>({
  id: 'mailchimp',
  title: 'Mailchimp',
  hosts: ['login.mailchimp.com'],
  dataCentres: /us\d{1,2}\.api\.mailchimp\.com/u,
  capabilities: CAPABILITIES,
  /** No rate is published, only 10 requests at once for each person: two are left to the person's other programs. */
  rateLimit: { requests: 1_000, perMs: 1_000, concurrency: 8 },
  /** With 8 at once, a reading takes no less than an eighth of its answers one after the other: the bound of the bench. */
  costs: [{ of: 'contacts', requests: 1, per: 1_000 }],
  readsByPost: [],
  oauth: OAUTH,
  ways: WAYS,
  noReadOnlyRight: READS_AND_WRITES,
  conditions: CONDITIONS,
  cannotRead: NEVER_TOLD,
  revokeByHand:
    'In Mailchimp under Account & billing > Extras > API keys: Revoke beside the key; after a sign-in under Integrations > Manage: Disconnect beside Plumbline.',
  verdictOf,
  identify: async ({ vendor, system }) => [await sourceOf(new MailchimpSdk(vendor), system)],
  async *read(session) {
    const reading = await openAccount(session);
    if ('refusal' in reading) {
      yield* nothingRead(session, reading.refusal);
      return;
    }
    const { source } = reading;
    const audiences = await readAudiences(reading.api);
    const names = nameAudiences(audiences.items, session.memory);
    const { named } = names;
    for (const audience of named) yield* readAudience(reading, audience);
    if (audiences.shortfall === null) {
      for (const list of emptyLists(names)) yield* nobodyThere(reading, list);
      session.memory.keep({ lists: names.lists });
    } else {
      yield* unreadMembers(source, audiences.shortfall);
    }
    yield unreadReceipt({ source, capability: 'people' }, USERS_NOT_TOLD);
    yield* readResource(
      { source, capability: 'apps' },
      readApps(reading, { items: named, shortfall: audiences.shortfall }),
      session.signal,
    );
  },
});

async function sourceOf(api: MailchimpApi, system: string): Promise<Source> {
  const asked = { path: '/', query: { fields: ['account_id'] } };
  const { account_id: account } = await api.get(Account, asked);
  return { system, connector: 'mailchimp', account };
}

async function openAccount(session: VendorSession): Promise<AccountReading | { readonly refusal: Refusal }> {
  const api = new MailchimpSdk(session.vendor);
  try {
    return { api, source: await sourceOf(api, session.system), session };
  } catch (error) {
    if (error instanceof ReadRefusedError) return { refusal: error.refusal };
    throw error;
  }
}

/** Lists that hold nobody: of audiences that were deleted; and the one without a name, where no audience has that place. */
function emptyLists({ named, gone }: NamedAudiences): readonly (string | null)[] {
  const hasNameless = [...named.map(({ list }) => list), ...gone].includes(null);
  return hasNameless ? gone : [...gone, null];
}

/** It was looked, and there is nobody. */
function* nobodyThere({ source, session }: AccountReading, list: string | null) {
  const where = {
    kind: 'receipt',
    source,
    object: OBJECT,
    ...(list !== null && { list }),
    read: 0,
    parts: [],
  } as const;
  yield { ...where, capability: 'fields' as const, status: 'complete' as const };
  yield {
    ...where,
    capability: 'records' as const,
    status: 'complete' as const,
    window: windowOf(session),
  };
}

function* unreadMembers(source: Source, refusal: Refusal) {
  yield unreadReceipt({ source, capability: 'fields' as const, object: OBJECT }, refusal);
  yield unreadReceipt({ source, capability: 'records' as const, object: OBJECT }, refusal);
}

/** Nobody knows whose account it is: nothing can be said of it, and that is said of everything. */
function* nothingRead({ system, account = 'unknown' }: VendorSession, refusal: Refusal) {
  const source: Source = { system, connector: 'mailchimp', account };
  yield* unreadMembers(source, refusal);
  yield unreadReceipt({ source, capability: 'people' as const }, USERS_NOT_TOLD);
  yield unreadReceipt({ source, capability: 'apps' as const }, refusal);
}
