import { describe, expect, it } from '@jest/globals';
import { parsePolicy } from './parse-policy.js';
import { policyProblemsAsText } from './policy-problem.js';

/** Every key of the policy format once, in the notation that people use (DESIGN 4, E36, E37). */
const TEXT = `plumbline: 1
organization: Sweet Crumb Bakery
owner: maria@sweetcrumb.example
country: US
time_zone: America/New_York
domains: [sweetcrumb.example]                # addresses here are staff
reviewed: 2026-09-30
review_every: 3 months
audit: { every: 3 months, last: 2026-09-30 }
access_rules: { inactive_after: 90 days }

people:
  - { email: maria@sweetcrumb.example, also: [maria.crumb, "Maria C."], roles: [owner] }
  - { email: Tom@sweetcrumb.example, roles: [sales], since: 2026-05-04 }

systems:
  crm:        { connector: hubspot, purposes: [order_fulfilment, marketing_email] }
  newsletter: { connector: mailchimp, purposes: [marketing_email] }
  books:      { connector: quickbooks, purposes: [order_fulfilment] }
  office:     { connector: google-workspace }
  sheets:     { connector: exports, files: ["drive/*.xlsx"] }

purposes:
  order_fulfilment: { why: to take and deliver orders, basis: contract }
  marketing_email:  { why: to send the newsletter, basis: consent }

data:
  - { category: user.contact.email, for: [order_fulfilment, marketing_email], in: [crm, newsletter, books] }
  - category: user.demographic.date_of_birth
    for: [marketing_email]
    in: [newsletter]
    fields: { newsletter: [BIRTHDAY] }

classify:
  - { system: crm, object: contact, field: fav_flavour, category: none }

access:
  - { role: everyone, systems: { office: member } }
  - { role: owner, systems: { crm: admin, newsletter: admin, books: admin, office: admin } }
  - { role: sales, systems: { crm: member } }

apps:
  - { name: Zapier, client_id: "…", vendor: Zapier, systems: [office], scopes: [drive.readonly] }
  - { name: Sign-in only, scopes: [] }

retention:
  - { subjects: customers, keep: 24 months, after: last_purchase, longer: [{ system: books, keep: P7Y, because: tax records }] }
  - { subjects: leads, keep: 12 months, after: last_activity }

consent:
  - { purpose: marketing_email, in: [newsletter, crm], requires: opt_in_timestamp, evidence: { crm: newsletter_opt_in_date } }

erasures: erasures.csv

vendors:
  - name: Mailchimp
    systems: [newsletter]
    vetted: 2026-01-15
    vet_every: 12 months
    answers: { data_stays_ours: yes, trains_shared_ai: no, shares_aggregated_data: no, deletion_on_request: yes }
    evidence: https://mailchimp.com/legal/
    dpa: { signed: 2025-11-02, expires: 2027-11-02 }
    country: us
    transfer: standard contractual clauses
  - { name: HubSpot, answers: { trains_shared_ai: opted_out, opted_out_on: 2026-01-15 } }

training:
  every: 12 months
  sessions: [{ held: 2026-02-10, attended: [maria@sweetcrumb.example] }]

controller: { name: Sweet Crumb LLC, address: "1 Mill Lane, Fernbrook", email: privacy@sweetcrumb.example }
subjects: [customers, newsletter readers]
security: [Two-step login everywhere, Laptops are encrypted]
`;

const term = (part: { years?: number; months?: number; days?: number }) => ({
  years: 0,
  months: 0,
  weeks: 0,
  days: 0,
  ...part,
});

