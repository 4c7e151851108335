import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FieldFact, RecordsFact, Source } from '#connectors/contract/fact.js';
import { classifyField } from '../../classify/classify-field.js';
import type { InventoryField } from '../../engine/inventory.js';
import type { Policy } from '../../policy/policy.js';
import { emptyPolicy } from '../../policy/policy.spec-builders.js';
import { Reducer } from '../reducer.js';
import { NoteReader } from './note-reader.js';

const CRM: Source = { system: 'crm', connector: 'hubspot', account: '1' };

const ID = field('record id', { role: 'record_id' });

function field(name: string, given: Partial<FieldFact> = {}): FieldFact {
  const { source = CRM } = given;
  return {
    kind: 'field',
    source,
    object: 'contact',
    name,
    label: name,
    type: 'unknown',
    custom: true,
    ...given,
  };
}

type Rows = readonly (readonly string[])[];

/** From an API, where rows have no file and no line. */
function records(fields: readonly FieldFact[], rows: Rows, given: Partial<RecordsFact> = {}): RecordsFact {
  return { kind: 'records', source: CRM, object: 'contact', fields, rows, ...given };
}

/** As many records as rows, from line 2 on. */
function inFile(file: string, fields: readonly FieldFact[], rows: Rows): RecordsFact {
  return records(fields, rows, { file, lines: rows.map((_, at) => at + 2) });
}

function fieldsOf(facts: readonly RecordsFact[], reader = new NoteReader(), sampleSize?: number) {
  const reducer = new Reducer([CRM], null, { reader, ...(sampleSize !== undefined && { sampleSize }) });
  for (const fact of facts) reducer.add(fact);
  return reducer.inventory('2026-11-23', classifyField).systems.flatMap(({ fields }) => fields);
}

/** What was found in the only field with notes. */
function notesIn(...given: Parameters<typeof fieldsOf>): InventoryField['notes'] {
  return fieldsOf(...given).find(({ notes }) => notes !== undefined)?.notes;
}

function column(name: string, cells: readonly string[], given: Partial<FieldFact> = {}): RecordsFact {
  return records(
    [field(name, given)],
    cells.map((cell) => [cell]),
  );
}

const SENTENCE = 'She is allergic to peanuts, please take care.';
const LONG_SENTENCE = `${SENTENCE} We agreed on the phone that the order is ready at nine on Saturday morning.`;

describe('which cells are read as notes', () => {
  it.each([
    'Notes',
    'Message',
    'internal remarks',
    'customerNote_2',
    'Kommentar zum Auftrag',
    'Observaciones',
  ])('all of a column called %s, however short', (name) => {
    expect(notesIn([column(name, ['nut allergy', 'ok', ''])])).toMatchObject({
      read: 2,
      found: [{ kinds: ['health'], notes: 1 }],
    });
  });

  it("all of a column that the tool's data sheet calls notes, or that is typed as long text", () => {
    const sheet = { custom: false, category: 'user.content.private' } as const;
    expect(notesIn([column('hs_1', ['nut allergy'], sheet)])).toMatchObject({ read: 1 });
    expect(notesIn([column('wishes', ['nut allergy'], { type: 'textarea' })])).toMatchObject({ read: 1 });
    const ofDeal = { type: 'textarea', custom: false, category: 'none' } as const;
    expect(notesIn([column('description', ['nut allergy'], ofDeal)])).toMatchObject({ read: 1 });
    expect(notesIn([column('notes', ['nut allergy'], { ...ofDeal, type: 'string' })])).toBeUndefined();
  });

  it('sentences in a column that says nothing', () => {
    expect(notesIn([column('column 7', ['nut allergy', SENTENCE])])).toMatchObject({ read: 1 });
  });

  it('long texts in a column of addresses or names', () => {
    expect(notesIn([column('Street address', [SENTENCE])])).toBeUndefined();
    expect(notesIn([column('Street address', [SENTENCE, LONG_SENTENCE])])).toMatchObject({ read: 1 });
  });

  it('none of what is chosen from a list or counted', () => {
    expect(notesIn([column('notes', [LONG_SENTENCE], { options: [LONG_SENTENCE] })])).toBeUndefined();
    expect(notesIn([column('notes', [LONG_SENTENCE], { type: 'enumeration' })])).toBeUndefined();
  });

  it('none of a file that nobody claims (E26)', () => {
    const unclaimed: Source = { system: 'unclaimed', connector: 'exports', account: 'exports' };
    expect(notesIn([{ ...column('notes', [SENTENCE]), source: unclaimed }])).toBeUndefined();
  });
});

