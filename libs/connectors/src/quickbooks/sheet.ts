import type { CapabilitySheet, ScopeReason } from '../contract/connector.js';

/** The one right that QuickBooks has for its books. There is none that only reads. */
export const ACCOUNTING = 'com.intuit.quickbooks.accounting';

const right = (reason: string): ScopeReason => ({ scope: ACCOUNTING, reason });

/** Law 3: where there is no right that only reads, the owner is told so in one sentence. */
const READS_AND_WRITES = right(
  'there is no narrower one: it could also change your books, and what keeps Plumbline from that is its own guard, which lets nothing but reading through',
);

/** What is read, and the right that it takes. */
export const CAPABILITIES = {
  fields: {
    reads: 'what your books keep of customers and sales, your own custom fields included',
    scopes: [right('to see which custom fields your sales forms have')],
  },
  records: {
    reads:
      'customers, also inactive ones, invoices, sales receipts, payments, credit memos and refunds: which fields are filled, and when a customer last bought',
    scopes: [
      right('to count filled fields, and to find customers kept too long; what is read is not kept'),
      READS_AND_WRITES,
    ],
  },
  payees: {
    reads:
      'whom you paid in the last 13 months, to find software that your policy does not name; everybody else is counted and not kept',
    scopes: [right('to find software that you pay for and your policy does not name')],
  },
  people: {
    reads:
      'nothing: QuickBooks tells no program who can log in. A list that you copy from its page fills this',
    scopes: [],
  },
  apps: {
    reads: 'nothing: QuickBooks tells no program which other apps are connected',
    scopes: [],
  },
} as const satisfies Readonly<Record<string, CapabilitySheet>>;
