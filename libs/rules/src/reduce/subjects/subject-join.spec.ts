import { describe, expect, it } from '@jest/globals';
import type { RecordsFact } from '#connectors/contract/fact.js';
import type { Measures } from '../../engine/measures.js';
import {
  AS_OF,
  EVERYTHING_READ,
  joined,
  joinPolicy,
  months,
  readSystem,
  receiptOf,
  table,
} from './join.spec-builders.js';
import type { ReadSystem } from './trigger-readings.js';

const CONTACT = ['record_id', 'email', 'phone', 'created', 'activity'];
const MEMBER = ['record_id', 'email', 'opt_in:OPTIN_TIME', 'opt_in:CONFIRM_TIME', 'opt_out', 'status'];
const CUSTOMER = ['own_key', 'phone', 'email'];
const SALE = ['own_key', 'purchase_date', 'purchase_type', 'purchase_number', 'amount'];

const contacts = (...rows: readonly string[][]) => table('crm', 'contact', CONTACT, rows);
const members = (...rows: readonly string[][]) => table('newsletter', 'member', MEMBER, rows);
const customers = (...rows: readonly string[][]) => table('books', 'customer', CUSTOMER, rows);
const sales = (...rows: readonly string[][]) => table('books', 'sale', SALE, rows, { file: 'sales.csv' });

function systemIn({ systems }: Measures, name: string) {
  const found = systems.find(({ system }) => system === name);
  if (!found) throw new Error(`no measures of ${name}`);
  return found;
}

function overdueIn(measures: Measures, system: string, subjects: 'customers' | 'leads' = 'customers') {
  return systemIn(measures, system).retention.find((measure) => measure.subjects === subjects)?.overdue;
}

/** Anna in three tools; `day` is that of her one invoice. */
function anna(
  day: string,
  invoice: readonly string[] = ['Invoice', '1001', '42.00'],
): readonly RecordsFact[] {
  return [
    contacts(['501', 'Anna.Smith+cakes@gmail.com', '', '2015-03-01', '2016-01-01']),
    members(['7001', 'annasmith@googlemail.com', '2015-03-01 10:00:00', '', '', 'subscribed']),
    customers(['Anna Smith', '', 'a.n.n.a.smith@gmail.com']),
    sales(['Anna Smith:Wedding', day, ...invoice]),
  ];
}

describe('one customer across all tools', () => {
  it('is not overdue in a silent CRM when she bought last month (E11, E31)', () => {
    const measures = joined(anna('2026-10-20'));
    for (const system of ['crm', 'newsletter', 'books'])
      expect(overdueIn(measures, system)?.subjects).toBe(0);
  });

  it('is found in every tool that still holds her when she is gone for three years (E12)', () => {
    const measures = joined(anna('2023-10-20'));
    expect(overdueIn(measures, 'crm')).toEqual({ subjects: 1, records: 1, sample: ['501'] });
    expect(overdueIn(measures, 'newsletter')).toEqual({ subjects: 1, records: 1, sample: ['7001'] });
    // The books may keep her for seven years.
    expect(overdueIn(measures, 'books')?.subjects).toBe(0);
    expect(overdueIn(joined(anna('2015-10-20')), 'books')).toEqual({
      subjects: 1,
      records: 1,
      sample: ['books.csv:2'],
    });
  });

  it.each([
    ['the last day of the term', '2024-11-20', 1],
    ['one day later', '2024-11-21', 0],
  ])('is judged as of the end of the sales report (E11): %s', (_, day, subjects) => {
    const measures = joined(anna(day));
    expect(measures.triggers.last_purchase.judgedAsOf).toBe('2026-11-20');
    expect(overdueIn(measures, 'crm')?.subjects).toBe(subjects);
  });

  it.each([
    ['a void invoice', ['Invoice (voided)', '1002', '10.00']],
    ['an invoice of nothing', ['Invoice', '1002', '0.00']],
    ['a credit memo', ['Credit Memo', '1002', '-10.00']],
    ['a refund', ['Refund Receipt', '1002', '-10.00']],
    ['a payment', ['Payment', '1002', '10.00']],
    ['an estimate', ['Estimate', '1002', '10.00']],
  ])('%s is no purchase (E10)', (_, later) => {
    const facts = [...anna('2020-01-01'), sales(['Anna Smith', '2026-11-01', ...later])];
    expect(overdueIn(joined(facts), 'crm')?.subjects).toBe(1);
  });

  it('adds up the lines of a document: a discount of everything leaves no purchase (E10)', () => {
    const lines = sales(
      ['Anna Smith', '2026-11-01', 'Invoice', '1002', '30.00'],
      ['Anna Smith', '2026-11-01', 'Invoice', '1002', '-30.00'],
      ['Anna Smith', '2020-01-01', 'Invoice', '900', '5.00'],
    );
    expect(overdueIn(joined([...anna('2020-01-01'), lines]), 'crm')?.subjects).toBe(1);
  });

  it('does not judge somebody with a purchase whose date nobody can read', () => {
    const facts = [...anna('2020-01-01'), sales(['Anna Smith', '', 'Invoice', '1002', '30.00'])];
    const measure = systemIn(joined(facts), 'crm').retention[0];
    expect(measure).toMatchObject({
      held: 1,
      unjudged: 1,
      overdue: { subjects: 0 },
      undated: { subjects: 0 },
    });
  });

  it('counts a purchase in the future as one of today (E10)', () => {
    const measures = joined(anna('2031-01-01'));
    expect(systemIn(measures, 'crm').ages[0]?.months).toEqual([{ month: '2026-11', subjects: 1 }]);
  });

  it('does not count staff (E8)', () => {
    const facts = [
      contacts(['1', 'tom@sweetcrumb.example', '', '2010-01-01', '']),
      contacts(['2', 'Maria.Private+x@googlemail.com', '', '2010-01-01', '']),
    ];
    expect(systemIn(joined(facts), 'crm').retention.map(({ held }) => held)).toEqual([0, 0]);
  });
});

