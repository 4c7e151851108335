import { describe, expect, it } from '@jest/globals';
import type { VendorSession } from '../contract/vendor-access.js';
import type { FieldFact } from '../contract/fact.js';
import type { Asked } from './hubspot-api.js';
import { drained, fieldFact, numbered, pageOf, scriptedApi, SOURCE } from './hubspot.spec-builders.js';
import { COMPANIES, CONTACTS } from './paths.js';
import { readRecords } from './read-records.js';
import { archivedField } from './tombstones.js';

const NOW = new Date('2026-11-23T12:00:00Z');
const FIELDS: readonly FieldFact[] = [
  fieldFact('hs_object_id', { role: 'record_id' }),
  fieldFact('email', { role: 'email' }),
  fieldFact('diet', { custom: true }),
  fieldFact('unread', { unread: true }),
  archivedField(SOURCE),
];
const WIDE = [
  ...FIELDS,
  ...Array.from({ length: 120 }, (_, at) => fieldFact(`custom_${at}`, { custom: true })),
];
const VALUES = Object.fromEntries(WIDE.map(({ name }) => [name, name === 'diet' ? 'vegan' : null]));

interface Account {
  readonly count: number;
  readonly archived?: number;
  readonly total?: number;
  readonly fields?: readonly FieldFact[];
  readonly spoil?: (honest: object, asked: Asked) => unknown;
}

/** Reads an account whose pages `spoil` may change. */
async function reading({
  count,
  archived = 0,
  total = count,
  fields = FIELDS,
  spoil = (one) => one,
}: Account) {
  const records = numbered(count, VALUES);
  const api = scriptedApi((asked, body) => {
    if (asked.path.endsWith('/search')) return { total };
    if (asked.path.endsWith('/batch/read')) {
      const { inputs } = body as { inputs: readonly { id: string }[] };
      return spoil({ results: inputs.map(({ id }) => ({ id, properties: VALUES })) }, asked);
    }
    const isArchived = asked.query?.['archived'] === true;
    return spoil(pageOf(isArchived ? numbered(archived, VALUES) : records, asked), asked);
  });
  const session = { now: () => NOW } as VendorSession;
  const { items, end } = await drained(readRecords({ api, source: SOURCE, session, type: CONTACTS, fields }));
  const rows = items.flatMap((batch) => batch.rows);
  return { batches: items, rows, end, asked: api.asked };
}

function isList({ path, query }: Asked): boolean {
  return query?.['archived'] === false && path.endsWith('/contacts');
}

describe('contacts', () => {
  it('come with the properties that are read, and cover the time up to now', async () => {
    const { rows, end, asked } = await reading({ count: 250 });
    expect(rows).toHaveLength(250);
    expect(rows[0]).toEqual(['1', '', 'vegan']);
    expect(end).toEqual({ window: { from: null, to: '2026-11-23' } });
    expect(asked[1]?.query?.['properties']).toEqual(['hs_object_id', 'email', 'diet']);
  });

  it('are asked for by their ids where the names do not fit into an address', async () => {
    const { rows, end, asked } = await reading({ count: 250, fields: WIDE });
    expect(rows.map(([id]) => id)).toEqual(numbered(250).map(({ id }) => id));
    expect(end).not.toHaveProperty('shortfall');
    expect(asked.filter(({ path }) => path.endsWith('/batch/read'))).toHaveLength(3);
    expect(asked.filter(isList).map(({ query }) => query?.['properties'])).toEqual(
      Array.from({ length: 3 }, () => ['hs_object_id']),
    );
  });

  it.each([
    ['a page was skipped', { total: 250, count: 150 }],
    ['the list ended early', { spoil: withoutPaging }],
  ])('are in part where %s', async (_, account: Partial<Account>) => {
    const { end } = await reading({ count: 250, ...account });
    expect(end.shortfall).toMatchObject({ status: 'partial', actor: 'vendor' });
  });

  it('are complete where some were deleted, or added, while they were read', async () => {
    for (const total of [240, 250]) {
      expect((await reading({ count: 250, total })).end).not.toHaveProperty('shortfall');
    }
  });

  it('come once each, also where a page comes again', async () => {
    let first: object | null = null;
    const { rows, end } = await reading({
      count: 250,
      spoil(honest, asked) {
        if (!isList(asked)) return honest;
        const page = honest as { results: readonly unknown[] };
        const again = first === null ? [] : (first as { results: readonly unknown[] }).results;
        first ??= honest;
        return { ...page, results: [...again, ...page.results] };
      },
    });
    expect([rows.length, end.shortfall]).toEqual([250, undefined]);
  });

  it('are in part, and name the property, where one is not given any more: nobody can say it is empty', async () => {
    const { end } = await reading({ count: 3, spoil: withoutDiet });
    expect(end.shortfall).toMatchObject({ status: 'partial', reason: expect.stringContaining('diet') });
  });

  it('are refused where a value has another form, without the value', async () => {
    const spoil = (honest: object) =>
      JSON.parse(JSON.stringify(honest).replaceAll('"vegan"', '["vegan"]')) as object;
    await expect(reading({ count: 3, spoil })).rejects.toMatchObject({
      refusal: { status: 'failed', actor: 'us', reason: expect.stringContaining('properties.diet') },
    });
  });
});

