import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Fact, FieldFact, PersonFact, RecordsFact, Source } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import type { FieldClassifier } from '../classify/classifier.js';
import type { Inventory } from '../engine/inventory.js';
import { Reducer } from './reducer.js';

const CRM: Source = { system: 'crm', connector: 'hubspot', account: 'exports' };

/** Tells what it was shown, so that a test sees which values reached the classifier. */
const echo: FieldClassifier = ({ sampleValues }) => ({
  category: 'none',
  sensitivity: 'none',
  confidence: 1,
  reason: sampleValues.join('|'),
});

function field(name: string, overrides: Partial<FieldFact> = {}): FieldFact {
  return {
    kind: 'field',
    source: CRM,
    object: 'contact',
    name,
    label: name,
    type: 'unknown',
    custom: true,
    ...overrides,
  };
}

function records(fields: readonly FieldFact[], rows: readonly (readonly string[])[]): RecordsFact {
  return { kind: 'records', source: CRM, object: 'contact', fields, rows };
}

function person(overrides: Partial<PersonFact>): PersonFact {
  return {
    kind: 'person',
    source: CRM,
    identifier: 'tom@sweetcrumb.example',
    role: 'Sales',
    level: 'member',
    state: 'active',
    ...overrides,
  };
}

function reduced(facts: readonly (Fact | Receipt)[]): Inventory {
  const reducer = new Reducer([CRM]);
  for (const fact of facts) reducer.add(fact);
  return reducer.inventory('2026-11-23', echo);
}