describe('silence (law 2)', () => {
  const GONE = anna('2020-01-01');
  const [crm, newsletter, books] = EVERYTHING_READ;
  if (!crm || !newsletter || !books) throw new Error('three systems');
  const SALES = receiptOf('sale', { window: { from: '2010-01-01', to: '2026-11-20' } });

  it.each([
    [
      'missing',
      readSystem('books', [receiptOf('customer', { status: 'unsupported', reason: 'not supplied' })]),
    ],
    ['unreadable', readSystem('books', [receiptOf('customer'), { ...SALES, status: 'failed' as const }])],
    [
      'stale',
      readSystem('books', [
        receiptOf('customer'),
        receiptOf('sale', { window: { from: '2010-01-01', to: '2026-10-18' } }),
      ]),
    ],
  ])('nobody is overdue while the books are %s', (_, unread) => {
    const measures = joined(GONE, { systems: [crm, newsletter, unread] });
    expect(measures.triggers.last_purchase.judgedAsOf).toBeNull();
    expect(measures.triggers.last_purchase.reasons).not.toEqual([]);
    for (const { retention } of measures.systems) {
      for (const { overdue, undated, held, unjudged } of retention) {
        expect([overdue.subjects, undated.subjects]).toEqual([0, 0]);
        expect(unjudged).toBe(held);
      }
    }
  });

  it('takes companies and deals for nobody, and does not wait for them', () => {
    const company = table('crm', 'company', ['record_id', 'created'], [['9001', '2015-03-01']]);
    const unread = receiptOf('company', { status: 'denied', reason: 'no right', notPeople: true });
    const systems = [readSystem('crm', [...crm.receipts, unread]), newsletter, books];
    const measures = joined([...GONE, { ...company, notPeople: true }], { systems });
    expect(measures).toEqual(joined(GONE));
    expect(overdueIn(measures, 'crm')?.subjects).toBe(1);
  });

  it('judges an export that ends 35 days before the scan', () => {
    const sale = receiptOf('sale', { window: { from: '2010-01-01', to: '2026-10-19' } });
    const measures = joined(GONE, {
      systems: [crm, newsletter, readSystem('books', [receiptOf('customer'), sale])],
    });
    expect(overdueIn(measures, 'crm')?.subjects).toBe(1);
  });

  it('needs the list of sales, not only the list of customers', () => {
    const measures = joined(GONE.slice(0, 3));
    expect(measures.triggers.last_purchase.reasons).toEqual([
      'No list of sales or orders was read.',
      'No list of sales was read from books.',
    ]);
  });

  it('needs the list of customers where the sales give names only: nobody else knows who that is', () => {
    const measures = joined(GONE.filter(({ object }) => object !== 'customer'));
    for (const { reasons } of Object.values(measures.triggers)) {
      expect(reasons).toContain('No list of customers was read from books, and its sales give names only.');
    }
    for (const { retention } of measures.systems) {
      expect(retention.map(({ overdue }) => overdue.subjects)).toEqual(retention.map(() => 0));
    }
  });

  it('does without it where the sales give addresses', () => {
    const invoices = table(
      'books',
      'sale',
      ['own_key', 'email', 'purchase_date', 'amount'],
      [['Anna Smith', 'annasmith@gmail.com', '2023-10-20', '42']],
    );
    const measures = joined([
      ...GONE.filter(({ object }) => object !== 'customer' && object !== 'sale'),
      invoices,
    ]);
    expect(overdueIn(measures, 'crm')?.subjects).toBe(1);
  });

  it('judges the earliest end among several feeds of purchases (E11)', () => {
    const policy = joinPolicy({
      systems: new Map([
        ...joinPolicy().systems,
        ['shop', { connector: 'exports', purposes: null, files: ['*'], connection: null }],
      ]),
    });
    const order = table(
      'shop',
      'orders.csv',
      ['email', 'purchase_date', 'amount'],
      [['x@example.com', '2026-10-30', '5']],
    );
    const shop = readSystem('shop', [receiptOf('orders.csv')]);
    const measures = joined([...GONE, order], { policy, systems: [...EVERYTHING_READ, shop] });
    expect(measures.triggers.last_purchase).toEqual({
      judgedAsOf: '2026-10-30',
      coveredFrom: '2026-10-30',
      reasons: [],
    });
  });
});