describe('deleted contacts', () => {
  it('are tombstones: their keys, and that they are archived', async () => {
    const { batches, end } = await reading({ count: 1, archived: 2 });
    const tombstones = batches.at(-1);
    expect(tombstones?.fields.map(({ name, role }) => [name, role])).toEqual([
      ['hs_object_id', 'record_id'],
      ['email', 'email'],
      ['record.archived', 'status'],
    ]);
    expect(tombstones?.rows).toEqual([
      ['1', '', 'archived'],
      ['2', '', 'archived'],
    ]);
    expect(end).not.toHaveProperty('shortfall');
  });

  it.each([
    ['a page of them is skipped', (asked: Asked) => asked.query?.['after'] === '101'],
    ['their list ends early', (asked: Asked) => asked.query?.['limit'] === 100],
  ])('leave the resource in part where %s', async (_, isStruck) => {
    const spoil = (honest: object, asked: Asked) => {
      if (asked.query?.['archived'] !== true || !isStruck(asked)) return honest;
      return asked.query?.['after'] === '101'
        ? pageOf(numbered(350, VALUES), later(asked))
        : withoutPaging(honest);
    };
    const { end } = await reading({ count: 1, archived: 350, spoil });
    expect(end.shortfall).toMatchObject({
      status: 'partial',
      reason: expect.stringContaining('left some out'),
    });
  });

  it('of several pages are complete where both looks agree', async () => {
    const { rows, end } = await reading({ count: 0, archived: 350 });
    expect([rows.length, end.shortfall]).toEqual([350, undefined]);
  });
});

describe('companies', () => {
  it('are nobody, and not read at all where nothing about them is asked', async () => {
    const api = scriptedApi((asked) =>
      asked.path.endsWith('/search') ? { total: 2 } : pageOf(numbered(2, VALUES), asked),
    );
    const session = { now: () => NOW } as VendorSession;
    const read = async (fields: readonly FieldFact[]) =>
      drained(readRecords({ api, source: SOURCE, session, type: COMPANIES, fields }));
    expect(await read([fieldFact('hs_object_id', { role: 'record_id' })])).toEqual({ items: [], end: {} });
    expect(api.asked).toEqual([]);
    const { items, end } = await read([fieldFact('diet', { custom: true })]);
    expect(items).toMatchObject([{ object: 'company', notPeople: true, rows: [['vegan'], ['vegan']] }]);
    expect(end).toEqual({});
  });
});

function withoutPaging(honest: object): object {
  return { ...honest, paging: undefined };
}

function later(asked: Asked): Asked {
  return { ...asked, query: { ...asked.query, after: '201' } };
}

function withoutDiet(honest: object): object {
  return JSON.parse(JSON.stringify(honest).replaceAll('"diet":"vegan",', '')) as object;
}
