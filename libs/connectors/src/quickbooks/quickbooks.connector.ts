import { ReadRefusedError } from '../contract/error.js';
import type { Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { defineVendorConnector } from '../contract/vendor-connector.js';
import { readResource, unreadReceipt } from '../kit/read-resource.js';
import { CONDITIONS, NO_READ_ONLY_RIGHT } from './conditions.js';
import { OAUTH } from './oauth.js';
import { API_HOST, QuickbooksApi } from './quickbooks-api.js';
import { type BooksReading, readCustomers } from './read-customers.js';
import { readPayees } from './read-payees.js';
import { readSales } from './read-sales.js';
import { CAPABILITIES } from './sheet.js';
import { APPS_NOT_TOLD, NEVER_TOLD, NO_COMPANY, refusedError, USERS_NOT_TOLD } from './shortfalls.js';
import { TopCustomers } from './top-customers.js';
import { verdictOf } from './verdicts.js';
import { WAYS } from './ways.js';

/** QuickBooks Online: customers, sales, and whom the business pays. It tells no program who can log in, or which apps are connected. */
export const quickbooksConnector = defineVendorConnector<'fields' | 'records' | 'payees' | 'people' | 'apps'>(
  {
    id: 'quickbooks',
    title: 'QuickBooks',
    hosts: [API_HOST, 'appcenter.intuit.com', 'oauth.platform.intuit.com', 'developer.api.intuit.com'],
    capabilities: CAPABILITIES,
    /** Of Intuit's 500 a minute some are left to the other apps of the company; 10 a second are for each app. */
    rateLimit: {
      requests: 480,
      perMs: 60_000,
      burst: { requests: 10, perMs: 1_000 },
      concurrency: 6,
    },
    costs: [
      { of: 'customers', requests: 1, per: 999 },
      { of: 'invoices, receipts, credits, refunds and payments', requests: 1, per: 999 },
      { of: 'bills and purchases of the last 13 months', requests: 1, per: 999 },
    ],
    // Queries are short enough for an address.
    readsByPost: [],
    oauth: OAUTH,
    ways: WAYS,
    noReadOnlyRight: NO_READ_ONLY_RIGHT,
    conditions: CONDITIONS,
    cannotRead: NEVER_TOLD,
    revokeByHand:
      'In QuickBooks under Apps > My apps: Disconnect beside the app that you made for Plumbline.',
    verdictOf,
    identify: async (session) => [await sourceOf(session)],
    async *read(session) {
      const books = await openBooks(session);
      if ('refusal' in books) {
        yield* nothingRead(session, books.refusal);
        return;
      }
      yield* readCustomers(books);
      yield* readSales(books);
      const { source } = books;
      yield* readResource({ source, capability: 'payees' }, readPayees(books), session.signal);
      yield* neverTold(source);
    },
  },
);

async function sourceOf({ system, vendor, account }: VendorSession): Promise<Source> {
  if (account === undefined || account === '') throw refusedError(NO_COMPANY);
  await new QuickbooksApi(vendor, account).company();
  return { system, connector: 'quickbooks', account };
}

async function openBooks(session: VendorSession): Promise<BooksReading | { readonly refusal: Refusal }> {
  try {
    const source = await sourceOf(session);
    const api = new QuickbooksApi(session.vendor, source.account);
    return { api, source, session, tops: new TopCustomers() };
  } catch (error) {
    if (error instanceof ReadRefusedError) return { refusal: error.refusal };
    throw error;
  }
}

function* neverTold(source: Source) {
  yield unreadReceipt({ source, capability: 'people' as const }, USERS_NOT_TOLD);
  yield unreadReceipt({ source, capability: 'apps' as const }, APPS_NOT_TOLD);
}

/** The company can not be read at all: that is said of everything. */
function* nothingRead({ system, account = 'unknown' }: VendorSession, refusal: Refusal) {
  const source: Source = { system, connector: 'quickbooks', account };
  for (const object of ['customer', 'sale']) {
    yield unreadReceipt({ source, capability: 'fields' as const, object }, refusal);
    yield unreadReceipt({ source, capability: 'records' as const, object }, refusal);
  }
  yield unreadReceipt({ source, capability: 'payees' as const }, refusal);
  yield* neverTold(source);
}
