import type { Inventory, SystemInventory } from '../engine/inventory.js';
import type { Measures, RetentionMeasure, SystemMeasures, Tally } from '../engine/measures.js';
import type { Policy, Term } from '../policy/policy.js';
import { AS_OF, aPolicy, aReceipt, aSystem, systemsOf } from './inventory.spec-builders.js';

export function months(count: number): Term {
  return { years: 0, months: count, weeks: 0, days: 0 };
}

export function tally(subjects: number, sample: readonly string[] = [], records = subjects): Tally {
  return { subjects, records, sample };
}

/** A policy about customers and leads, the newsletter and the CRM; books keep customers for seven years. */
export function retentionPolicy(given: Partial<Policy> = {}): Policy {
  return aPolicy({
    systems: systemsOf({
      crm: { connector: 'hubspot' },
      newsletter: { connector: 'mailchimp' },
      books: { connector: 'quickbooks' },
    }),
    retention: [
      {
        subjects: 'customers',
        keep: months(24),
        after: 'last_purchase',
        longer: [{ system: 'books', keep: months(84), because: 'tax records' }],
      },
      { subjects: 'leads', keep: months(12), after: 'last_activity', longer: [] },
    ],
    consent: [
      {
        purpose: 'marketing_email',
        systems: ['newsletter', 'crm'],
        requires: 'opt_in_timestamp',
        evidence: new Map([['crm', 'newsletter_opt_in_date']]),
      },
    ],
    ...given,
  });
}

/** Fifty customers, all judged, none kept too long. */
export function aRetentionMeasure(given: Partial<RetentionMeasure> = {}): RetentionMeasure {
  return {
    subjects: 'customers',
    after: 'last_purchase',
    keep: months(24),
    held: 50,
    unjudged: 0,
    overdue: tally(0),
    undated: tally(0),
    ...given,
  };
}

/** What a scan measured of one system where nothing is wrong. */
export function measuresOf(system: string, given: Partial<SystemMeasures> = {}): SystemMeasures {
  return {
    system,
    retention: [],
    ages: [],
    consent: [],
    deletions: { held: 0, unjudged: 0, requested: tally(0), deletedElsewhere: tally(0), deletedIn: [] },
    ...given,
  };
}

/** CRM, newsletter and books read to the end, judged as of three days ago. */
export function measuredInventory(
  systems: readonly SystemMeasures[],
  given: Partial<Measures> = {},
): Inventory {
  const reading = { judgedAsOf: '2026-11-21', coveredFrom: '2010-01-01', reasons: [] };
  return {
    asOf: AS_OF,
    systems: [
      ofSystem('crm', 'hubspot', ['contact']),
      ofSystem('newsletter', 'mailchimp', ['member']),
      ofSystem('books', 'quickbooks', ['customer', 'sale']),
    ],
    measures: {
      triggers: { last_purchase: reading, last_activity: reading },
      systems,
      erasureRequests: null,
      optOutsUnread: [],
      ...given,
    },
  };
}

function ofSystem(
  system: string,
  connector: SystemInventory['connector'],
  objects: readonly string[],
): SystemInventory {
  const receipts = objects.map((object) => aReceipt('records', { object, resource: `${object}.records` }));
  return { ...aSystem({ system, connector }), receipts };
}
