import type { CapabilitySheet } from '../contract/connector.js';

/**
 * What is read. Mailchimp has no rights to ask for, and none that only reads: whoever connects is told so in a sentence
 * (conditions.ts, and each way to connect).
 */
export const CAPABILITIES = {
  fields: {
    reads:
      'the fields, groups and consent texts of every audience, and what Mailchimp itself keeps of each contact: addresses on the internet, place, language, notes',
    scopes: [],
  },
  records: {
    reads:
      'the contacts of every audience, also unsubscribed, bounced and archived ones: which fields are filled, who is mailed, and since when they agreed; what is read is not kept',
    scopes: [],
  },
  people: {
    reads:
      'nothing: Mailchimp tells no program who can log in. A list that you copy from its page fills this',
    scopes: [],
  },
  apps: {
    reads: 'apps and sites that are connected, and the hosts that webhooks send changes of contacts to',
    scopes: [],
  },
} as const satisfies Readonly<Record<string, CapabilitySheet>>;

/** Law 3: where there is no right that only reads, the owner is told so in one sentence. */
export const READS_AND_WRITES =
  'Mailchimp has no right that only reads: a key or sign-in can do whatever the person who made it can, and what keeps Plumbline to reading is its own guard, which lets nothing else through.';