describe('what is found in them', () => {
  it('is every kind once a note, and a name alone is nothing (E29)', () => {
    const found = notesIn([
      column('notes', [
        'Robin Marlow wrote from robin@example.org and robin2@example.org, allergic to nuts',
        'Spoke with Robin Marlow.',
        'Card 4111 1111 1111 1111',
      ]),
    ]);
    expect(found).toEqual({
      read: 3,
      found: [
        { kinds: ['credit_card'], notes: 1 },
        { kinds: ['health', 'email'], notes: 1 },
      ],
      sample: [],
    });
  });

  it('is what a person reads, where the tool stores tags', () => {
    const cells = ['<p>password:&nbsp;<b>Sunrise88</b></p>', 'Robin <robin@example.org>'];
    expect(notesIn([column('notes', cells)])?.found).toEqual([
      { kinds: ['password'], notes: 1 },
      { kinds: ['email'], notes: 1 },
    ]);
  });

  it('is not the address of somebody who works here (E8)', () => {
    const policy = { ...emptyPolicy, domains: ['sweetcrumb.example'] };
    const facts = [
      column('notes', ['ask tom@sweetcrumb.example', 'ask tom@sweetcrumb.example or ann@example.org']),
    ];
    expect(notesIn(facts, new NoteReader(policy))?.found).toEqual([{ kinds: ['email'], notes: 1 }]);
  });

  it('costs linear time, and no more than 20,000 characters of a cell are read', () => {
    const far = `${'- '.repeat(10_000)}password: Sunrise88`;
    const near = `${'- '.repeat(9_900)}password: Sunrise88 ${'<<'.repeat(5_000_000)}`;
    expect(notesIn([column('notes', [far])])).toMatchObject({ read: 1, found: [] });
    expect(notesIn([column('notes', [near])])).toMatchObject({ found: [{ kinds: ['password'], notes: 1 }] });
  });

  it('is never a value: nothing but counts, kinds and where to look (law 1)', () => {
    const secret = 'Wolframite-77-Sesame';
    const rows = [
      ['7', `password: ${secret}`],
      ['robin@example.org', `PIN 4471, ${secret}`],
    ];
    const notes = fieldsOf([records([ID, field('notes')], rows)]).find((one) => one.name === 'notes');
    expect(notes?.notes).toMatchObject({
      found: [{ kinds: ['password'], notes: 2 }],
      sample: [{ record: '7' }],
    });
    expect(JSON.stringify(notes)).not.toMatch(/wolframite|4471|robin/iu);
  });
});

describe('where a person can look', () => {
  const notes = [ID, field('notes')];

  it('is the record id, or file and line where there is none', () => {
    expect(notesIn([records(notes, [['41', 'nut allergy']])])?.sample).toEqual([
      { record: '41', kinds: ['health'] },
    ]);
    const file = inFile('lists/a.csv', [field('notes')], [['ok'], ['nut allergy']]);
    expect(notesIn([file])?.sample).toEqual([{ record: 'lists/a.csv:3', kinds: ['health'] }]);
  });

  it('is at most twenty records, and some for every kind; all of them for a list that a person reads', () => {
    const phones = Array.from({ length: 50 }, (_, at) => [String(at + 1), 'call 212-555-0142']);
    const cards = [
      ['777', 'card 4111 1111 1111 1111'],
      ['888', 'card 4111 1111 1111 1111, call 212-555-0142'],
    ];
    const sample = notesIn([records(notes, [...phones, ...cards])])?.sample ?? [];
    expect(sample).toHaveLength(20);
    expect(sample.filter(({ kinds }) => kinds.includes('credit_card')).map(({ record }) => record)).toEqual([
      '777',
      '888',
    ]);
    expect(notesIn([records(notes, [...phones, ...cards])], new NoteReader(), Infinity)?.sample).toHaveLength(
      52,
    );
  });
});

