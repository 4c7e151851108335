import fc from 'fast-check';
import type { RecordsFact } from '#connectors/contract/fact.js';
import type { InventoryReceipt } from '../../engine/inventory.js';
import { readSystem, receiptOf, table } from './join.spec-builders.js';
import type { PlainBusiness, PlainFeed, PlainRecord } from './slow-reference.spec-builders.js';
import type { ErasureRequest } from './subject-join.js';
import type { ReadSystem } from './trigger-readings.js';

/** A small business twice: as rows that a connector would read, and as plain objects that say what the rows mean. */
export interface RandomBusiness {
  readonly plain: PlainBusiness;
  /** One fact a row, or a document whose lines stand together: any order of them is the same business. */
  readonly facts: readonly RecordsFact[];
  readonly systems: readonly ReadSystem[];
  readonly erasures: readonly ErasureRequest[];
}

export const AS_OF = '2026-03-31';

const EMAILS = [
  ['anna@example.com', 'Anna+cakes@Example.com', ' anna@example.com '],
  ['ben.baker@gmail.com', 'BenBaker@googlemail.com', 'b.e.n.baker+x@gmail.com'],
  ['cleo@example.org', 'cleo+1@example.org'],
  ['dora@example.net'],
  ['emil@example.net', 'EMIL@example.net'],
  ['info@cafe.example', 'office@cafe.example'],
  ['tom@sweetcrumb.example', 'Eva+1@SweetCrumb.example'],
];
const PHONES = [
  ['(212) 555-0101', '+1 212 555 0101', '2125550101'],
  ['212-555-0102', '12125550102'],
  ['+1 (646) 555-0103', '646.555.0103'],
  ['917 555 0104'],
];
const NAMES = ['Anna Smith', 'Ben Baker', 'Cafe Corner', 'Dora'];

/** Around the ends of terms, of months, of February, and of summer time. */
const DAYS = (
  '2026-03-29 2026-03-31 2026-03-30 2026-03-01 2026-02-28 2026-01-10 2027-05-01 ' +
  '2025-03-31 2025-04-01 2025-03-30 2025-03-28 2025-02-28 2025-03-01 2025-10-26 ' +
  '2024-03-31 2024-03-28 2024-03-29 2024-02-29 2024-03-01 2024-04-30 2024-03-10 ' +
  '2019-03-31 2019-02-28 2019-03-01 2019-04-01 2016-02-29 2012-12-31'
).split(' ');

const day = fc.constantFrom(...DAYS);
const maybeDay = fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: day });
const timed = (arbitrary: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(arbitrary, fc.constantFrom('', ' 00:00:00', ' 23:59:59', ' 02:30:00'))
    .map(([text, time]) => (text === '' ? '' : text + time));
const oneOf = (families: readonly (readonly string[])[]): fc.Arbitrary<string> =>
  fc.constantFrom(...families).chain((family) => fc.constantFrom(...family));
const someEmail = fc.oneof({ weight: 3, arbitrary: oneOf(EMAILS.slice(0, 5)) }, oneOf(EMAILS));
const maybeEmail = fc.oneof({ weight: 1, arbitrary: fc.constant('') }, { weight: 3, arbitrary: someEmail });
const maybePhone = fc.oneof(
  { weight: 2, arbitrary: fc.constant('') },
  { weight: 2, arbitrary: oneOf(PHONES) },
);
const name = fc.constantFrom(
  ...NAMES,
  ...NAMES.map((one) => `${one}:Wedding`),
  ...NAMES.map((one) => one.toUpperCase()),
);

interface Row {
  readonly record: PlainRecord;
  readonly facts: readonly RecordsFact[];
}

const NOTHING: Omit<PlainRecord, 'system'> = {
  list: null,
  isSale: false,
  emails: [],
  phones: [],
  own: '',
  created: '',
  activity: '',
  optIn: '',
  optOut: '',
  isMarketed: false,
  isTombstone: false,
  purchase: '',
  isUndatedPurchase: false,
  lines: 1,
};

const CONTACT = (
  'record_id email email:work_email phone phone:mobilephone created activity opt_out status ' +
  ':newsletter_opt_in_date'
).split(' ');

const contactWith = (anEmail: fc.Arbitrary<string>, aPhone: fc.Arbitrary<string>) =>
  fc
    .record({
      email: anEmail,
      second: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, someEmail),
      phone: aPhone,
      mobile: fc.oneof({ weight: 4, arbitrary: fc.constant('') }, oneOf(PHONES)),
      created: maybeDay,
      activity: maybeDay,
      optOut: fc.constantFrom('', '', '', 'false', 'true', '2025-03-31'),
      status: fc.constantFrom('Marketing contact', 'Marketing contact', 'Non-marketing contact', ''),
      optIn: maybeDay,
      file: fc.constantFrom('crm-1.csv', 'crm-2.csv'),
    })
    .map((one) => (line: number): Row => {
      const { email, second, phone, mobile, created, activity, optOut, status, optIn, file } = one;
      const isOut = optOut !== '' && optOut !== 'false';
      const cells = [
        String(1000 + line),
        email,
        second,
        phone,
        mobile,
        created,
        activity,
        optOut,
        status,
        optIn,
      ];
      return {
        record: {
          ...NOTHING,
          system: 'crm',
          emails: [email, second],
          phones: [phone, mobile],
          created,
          activity,
          optIn,
          optOut: optOut === 'true' ? 'undated' : isOut ? optOut : '',
          isMarketed: email + second !== '' && !isOut && !status.startsWith('Non'),
        },
        facts: [table('crm', 'contact', CONTACT, [cells], { file, firstLine: line })],
      };
    });