describe('fields', () => {
  it('are neither full nor empty where their values were not read', () => {
    const unread = field('visits', { unread: true, category: 'none', custom: false });
    const email = field('email');
    const [first, second] =
      reduced([unread, email, records([email], [['a@example.com']])]).systems[0]?.fields ?? [];
    expect([first?.name, first?.records, second?.name, second?.records]).toEqual(['email', 1, 'visits', 0]);
  });

  it('count nobody who was deleted: nobody fills, or empties, a field of theirs', () => {
    const [email, diet] = [field('email'), field('diet')];
    const gone: RecordsFact = { ...records([email], [['gone@example.com']]), tombstones: true };
    const facts = [email, diet, records([email, diet], [['a@example.com', 'vegan']]), gone];
    expect(reduced(facts).systems[0]?.fields).toMatchObject([
      { name: 'diet', records: 1, filled: 1 },
      { name: 'email', records: 1, filled: 1 },
    ]);
  });

  it('counts over all files of an object, also for a field that one file does not have (E28)', () => {
    const facts = [
      records(
        [field('email'), field('diet')],
        [
          ['a@example.com', 'vegan'],
          ['b@example.com', '  '],
        ],
      ),
      records([field('email')], [['c@example.com'], ['']]),
    ];
    expect(reduced(facts).systems[0]?.fields).toMatchObject([
      { name: 'diet', records: 4, filled: 1 },
      { name: 'email', records: 4, filled: 3 },
    ]);
  });

  it("takes the data sheet's word on the vendor's own fields, without showing values to anybody (E6)", () => {
    const own = field('email', { custom: false, category: 'user.contact.email' });
    expect(reduced([records([own], [['a@example.com']])]).systems[0]?.fields).toMatchObject([
      { category: 'user.contact.email', sensitivity: 'personal', confidence: 1, custom: false },
    ]);
    expect(JSON.stringify(reduced([records([own], [['a@example.com']])]))).not.toContain('a@example.com');
  });

  it('is the same whatever the order of files, rows and columns (law 6)', () => {
    const cell = fc.oneof(fc.constant(''), fc.string({ maxLength: 6 }), fc.constantFrom('yes', 'no'));
    const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 150 });
    const orders = fc.infiniteStream(fc.nat());
    fc.assert(
      fc.property(table, table, orders, (first, second, random) => {
        const fields = [field('a'), field('b'), field('c')];
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((item) => ({ item, at: random.next().value }))
            .toSorted((left, right) => left.at - right.at)
            .map(({ item }) => item);
        const columns = shuffled([0, 1, 2]);
        const turned = (rows: readonly (readonly string[])[]) =>
          records(
            columns.map((column) => fields[column] ?? field('missing')),
            shuffled(rows).map((row) => columns.map((column) => row[column] ?? '')),
          );
        const straight = reduced([records(fields, first), records(fields, second)]);
        expect(reduced(shuffled([turned(first), turned(second)]))).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  it('shows the classifier a bounded sample of bounded values', () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [`value ${index} ${'x'.repeat(index % 900)}`]);
    const shown = reduced([records([field('a')], rows)]).systems[0]?.fields[0]?.reason.split('|') ?? [];
    expect(shown.length).toBe(60);
    expect(Math.max(...shown.map(({ length }) => length))).toBeLessThanOrEqual(400);
  });
});

describe('people and apps', () => {
  it('keeps the highest of several grants (E15), the latest login, and a month instead of a day (law 1)', () => {
    const facts = [
      person({ role: 'Sales', lastLogin: '2026-10-04', secondFactor: false }),
      person({
        identifier: 'TOM@sweetcrumb.example',
        role: 'Super admin',
        level: 'admin',
        lastLogin: '2026-08-25',
      }),
    ];
    expect(reduced(facts).systems[0]?.people).toEqual([
      {
        identifier: 'tom@sweetcrumb.example',
        role: 'Super admin',
        level: 'admin',
        state: 'active',
        lastLogin: '2026-10',
        daysSinceLogin: 50,
        secondFactor: false,
      },
    ]);
  });

  it('tells never logged in from not known', () => {
    expect(reduced([person({ lastLogin: 'never' })]).systems[0]?.people[0]?.lastLogin).toBe('never');
    expect(reduced([person({})]).systems[0]?.people[0]).toMatchObject({
      lastLogin: null,
      secondFactor: null,
    });
  });

  it('knows an app by its client id, whatever it is called', () => {
    const app = { kind: 'app', source: CRM, clientId: 'c1' } as const;
    const facts = [
      { ...app, name: 'Zapier', scopes: ['drive'], users: 2 },
      { ...app, name: 'Zapier Inc', scopes: ['contacts'], users: 5 },
    ];
    expect(reduced(facts).systems[0]?.apps).toMatchObject([
      { name: 'Zapier', clientId: 'c1', scopes: ['contacts', 'drive'], users: 5 },
    ]);
  });
});

describe('receipts', () => {
  it('say of several causes the one that a person can do something about, in whatever order they come (law 6)', () => {
    const given = {
      kind: 'receipt',
      source: CRM,
      capability: 'records',
      object: 'contact',
      read: 0,
    } as const;
    const lost = { ...given, status: 'failed', parts: [] } as const;
    const vendor: Receipt = { ...lost, reason: 'overloaded', actor: 'vendor', step: 'Wait.' };
    const user: Receipt = {
      ...lost,
      reason: 'no right',
      actor: 'user',
      step: 'Grant it.',
      scope: 'crm.read',
    };
    const milder: Receipt = { ...vendor, status: 'partial', step: 'Not this.' };
    const both = [vendor, milder, user];
    for (const receipts of [both, both.toReversed()]) {
      expect(reduced(receipts).systems[0]?.receipts).toMatchObject([
        {
          status: 'failed',
          reason: 'no right; overloaded',
          actor: 'user',
          step: 'Grant it.',
          scope: 'crm.read',
        },
      ]);
    }
  });

  const receipt = { kind: 'receipt', source: CRM, capability: 'records', object: 'contact' } as const;

  it('add up to the worst of the files that feed a resource', () => {
    const facts = [
      { ...receipt, status: 'complete', read: 7, parts: ['b.csv'] },
      { ...receipt, status: 'failed', reason: 'the file is empty', read: 0, parts: ['a.csv'] },
      { ...receipt, status: 'partial', reason: 'stale', read: 2, parts: ['c.csv'] },
    ] as const;
    expect(reduced(facts).systems[0]?.receipts).toEqual([
      {
        resource: 'contact.records',
        capability: 'records',
        object: 'contact',
        list: null,
        status: 'failed',
        reason: 'the file is empty',
        read: 9,
        window: null,
        parts: ['a.csv', 'b.csv', 'c.csv'],
      },
    ]);
  });

  it('are in part where what they cover ended more than 35 days before the scan (E11)', () => {
    const statusWhen = (to: string) =>
      reduced([{ ...receipt, status: 'complete', read: 1, parts: [], window: { from: null, to } }]).systems[0]
        ?.receipts[0];
    expect(statusWhen('2026-10-19')).toMatchObject({ status: 'complete' });
    expect(statusWhen('2026-10-18')).toMatchObject({ status: 'partial', reason: 'stale' });
  });

  it('know the window that all files together cover', () => {
    const facts = [
      {
        ...receipt,
        status: 'complete',
        read: 1,
        parts: [],
        window: { from: '2024-01-01', to: '2024-12-31' },
      },
      {
        ...receipt,
        status: 'complete',
        read: 1,
        parts: [],
        window: { from: '2025-01-01', to: '2026-11-20' },
      },
    ] as const;
    expect(reduced(facts).systems[0]?.receipts[0]?.window).toEqual({ from: '2024-01-01', to: '2026-11-20' });
    const open = {
      ...receipt,
      status: 'complete',
      read: 1,
      parts: [],
      window: { from: null, to: '2026-11-20' },
    } as const;
    expect(reduced([...facts, open]).systems[0]?.receipts[0]?.window?.from).toBeNull();
    const wholeYear: Receipt = { ...open, window: { from: '2026-01-01', to: '2026-12-31' } };
    expect(reduced([wholeYear]).systems[0]?.receipts[0]?.window).toEqual({
      from: '2026-01-01',
      to: '2026-11-23',
    });
  });
});
