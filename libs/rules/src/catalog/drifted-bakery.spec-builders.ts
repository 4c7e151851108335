import { type Inventory, type SystemInventory, UNCLAIMED } from '../engine/inventory.js';
import type { Measures } from '../engine/measures.js';
import type { RuleInput } from '../engine/rule.js';
import type { Policy } from '../policy/policy.js';
import {
  aField,
  anApp,
  aNotesColumn,
  anOffice,
  aPerson,
  aPolicy,
  aSystem,
  aVendor,
  declared,
  inventoryOf,
  systemsOf,
} from './inventory.spec-builders.js';
import { aRetentionMeasure, measuresOf, months, tally } from './measured.spec-builders.js';

/** One small business in which every rule has something to say: for tests about all rules at once. */
export const driftedBakery: RuleInput = {
  policy: policyOfBakery(),
  inventory: drifted(),
  baseline: approved(),
};

function policyOfBakery(): Policy {
  const everyYear = { years: 0, months: 12, weeks: 0, days: 0 };
  return aPolicy({
    people: [
      { email: 'maria@x.example', also: ['maria c.'], roles: ['owner'], since: null },
      { email: 'tom@x.example', also: [], roles: ['sales'], since: null },
    ],
    access: [
      { role: 'owner', systems: new Map([['crm', 'admin']]) },
      {
        role: 'sales',
        systems: new Map([
          ['crm', 'viewer'],
          ['office', 'member'],
        ]),
      },
    ],
    systems: systemsOf({
      crm: { connector: 'hubspot', purposes: ['orders'] },
      newsletter: { connector: 'mailchimp', purposes: ['news'] },
      office: { connector: 'google-workspace' },
    }),
    data: [
      declared('user.contact.email', ['crm', 'newsletter'], { purposes: ['orders', 'news'] }),
      declared('user.contact.phone_number', ['crm', 'newsletter'], { purposes: ['orders'] }),
      declared('user.contact.address', ['newsletter']),
    ],
    apps: [
      { name: 'Pigeon', clientId: null, vendor: 'Zapier', systems: [], scopes: ['calendar'] },
      { name: 'Sync', clientId: null, vendor: 'Zapier', systems: [], scopes: ['drive.readonly'] },
    ],
    vendors: [
      aVendor('Intuit', { vetted: '2025-01-01', vetEvery: everyYear, answers: { trains_shared_ai: null } }),
      aVendor('Zapier', { dpa: null }),
    ],
    retention: [{ subjects: 'customers', keep: months(24), after: 'last_purchase', longer: [] }],
    consent: [
      { purpose: 'news', systems: ['newsletter'], requires: 'opt_in_timestamp', evidence: new Map() },
    ],
    reviewed: '2025-01-01',
    reviewEvery: everyYear,
    audit: { every: everyYear, last: '2025-01-01' },
    training: { every: everyYear, sessions: [] },
  });
}

function drifted(): Inventory {
  return { ...found(), measures: measured() };
}

/** Of the customers of two systems: some kept too long, some of no age, some deleted or opted out elsewhere. */
function measured(): Measures {
  const reading = { judgedAsOf: '2026-11-21', coveredFrom: null, reasons: [] };
  const retention = [aRetentionMeasure({ overdue: tally(3, ['7', '9']), undated: tally(2, ['8']) })];
  const deletions = {
    held: 90,
    unjudged: 0,
    requested: tally(1, ['4']),
    deletedElsewhere: tally(2, ['5']),
    deletedIn: ['crm'],
  };
  const news = {
    object: 'member',
    list: 'news',
    marketed: 70,
    missing: [{ requires: 'opt_in_timestamp' as const, evidence: null, tally: tally(6, ['1']) }],
    conflicts: tally(1, ['2']),
    optedOutIn: ['crm'],
  };
  return {
    triggers: { last_purchase: reading, last_activity: reading },
    systems: [
      measuresOf('crm', { retention }),
      measuresOf('newsletter', { retention, deletions, consent: [news, { ...news, list: 'vip' }] }),
    ],
    erasureRequests: 1,
    optOutsUnread: [],
  };
}

function found(): Inventory {
  const member = { object: 'member', list: 'news' };
  return inventoryOf(
    aSystem({
      fields: [
        aField('email', 'user.contact.email'),
        aField('second phone', 'user.contact.phone_number', { filled: 1 }),
        aField('work email', 'user.contact.email'),
        aField('street', 'user.contact.address.street', { custom: false }),
        aField('city', 'user.contact.address.city', { custom: false }),
        aField('zip', 'user.contact.address.postal_code', { custom: false }),
        aField('gender', 'user.demographic.gender'),
        aField('page', 'user.behavior', { custom: false, filled: 7 }),
        aField('referrer', 'user.behavior', { custom: false, filled: 9 }),
        aField('faith', 'user.demographic.religious_belief'),
        aField('remarks', 'none', { notes: aNotesColumn(['health', 'phone'], ['password']) }),
      ],
      people: [
        aPerson('maria c.', { level: 'viewer' }),
        aPerson('maria@x.example', { level: 'admin', lastLogin: 'never' }),
        aPerson('tom@x.example', { level: 'admin', role: 'Super admin' }),
        aPerson('ben@x.example'),
        aPerson('info@x.example'),
      ],
    }),
    aSystem({
      system: 'newsletter',
      connector: 'mailchimp',
      fields: [
        aField('EMAIL', 'user.contact.email', member),
        aField('PHONE', 'user.contact.phone_number', member),
        aField('LAT', 'user.location.precise', { ...member, custom: false }),
        aField('LONG', 'user.location.precise', { ...member, custom: false, list: 'vip' }),
      ],
    }),
    anOffice({
      people: [
        aPerson('ben@x.example', { state: 'suspended' }),
        aPerson('tom@x.example', { secondFactor: false }),
      ],
      apps: [
        anApp('Otter.ai'),
        anApp('Dough Scheduler'),
        anApp('Pigeon', { clientId: '7' }),
        anApp('Sync', { scopes: ['drive', 'mail.google.com'] }),
      ],
      sharedFiles: [
        {
          id: '1a',
          link: 'https://drive.google.com/open?id=1a',
          sharedWith: 'anyone with the link',
          outsideDomains: [],
          outsidePeople: 0,
          looksLike: 'customer list',
          recognisedBy: 'name',
          categories: [],
        },
      ],
    }),
    aSystem({
      system: 'books',
      connector: 'quickbooks',
      payees: { vendors: [{ name: 'Calendly', payments: 12, lastPaid: '2026-10' }], others: 3 },
    }),
    aSystem({
      system: UNCLAIMED,
      connector: 'exports',
      fields: [
        aField('name', 'user.name', { object: 'a.csv' }),
        aField('mail', 'user.contact.email', { object: 'b.csv' }),
        aField('phone', 'user.contact.phone_number', { object: 'a.csv' }),
      ],
    }),
  );
}

/** The same business before "work email" and "Pigeon" came. */
function approved(): Inventory {
  const now = drifted();
  return { ...now, systems: now.systems.map(beforeTheNewcomers) };
}

function beforeTheNewcomers(system: SystemInventory): SystemInventory {
  return {
    ...system,
    fields: system.fields.filter(({ name }) => name !== 'work email'),
    apps: system.apps.filter(({ name }) => name !== 'Pigeon'),
  };
}