describe('consent (E14, E34)', () => {
  const CRM = ['record_id', 'email', 'opt_out:hs_email_optout', 'status', ':newsletter_opt_in_date'];
  const crm = (...rows: readonly string[][]) => table('crm', 'contact', CRM, rows);
  const consentIn = (measures: Measures, system: string) => systemIn(measures, system).consent[0];

  it('counts who is marketed to without a day of opt-in, in either column of Mailchimp', () => {
    const measures = joined([
      members(
        ['1', 'a@example.com', '2024-01-01', '', '', 'subscribed'],
        ['2', 'b@example.com', '', '2024-01-01', '', 'subscribed'],
        ['3', 'c@example.com', '', '', '', 'subscribed'],
        ['4', 'd@example.com', '', '', '2024-01-01', 'unsubscribed'],
        ['5', 'e@example.com', '', '', '', 'cleaned'],
        ['6', 'info@example.com', '', '', '', 'subscribed'],
      ),
    ]);
    expect(consentIn(measures, 'newsletter')).toMatchObject({
      marketed: 4,
      missing: [{ requires: 'opt_in_timestamp', tally: { subjects: 2, sample: ['3', '6'] } }],
    });
  });

  it('reads the field that the policy names, in the form of the country; "yes" is no timestamp', () => {
    const measures = joined([
      crm(
        ['1', 'a@example.com', '', '', '03/14/2024'],
        ['2', 'b@example.com', '', '', 'yes'],
        ['3', 'c@example.com', 'true', '', ''],
        ['4', 'd@example.com', '', 'Non-marketing contact', ''],
        ['5', '', '', '', ''],
      ),
    ]);
    expect(consentIn(measures, 'crm')).toMatchObject({
      marketed: 2,
      missing: [{ evidence: 'newsletter_opt_in_date', tally: { subjects: 1, sample: ['2'] } }],
    });
  });

  it('does not judge a list that was exported without that field (law 2)', () => {
    const columns = ['record_id', 'email', 'opt_out:hs_email_optout'];
    const measures = joined([table('crm', 'contact', columns, [['1', 'a@example.com', '']])]);
    expect(consentIn(measures, 'crm')).toMatchObject({ marketed: 1, missing: [] });
    expect(measures.optOutsUnread).toEqual([]);
  });

  it('calls nobody marketed to where HubSpot was exported without its column of opt-outs (law 2, E27)', () => {
    const measures = joined([
      contacts(['1', 'a@example.com', '', '', '']),
      members(['2', 'a@example.com', '', '', '2024-01-01', 'unsubscribed']),
    ]);
    expect(systemIn(measures, 'crm').consent).toEqual([]);
    expect(measures.optOutsUnread).toEqual(['crm']);
  });

  it.each([
    ['a later opt-in is a change of mind', '2025-01-02', '2025-01-01', 'unsubscribed', 0],
    ['an opt-in of the same day is not', '2025-01-01', '2025-01-01', 'unsubscribed', 1],
    ['an earlier one is not', '2024-01-01', '2025-01-01', 'unsubscribed', 1],
    ['an opt-out without a date stands', '2025-01-02', '', 'unsubscribed', 1],
    ['an opt-in on a day that can not be read is not judged', '2025 March', '2025-01-01', 'unsubscribed', 0],
    ['bounced is no opt-out', '', '2025-01-01', 'cleaned', 0],
    ['archived is no opt-out', '', '2025-01-01', 'archived', 0],
  ])('%s', (_, optIn, optOut, status, conflicts) => {
    const measures = joined([
      crm(['11', 'Anna+x@example.com', '', '', optIn]),
      members(['21', 'anna@example.com', '', '', optOut, status]),
    ]);
    const found = consentIn(measures, 'crm');
    expect(found?.conflicts).toEqual({
      subjects: conflicts,
      records: conflicts,
      sample: conflicts === 1 ? ['11'] : [],
    });
    expect(found?.optedOutIn).toEqual(conflicts === 1 ? ['newsletter'] : []);
  });

  it('finds no conflict between two audiences of one account', () => {
    const other = table(
      'newsletter',
      'member',
      MEMBER,
      [['31', 'a@example.com', '', '', '', 'unsubscribed']],
      { list: 'Events' },
    );
    const measures = joined([members(['1', 'a@example.com', '', '', '', 'subscribed']), other]);
    expect(consentIn(measures, 'newsletter')?.conflicts.subjects).toBe(0);
  });
});

