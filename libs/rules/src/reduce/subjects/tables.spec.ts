import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { testKeyed } from './join.spec-builders.js';
import { EntryKeys } from './entry-keys.js';
import { EntryTable } from './entry-table.js';
import { KeyKind, KeyTable } from './key-table.js';
import { References, referenceText } from './references.js';
import { Resource } from './resource.js';

describe('EntryKeys', () => {
  it('gives back every key of every entry, read in any order', () => {
    const keys = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 6 });
    const entries = fc.array(keys, { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(entries, fc.infiniteStream(fc.nat()), (added, random) => {
        const table = new EntryKeys();
        for (const one of added) table.add(one);
        const read = (entry: number) =>
          Array.from({ length: table.count(entry) }, (_, position) => table.at(entry, position));
        expect(added.map((_, entry) => read(entry))).toEqual(added);
        for (let round = 0; round < 50; round += 1) {
          const entry = random.next().value % added.length;
          expect(read(entry)).toEqual(added[entry]);
          expect(table.isExactly(entry, added[entry] ?? [])).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('keeps 128 keys of an entry and drops the rest', () => {
    const table = new EntryKeys();
    table.add(Array.from({ length: 500 }, (_, at) => at * 2 + 1));
    table.add([7]);
    expect([table.count(0), table.at(0, 127), table.count(1), table.at(1, 0)]).toEqual([128, 255, 1, 7]);
  });
});

describe('tables that grow', () => {
  it('KeyTable numbers distinct keys from 1, the same value of another kind apart', () => {
    const table = new KeyTable();
    const values = Array.from({ length: 20_000 }, (_, at) => testKeyed(`value ${at}`));
    const ids = values.map((hash) => table.idOf(KeyKind.email, hash));
    expect(ids).toEqual(values.map((_, at) => at + 1));
    expect(values.map((hash) => table.idOf(KeyKind.email, hash))).toEqual(ids);
    expect(table.idOf(KeyKind.phone, testKeyed('value 7'))).toBe(20_001);
    const kinds = table.kindsAndForget();
    expect([kinds[1], kinds[20_000], kinds[20_001]]).toEqual([KeyKind.email, KeyKind.email, KeyKind.phone]);
  });

  it('EntryTable finds the entry with exactly these keys', () => {
    const resource = new Resource({
      system: 'shop',
      connector: 'exports',
      object: 'orders.csv',
      list: null,
      isSales: true,
    });
    const table = new EntryTable(resource);
    const tuples = Array.from({ length: 5_000 }, (_, at) => (at % 2 === 0 ? [at + 1] : [at, at + 1, 9_999]));
    const entries = tuples.map((keys) => table.entryOf(keys));
    expect(new Set(entries).size).toBe(5_000);
    expect(tuples.map((keys) => table.entryOf(keys))).toEqual(entries);
  });
});

describe('Resource', () => {
  it.each([1, 256, 257, 70_000])('counts %i lines of one customer', (lines) => {
    const resource = new Resource({
      system: 'books',
      connector: 'quickbooks',
      object: 'sale',
      list: null,
      isSales: true,
    });
    const entry = resource.keys.add([1]);
    for (let line = 1; line < lines; line += 1) resource.countLine(entry);
    expect(resource.linesOf(entry)).toBe(lines);
  });
});

describe('References', () => {
  it.each([
    ['1', '1'],
    ['104500001', '104500001'],
    ['4294967296', '4294967296'],
    ['99999999999999', '99999999999999'],
    ['999999999999999999', '999999999999999999'],
    ['cus_NffrFeUfNV2Hib', 'cus_NffrFeUfNV2Hib'],
    ['000123', '000123'],
    ['anna@example.com', 'file.csv:5'],
    ['Anna Smith', 'file.csv:5'],
    ['', 'file.csv:5'],
  ])('names a record with the id %j as %s (law 1)', (id, expected) => {
    const references = new References();
    references.set(0, 'before', 'file.csv', 4);
    references.set(1, id, 'file.csv', 5);
    const reference = references.of(1);
    expect(reference && referenceText(reference)).toBe(expected);
  });
});