const contact = contactWith(maybeEmail, maybePhone);

/** More than five records with one phone, or one address: nobody's. */
const crowd = fc.oneof(
  fc.array(contactWith(maybeEmail, oneOf(PHONES.slice(0, 1))), { minLength: 6, maxLength: 7 }),
  fc.array(contactWith(oneOf(EMAILS.slice(0, 1)), maybePhone), { minLength: 6, maxLength: 7 }),
);

const MEMBER = ['record_id', 'email', 'opt_in:OPTIN_TIME', 'opt_in:CONFIRM_TIME', 'opt_out', 'status'];

const member = fc
  .record({
    email: someEmail,
    optIn: timed(maybeDay),
    optOut: maybeDay,
    status: fc.constantFrom('subscribed', 'subscribed', 'unsubscribed', 'cleaned', 'archived'),
    list: fc.constantFrom('Main', 'Main', 'Events'),
  })
  .map((one) => (line: number): Row => {
    const { email, optIn, optOut, status, list } = one;
    return {
      record: {
        ...NOTHING,
        system: 'newsletter',
        list,
        emails: [email],
        optIn: optIn.slice(0, 10),
        optOut: status === 'unsubscribed' ? optOut || 'undated' : '',
        isMarketed: status === 'subscribed',
        isTombstone: status === 'archived',
      },
      facts: [
        table('newsletter', 'member', MEMBER, [[String(7000 + line), email, optIn, '', optOut, status]], {
          file: `${status}.csv`,
          list,
          firstLine: line,
        }),
      ],
    };
  });

const customer = fc
  .record({
    own: name,
    phone: maybePhone,
    email: maybeEmail,
    created: maybeDay,
    status: fc.constantFrom('', '', '', 'inactive'),
  })
  .map((one) => (line: number): Row => ({
    record: {
      ...NOTHING,
      system: 'books',
      emails: [one.email],
      phones: [one.phone],
      own: one.own,
      created: one.created,
      isTombstone: one.status === 'inactive',
    },
    facts: [
      table(
        'books',
        'customer',
        ['own_key', 'phone', 'email', 'created', 'status'],
        [[one.own, one.phone, one.email, one.created, one.status]],
        { file: 'customers.csv', firstLine: line },
      ),
    ],
  }));

/** Each with what it means; the lines of one document stand together. */
const DOCUMENTS = [
  { type: 'Invoice', amounts: ['12.50'], meaning: 'purchase' },
  { type: 'Sales Receipt', amounts: ['3', '4.10'], meaning: 'purchase' },
  { type: 'Invoice', amounts: ['30.00', '-10.00'], meaning: 'purchase' },
  { type: 'Invoice', amounts: ['30.00', '-30.00'], meaning: 'nothing' },
  { type: 'Invoice', amounts: ['0.00'], meaning: 'nothing' },
  { type: 'Invoice (voided)', amounts: ['9.00'], meaning: 'nothing' },
  { type: 'Estimate', amounts: ['9.00'], meaning: 'nothing' },
  { type: 'Credit Memo', amounts: ['-9.00'], meaning: 'activity' },
  { type: 'Refund Receipt', amounts: ['-9.00'], meaning: 'activity' },
  { type: 'Payment', amounts: ['9.00'], meaning: 'activity' },
] as const;

const sale = fc
  .record({
    own: fc.oneof({ weight: 6, arbitrary: name }, fc.constant('')),
    day: fc.oneof({ weight: 12, arbitrary: day }, fc.constant('')),
    document: fc.constantFrom(...DOCUMENTS.slice(0, 3), ...DOCUMENTS),
    file: fc.constantFrom('sales-1.csv', 'sales-2.csv'),
  })
  .map((one) => (line: number): Row => {
    const { type, amounts, meaning } = one.document;
    const isPurchase = meaning === 'purchase';
    return {
      record: {
        ...NOTHING,
        system: 'books',
        isSale: true,
        own: one.own,
        purchase: isPurchase ? one.day : '',
        isUndatedPurchase: isPurchase && one.day === '',
        activity: meaning === 'activity' ? one.day : '',
        lines: amounts.length,
      },
      facts: [
        table(
          'books',
          'sale',
          ['own_key', 'purchase_date', 'purchase_type', 'purchase_number', 'amount'],
          amounts.map((amount) => [one.own, one.day, type, `N${line}`, amount]),
          { file: one.file, firstLine: line * 10 },
        ),
      ],
    };
  });