describe('deletions (E13)', () => {
  const everywhere = [
    contacts(['11', 'anna@example.com', '', '2015-01-01', '']),
    customers(['Anna', '', 'anna@example.com']),
    sales(['Anna', '2015-06-01', 'Invoice', '1', '5.00']),
  ];

  it('finds who was archived in the newsletter and is still elsewhere', () => {
    const measures = joined([...everywhere, members(['21', 'anna@example.com', '', '', '', 'archived'])]);
    expect(systemIn(measures, 'crm').deletions).toMatchObject({
      deletedElsewhere: { subjects: 1, sample: ['11'] },
      deletedIn: ['newsletter'],
    });
    expect(systemIn(measures, 'newsletter').deletions.deletedElsewhere.subjects).toBe(0);
  });

  it('finds who was deleted in HubSpot, and nobody who is a contact there again', () => {
    const tombstones = table(
      'crm',
      'contact',
      ['record_id', 'email', 'status:record.archived'],
      [
        ['91', 'ben@example.com', 'archived'],
        ['92', 'anna@example.com', 'archived'],
      ],
    );
    const measures = joined([
      ...everywhere,
      tombstones,
      members(
        ['31', 'ben@example.com', '', '', '', 'subscribed'],
        ['32', 'anna@example.com', '', '', '', 'subscribed'],
      ),
    ]);
    expect(systemIn(measures, 'newsletter').deletions).toMatchObject({
      deletedElsewhere: { subjects: 1, sample: ['31'] },
      deletedIn: ['crm'],
    });
    expect(systemIn(measures, 'crm').deletions.held).toBe(1);
  });

  it('leaves records alone that the policy keeps longer for a reason, until that term is over', () => {
    const erasures = [{ email: 'anna@example.com', date: '2026-01-01' }];
    const old = joined(everywhere, { erasures });
    const recent = joined([...everywhere, sales(['Anna', '2022-06-01', 'Invoice', '2', '5.00'])], {
      erasures,
    });
    expect(systemIn(old, 'books').deletions.requested.subjects).toBe(1);
    expect(systemIn(recent, 'books').deletions.requested.subjects).toBe(0);
    expect(systemIn(recent, 'crm').deletions.requested).toMatchObject({ subjects: 1, sample: ['11'] });
  });

  it('knows who came back by buying or opting in after the request', () => {
    const erasures = [{ email: 'anna@example.com', date: '2026-01-01' }];
    const back = members(['21', 'anna@example.com', '2026-02-01', '', '', 'subscribed']);
    expect(systemIn(joined([...everywhere, back], { erasures }), 'crm').deletions.requested.subjects).toBe(0);
    const undated = [{ email: 'anna@example.com', date: '' }];
    expect(
      systemIn(joined([...everywhere, back], { erasures: undated }), 'crm').deletions.requested.subjects,
    ).toBe(1);
  });

  it('calls nobody left over in the tool that deleted her: her sales are no copy of her (E13)', () => {
    const inactive = table(
      'books',
      'customer',
      ['own_key', 'email', 'status'],
      [['Anna', 'anna@example.com', 'inactive']],
    );
    const measures = joined(
      [everywhere[0], inactive, everywhere[2]].flatMap((fact) => fact ?? []),
      {
        policy: joinPolicy({ retention: [] }),
      },
    );
    expect(systemIn(measures, 'crm').deletions).toMatchObject({
      deletedElsewhere: { subjects: 1 },
      deletedIn: ['books'],
    });
    expect(systemIn(measures, 'books').deletions.deletedElsewhere.subjects).toBe(0);
  });

  it('judges no request while a purchase or opt-in that took it back may be hidden (law 2)', () => {
    const erasures = [{ email: 'anna@example.com', date: '2026-01-01' }];
    const [crm, newsletter, books] = EVERYTHING_READ;
    const unread = (system: string) =>
      readSystem(system, [receiptOf('any', { status: 'unsupported', reason: 'not supplied' })]);
    const stale = readSystem('books', [
      receiptOf('customer'),
      receiptOf('sale', { window: { from: '2010-01-01', to: '2026-10-01' } }),
    ]);
    const inCrm = (systems: readonly (ReadSystem | undefined)[], date = '2026-01-01') => {
      const names = new Set(systems.map((one) => one?.system));
      const facts = everywhere.filter(({ source }) => names.has(source.system));
      const { requested, unjudged } = systemIn(
        joined(facts, {
          erasures: [{ ...erasures[0], date }],
          systems: systems.flatMap((system) => system ?? []),
        }),
        'crm',
      ).deletions;
      return [requested.subjects, unjudged];
    };
    expect(inCrm([crm, newsletter, books])).toEqual([1, 0]);
    expect(inCrm([crm, newsletter, unread('books')])).toEqual([0, 1]);
    expect(inCrm([crm, newsletter, stale])).toEqual([0, 1]);
    expect(inCrm([crm, unread('newsletter'), books])).toEqual([0, 1]);
    // Whoever keeps no books hides no purchase, and a request without a day stands.
    expect(inCrm([crm, newsletter])).toEqual([1, 0]);
    expect(inCrm([crm, newsletter, unread('books')], '')).toEqual([1, 0]);
  });

  it('tells a list without requests from no list', () => {
    expect(joined(everywhere, { erasures: [] }).erasureRequests).toBe(0);
    expect(joined(everywhere).erasureRequests).toBeNull();
  });
});