describe('what the policy lets in', () => {
  const policy: Policy = {
    ...emptyPolicy,
    data: ['user.contact.phone_number', 'user.financial.credit_card'].map((category) => ({
      category: category as Policy['data'][number]['category'],
      purposes: [],
      systems: ['crm'],
      fields: new Map(),
    })),
  };

  it('is counted, but takes no place among the records to look at; secrets are never let in', () => {
    const phones = Array.from({ length: 50 }, (_, at) => [String(at + 1), 'call 212-555-0142']);
    const others = Array.from({ length: 22 }, (_, at) => [String(at + 500), 'nut allergy']);
    const card = ['999', 'card 4111 1111 1111 1111, call 212-555-0142'];
    const found = notesIn(
      [records([ID, field('notes')], [...phones, ...others, card])],
      new NoteReader(policy),
    );
    expect(found?.found).toContainEqual({ kinds: ['phone'], notes: 50 });
    const sample = found?.sample.map(({ record }) => Number(record)) ?? [];
    expect(sample).toHaveLength(20);
    expect(Math.min(...sample)).toBe(500);
    expect(sample).toContain(999);
    const few = [records([ID, field('notes')], [...phones.slice(0, 3), card])];
    expect(notesIn(few, new NoteReader(policy))?.sample.map(({ record }) => record)).toEqual(['999']);
  });
});

describe('law 6', () => {
  it('any order of rows, batches, files and columns gives the same inventory', () => {
    const cell = fc.constantFrom(
      '',
      'ok',
      'nut allergy',
      'call 212-555-0142',
      'card 4111 1111 1111 1111, call 212-555-0142',
      'password: Sunrise88',
      SENTENCE,
      LONG_SENTENCE,
      'Spoke with Robin Marlow.',
    );
    const rows = fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }).map(String), cell, cell), {
      maxLength: 120,
    });
    fc.assert(
      fc.property(
        rows,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 40 }),
        (given, random, size) => {
          const columns = [ID, field('notes'), field('column 3')];
          const order = shuffled([0, 1, 2], random);
          const turned = shuffled(given, random).map((row) => order.map((at) => row[at] ?? ''));
          const fields = order.map((at) => columns[at] ?? ID);
          const batches = Array.from({ length: Math.ceil(turned.length / size) }, (_, at) =>
            records(fields, turned.slice(at * size, (at + 1) * size)),
          );
          const straight = given.length === 0 ? [] : [records(columns, given)];
          expect(fieldsOf(shuffled(batches, random))).toEqual(fieldsOf(straight));
        },
      ),
      { numRuns: 60 },
    );
  });

  it('of many notes of a kind the same are named, whichever came first', () => {
    const rows = Array.from({ length: 100 }, (_, at) => [String(at + 1), 'nut allergy']);
    const first = fieldsOf([records([ID, field('notes')], rows)]);
    expect(fieldsOf([records([ID, field('notes')], rows.toReversed())])).toEqual(first);
  });

  it('two files with their own lines, in either order', () => {
    const first = inFile('a.csv', [field('notes')], [['nut allergy'], ['ok']]);
    const second = inFile(
      'b.csv',
      [field('other column'), field('notes')],
      [['x', 'card 4111 1111 1111 1111']],
    );
    expect(fieldsOf([second, first])).toEqual(fieldsOf([first, second]));
  });
});

describe('a column that only some files have', () => {
  it('says how many records it came with, so that its absence elsewhere proves nothing (law 2)', () => {
    const facts = [column('notes', ['ok', 'ok']), column('email', ['a@example.com'])];
    expect(fieldsOf(facts).find(({ name }) => name === 'notes')).toMatchObject({ records: 3, offered: 2 });
    const all = fieldsOf([column('notes', ['ok', 'ok']), column('notes', ['fine'])]);
    expect(all.map(({ offered }) => offered)).toEqual([undefined]);
  });
});

function shuffled<T>(items: readonly T[], random: Iterator<number>): readonly T[] {
  return items
    .map((item) => ({ item, at: random.next().value as number }))
    .toSorted((left, right) => left.at - right.at)
    .map(({ item }) => item);
}