describe('a policy with every key (DESIGN 4)', () => {
  it('is read as written', () => {
    const parsed = parsePolicy(TEXT, 'policy.yaml');
    expect('problems' in parsed ? policyProblemsAsText(parsed.problems) : '').toBe('');
    expect(parsed).toEqual({
      policy: {
        organization: 'Sweet Crumb Bakery',
        owner: 'maria@sweetcrumb.example',
        country: 'US',
        timeZone: 'America/New_York',
        domains: ['sweetcrumb.example'],
        reviewed: '2026-09-30',
        reviewEvery: term({ months: 3 }),
        audit: { every: term({ months: 3 }), last: '2026-09-30' },
        inactiveAfter: term({ days: 90 }),
        people: [
          {
            email: 'maria@sweetcrumb.example',
            also: ['maria.crumb', 'Maria C.'],
            roles: ['owner'],
            since: null,
          },
          { email: 'tom@sweetcrumb.example', also: [], roles: ['sales'], since: '2026-05-04' },
        ],
        systems: new Map([
          [
            'crm',
            {
              connector: 'hubspot',
              purposes: ['order_fulfilment', 'marketing_email'],
              files: [],
              connection: null,
            },
          ],
          [
            'newsletter',
            { connector: 'mailchimp', purposes: ['marketing_email'], files: [], connection: null },
          ],
          ['books', { connector: 'quickbooks', purposes: ['order_fulfilment'], files: [], connection: null }],
          ['office', { connector: 'google-workspace', purposes: null, files: [], connection: null }],
          ['sheets', { connector: 'exports', purposes: null, files: ['drive/*.xlsx'], connection: null }],
        ]),
        purposes: new Map([
          ['order_fulfilment', { why: 'to take and deliver orders', basis: 'contract' }],
          ['marketing_email', { why: 'to send the newsletter', basis: 'consent' }],
        ]),
        data: [
          {
            category: 'user.contact.email',
            purposes: ['order_fulfilment', 'marketing_email'],
            systems: ['crm', 'newsletter', 'books'],
            fields: new Map(),
          },
          {
            category: 'user.demographic.date_of_birth',
            purposes: ['marketing_email'],
            systems: ['newsletter'],
            fields: new Map([['newsletter', ['BIRTHDAY']]]),
          },
        ],
        classify: [{ system: 'crm', object: 'contact', field: 'fav_flavour', category: 'none' }],
        access: [
          { role: 'everyone', systems: new Map([['office', 'member']]) },
          {
            role: 'owner',
            systems: new Map([
              ['crm', 'admin'],
              ['newsletter', 'admin'],
              ['books', 'admin'],
              ['office', 'admin'],
            ]),
          },
          { role: 'sales', systems: new Map([['crm', 'member']]) },
        ],
        apps: [
          {
            name: 'Zapier',
            clientId: '…',
            vendor: 'Zapier',
            systems: ['office'],
            scopes: ['drive.readonly'],
          },
          { name: 'Sign-in only', clientId: null, vendor: null, systems: [], scopes: [] },
        ],
        retention: [
          {
            subjects: 'customers',
            keep: term({ months: 24 }),
            after: 'last_purchase',
            longer: [{ system: 'books', keep: term({ years: 7 }), because: 'tax records' }],
          },
          { subjects: 'leads', keep: term({ months: 12 }), after: 'last_activity', longer: [] },
        ],
        consent: [
          {
            purpose: 'marketing_email',
            systems: ['newsletter', 'crm'],
            requires: 'opt_in_timestamp',
            evidence: new Map([['crm', 'newsletter_opt_in_date']]),
          },
        ],
        erasures: 'erasures.csv',
        vendors: [
          {
            name: 'Mailchimp',
            systems: ['newsletter'],
            vetted: '2026-01-15',
            vetEvery: term({ months: 12 }),
            answers: {
              data_stays_ours: true,
              trains_shared_ai: false,
              opted_out_on: null,
              shares_aggregated_data: false,
              deletion_on_request: true,
            },
            evidence: 'https://mailchimp.com/legal/',
            dpa: { signed: '2025-11-02', expires: '2027-11-02' },
            country: 'US',
            transfer: 'standard contractual clauses',
          },
          {
            name: 'HubSpot',
            systems: [],
            vetted: null,
            vetEvery: null,
            answers: {
              data_stays_ours: null,
              trains_shared_ai: 'opted_out',
              opted_out_on: '2026-01-15',
              shares_aggregated_data: null,
              deletion_on_request: null,
            },
            evidence: null,
            dpa: null,
            country: null,
            transfer: null,
          },
        ],
        training: {
          every: term({ months: 12 }),
          sessions: [{ held: '2026-02-10', attended: ['maria@sweetcrumb.example'] }],
        },
        controller: {
          name: 'Sweet Crumb LLC',
          address: '1 Mill Lane, Fernbrook',
          email: 'privacy@sweetcrumb.example',
        },
        subjects: ['customers', 'newsletter readers'],
        security: ['Two-step login everywhere', 'Laptops are encrypted'],
        missingSections: [],
      },
    });
  });
});