describe('families and shared keys (E9)', () => {
  const PHONE = '(212) 555-0101';
  const heldIn = (facts: readonly RecordsFact[], system = 'crm') =>
    systemIn(joined(facts), system).retention.reduce((sum, { held }) => sum + held, 0);

  it('does not join two people with addresses by their phone, and joins one without to the only other', () => {
    expect(
      heldIn([contacts(['1', 'a@example.com', PHONE, '', ''], ['2', 'b@example.com', PHONE, '', ''])]),
    ).toBe(2);
    expect(heldIn([contacts(['1', 'a@example.com', PHONE, '', ''], ['2', '', PHONE, '', ''])])).toBe(1);
    expect(heldIn([contacts(['1', '', PHONE, '', ''], ['2', '', PHONE, '', ''])])).toBe(1);
  });

  it('lets the dates of a family count for whom it can not tell apart', () => {
    const facts = [
      contacts(
        ['1', 'a@example.com', PHONE, '2015-01-01', ''],
        ['2', 'b@example.com', PHONE, '2015-01-01', ''],
      ),
      customers(['Whoever', PHONE, '']),
      sales(['Whoever', '2026-11-01', 'Invoice', '1', '5.00']),
    ];
    expect(heldIn(facts)).toBe(2);
    const { retention } = systemIn(joined(facts), 'crm');
    expect(retention.map(({ overdue, unjudged }) => [overdue.subjects, unjudged])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  it.each([
    [5, 1],
    [6, 6],
  ])('%i records with one address are %i subjects', (records, subjects) => {
    const rows = Array.from({ length: records }, (_, at) => [String(at), 'same@example.com', '', '', '']);
    expect(heldIn([contacts(...rows)])).toBe(subjects);
  });

  it('takes sub-customers, however many, for their parent', () => {
    const rows = Array.from({ length: 8 }, (_, at) => [`Hotel:Event ${at}`, '', '']);
    expect(heldIn([customers(['HOTEL (deleted)', '', ''], ...rows)], 'books')).toBe(1);
  });

  it('joins desks with nobody', () => {
    expect(
      heldIn([contacts(['1', 'info@cafe.example', '', '', ''], ['2', 'info@cafe.example', '', '', ''])]),
    ).toBe(2);
  });
});

describe('a customer without a purchase in the window (E11, E12)', () => {
  const OTHER = sales(['Somebody Else', '2026-11-01', 'Invoice', '1', '5.00']);
  const inWindow = (from: string) => {
    const [crm, newsletter] = EVERYTHING_READ;
    if (!crm || !newsletter) throw new Error('two systems');
    const sale = receiptOf('sale', { window: { from, to: '2026-11-20' } });
    return [crm, newsletter, readSystem('books', [receiptOf('customer'), sale])];
  };
  const bought = (created: string, activity: string, from: string) =>
    joined(
      [
        OTHER,
        contacts(['501', 'anna@example.com', '', created, activity]),
        customers(['Anna', '', 'anna@example.com']),
        members(['1', 'someone@example.com', '2026-11-01', '', '', 'subscribed']),
      ],
      { systems: inWindow(from) },
    );

  it.each([
    ['is overdue when the window is longer than the term', '2015-01-01', '', '2024-11-20', 'overdue'],
    ['is not judged when it is shorter', '2015-01-01', '', '2024-11-21', 'unjudged'],
    ['is not overdue when she was created within the term', '2025-01-01', '', '2010-01-01', 'kept'],
    [
      'is not overdue when she did something within the term',
      '2015-01-01',
      '2025-06-01',
      '2010-01-01',
      'kept',
    ],
    ['is undated when nothing at all is known and the window is short', '', '', '2025-01-01', 'undated'],
    [
      'is overdue, not undated, when nothing is known and the window is long',
      '',
      '',
      '2010-01-01',
      'overdue',
    ],
  ])('%s', (_, created, activity, from, expected) => {
    const measure = systemIn(bought(created, activity, from), 'crm').retention[0];
    expect({
      overdue: measure?.overdue.subjects,
      undated: measure?.undated.subjects,
      unjudged: measure?.unjudged,
    }).toEqual({
      overdue: expected === 'overdue' ? 1 : 0,
      undated: expected === 'undated' ? 1 : 0,
      unjudged: expected === 'unjudged' ? 1 : 0,
    });
  });

  it('finds leads by their last activity, and those of whom nothing is known (E12)', () => {
    const measures = joined([
      OTHER,
      customers(['Somebody Else', '', 'else@example.com']),
      contacts(
        ['1', 'old@example.com', '', '2015-01-01', '2025-11-20'],
        ['2', 'new@example.com', '', '2015-01-01', '2025-11-21'],
        ['3', 'none@example.com', '', '', ''],
      ),
      members(['9', 'someone@example.com', '2026-11-01', '', '', 'subscribed']),
    ]);
    const leads = systemIn(measures, 'crm').retention[1];
    expect(leads).toMatchObject({
      held: 3,
      unjudged: 0,
      overdue: { sample: ['1'] },
      undated: { sample: ['3'] },
    });
  });

  it('takes leap days and ends of months by the calendar (E1)', () => {
    const policy = joinPolicy({
      retention: [{ subjects: 'leads', keep: months(12), after: 'last_activity', longer: [] }],
    });
    const read = (activity: string, to: string) => {
      const window = { from: '2010-01-01', to };
      const systems = [
        readSystem('crm', [receiptOf('contact', { window })]),
        readSystem('newsletter', [receiptOf('member', { window })]),
        readSystem('books', [receiptOf('customer'), receiptOf('sale', { window })]),
      ];
      const facts = [
        OTHER,
        customers(['Somebody Else', '', 'else@example.com']),
        contacts(['1', 'lead@example.com', '', '', activity]),
        members(['9', 'x@example.com', '2025-02-01', '', '', 'subscribed']),
      ];
      return systemIn(joined(facts, { policy, systems, asOf: to }), 'crm').retention[0]?.overdue.subjects;
    };
    expect(read('2024-02-29', '2025-02-27')).toBe(0);
    expect(read('2024-02-29', '2025-02-28')).toBe(1);
    expect(read('2024-02-28', '2025-02-28')).toBe(1);
    expect(AS_OF > '2025').toBe(true);
  });
});
