import { describe, expect, it } from '@jest/globals';
import type { Fact, Source } from '#connectors/contract/fact.js';
import type { Receipt } from '#connectors/contract/receipt.js';
import { LiveFirst } from './live-first.js';

const live: Source = { system: 'crm', connector: 'hubspot', account: '4711' };
const file: Source = { ...live, account: 'exports' };

function records(source: Source, rows: number): Fact {
  return {
    kind: 'records',
    source,
    object: 'contact',
    fields: [],
    rows: Array.from({ length: rows }, () => []),
  };
}

function receipt(source: Source, given: Partial<Receipt>): Receipt {
  const common = {
    kind: 'receipt',
    source,
    capability: 'records',
    object: 'contact',
    read: 0,
    parts: [],
  } as const;
  return { ...common, status: 'complete', ...given };
}

function standing(first: LiveFirst): readonly string[] {
  return first.receipts().map(({ capability, status }) => `${capability} ${status}`);
}

describe('connections and exports of one system (E7)', () => {
  it('let a connection that read everything win', () => {
    const first = new LiveFirst();
    expect(first.fromConnection(records(live, 2))).toBe(true);
    expect(first.fromConnection(receipt(live, { read: 2 }))).toBe(false);
    expect(first.fromExports(records(file, 3))).toBe(false);
    expect(first.fromExports(receipt(file, { read: 3 }))).toBe(false);
    expect(standing(first)).toEqual(['records complete']);
  });

  it('let a complete connection win also where it found nothing', () => {
    const first = new LiveFirst();
    first.fromConnection(receipt(live, {}));
    expect(first.fromExports(records(file, 3))).toBe(false);
  });

  it('never add up two readings of the same records: a connection that broke off stays what it is', () => {
    const first = new LiveFirst();
    first.fromConnection(records(live, 2));
    first.fromConnection(receipt(live, { status: 'failed', reason: 'x', read: 2 }));
    expect(first.fromExports(records(file, 3))).toBe(false);
    expect(first.fromExports(receipt(file, { read: 3 }))).toBe(false);
    expect(standing(first)).toEqual(['records failed']);
  });

  it('let an export fill what the connection could not give, and no gap is left', () => {
    const first = new LiveFirst();
    first.fromConnection(receipt(live, { capability: 'people', status: 'unsupported', reason: 'no list' }));
    const person: Fact = {
      kind: 'person',
      source: file,
      identifier: 'tom',
      role: '',
      level: 'member',
      state: 'active',
    };
    const { object: _, ...ofPeople } = receipt(file, { capability: 'people' });
    first.fromConnection({ ...ofPeople, source: live, status: 'denied', reason: 'no right' });
    expect(first.fromExports(person)).toBe(true);
    expect(first.fromExports({ ...ofPeople, read: 1 })).toBe(true);
    expect(first.fromExports({ ...ofPeople, read: 1 })).toBe(true);
    expect(standing(first)).toEqual(['people unsupported']);
  });

  it('keep what the connection says where the export has nothing either', () => {
    const first = new LiveFirst();
    first.fromConnection(receipt(live, { status: 'denied', reason: 'no right' }));
    expect(first.fromExports(receipt(file, { status: 'unsupported', reason: 'not supplied' }))).toBe(false);
    expect(standing(first)).toEqual(['records denied']);
  });

  it('do not count people again whose list is called otherwise in its export', () => {
    const first = new LiveFirst();
    first.fromConnection(records(live, 2));
    first.fromConnection(receipt(live, {}));
    const named = { ...records(file, 2), list: 'bread club' } as Fact;
    expect(first.fromExports(named)).toBe(false);
    expect(first.fromExports({ ...receipt(file, {}), list: 'bread club' })).toBe(false);
    const unread = new LiveFirst();
    unread.fromConnection(receipt(live, { status: 'denied', reason: 'no right' }));
    expect(unread.fromExports(named)).toBe(true);
  });

  it('leave other systems and other objects alone', () => {
    const first = new LiveFirst();
    first.fromConnection(receipt(live, {}));
    expect(first.fromExports({ ...records(file, 1), object: 'ticket' } as Fact)).toBe(true);
    expect(first.fromExports(records({ ...file, system: 'shop' }, 1))).toBe(true);
  });
});