const window = fc.constantFrom(
  { from: '2010-01-01', to: '2026-03-31' },
  { from: '2010-01-01', to: '2026-03-30' },
  { from: '2024-03-30', to: '2026-03-30' },
  { from: '2024-03-31', to: '2026-03-30' },
  { from: '2025-06-01', to: '2026-03-31' },
  { from: '2010-01-01', to: '2026-02-24' },
  { from: '2010-01-01', to: '2026-02-23' },
  { from: '2010-01-01', to: '2026-04-30' },
  null,
);

const rows = fc.record({
  contacts: fc.oneof({ weight: 9, arbitrary: fc.array(contact, { maxLength: 9 }) }, crowd),
  members: fc.array(member, { maxLength: 7 }),
  customers: fc.array(customer, { maxLength: 7 }),
  sales: fc.array(sale, { maxLength: 8 }),
});

export const randomBusiness: fc.Arbitrary<RandomBusiness> = fc
  .record({
    rows,
    salesWindow: window,
    contactWindow: window,
    memberWindow: window,
    booksStatus: fc.constantFrom('complete', 'complete', 'complete', 'complete', 'failed', 'unsupported'),
    crmStatus: fc.constantFrom('complete', 'complete', 'complete', 'complete', 'complete', 'partial'),
    erasures: fc.array(fc.record({ email: maybeEmail, phone: maybePhone, date: maybeDay }), { maxLength: 2 }),
  })
  .map(({ rows: made, salesWindow, contactWindow, memberWindow, booksStatus, crmStatus, erasures }) => {
    const all = [...made.contacts, ...made.members, ...made.customers, ...made.sales].map((make, at) =>
      make(at + 2),
    );
    const records = all.map(({ record }) => record);
    const ofSystem = (system: string) => records.filter((record) => record.system === system);
    const lists = [...new Set(ofSystem('newsletter').map(({ list }) => list))];
    const status = (value: string) => ({ status: value as InventoryReceipt['status'] });
    const systems = [
      readSystem('crm', [receiptOf('contact', { window: contactWindow, ...status(crmStatus) })]),
      readSystem('newsletter', [
        receiptOf('member'),
        ...lists.map((list) => receiptOf('member', { list, window: memberWindow })),
      ]),
      readSystem('books', [
        receiptOf('customer'),
        receiptOf('sale', { window: salesWindow, ...status(booksStatus) }),
      ]),
    ];
    const sales = records.filter(({ isSale }) => isSale);
    const seenSales = seen(
      'books',
      made.sales.map((make, at) => saleDay(make(at + 2))),
    );
    const contacts = ofSystem('crm');
    const unreadable = [
      ...(booksStatus === 'complete' ? [] : ['books']),
      ...(crmStatus === 'complete' ? [] : ['crm']),
      // A list without any date, or no list at all, does not tell when people were last active.
      ...(contacts.length === 0 ? ['no activity in crm'] : []),
      ...(ofSystem('newsletter').length === 0 ? ['no activity in newsletter'] : []),
    ];
    const plain: PlainBusiness = {
      asOf: AS_OF,
      systems: ['crm', 'newsletter', 'books'],
      unreadable,
      hasSales: sales.length > 0,
      salesFeed: salesWindow === null ? seenSales : { system: 'books', ...salesWindow },
      activityFeeds: [
        contactWindow === null
          ? seen(
              'crm',
              contacts.flatMap(({ created, activity, optIn }) => [created, activity, optIn]),
            )
          : { system: 'crm', ...contactWindow },
        ...lists.map((list) =>
          memberWindow !== null
            ? { system: 'newsletter', ...memberWindow }
            : seen(
                'newsletter',
                ofSystem('newsletter')
                  .filter((record) => record.list === list)
                  .map(({ optIn }) => optIn),
              ),
        ),
      ].flatMap((feed) => feed ?? []),
      records,
      erasures,
    };
    const shown = () => JSON.stringify({ ...plain, records: records.map(filledOnly) }, null, 1);
    return { plain, facts: all.flatMap(({ facts }) => facts), systems, erasures, [fc.toStringMethod]: shown };
  });

/** For reading a counterexample. */
function filledOnly(record: PlainRecord): unknown {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== '' && value !== false && value !== null),
  );
}

function saleDay({ facts }: Row): string {
  const [fact] = facts;
  const [own, date, type] = fact?.rows[0] ?? [];
  return own === '' || type === undefined ? '' : (date ?? '');
}

function seen(system: string, days: readonly string[]): PlainFeed | null {
  const dated = days.filter((one) => one !== '').toSorted();
  const [from] = dated;
  const to = dated.at(-1);
  return from === undefined || to === undefined ? null : { system, from, to };
}
