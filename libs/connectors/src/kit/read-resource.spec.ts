import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { BugError, ReadRefusedError, UserActionError } from '../contract/error.js';
import type { PersonFact, Source } from '../contract/fact.js';
import type { Refusal } from '../contract/refusal.js';
import { readResource, type ResourceEnd, unreadReceipt } from './read-resource.js';

const source: Source = { system: 'crm', connector: 'hubspot', account: '1' };
const tom: PersonFact = {
  kind: 'person',
  source,
  identifier: 'tom@bakery.example',
  role: '',
  level: 'member',
  state: 'active',
};
const refusal: Refusal = {
  status: 'denied',
  reason: 'the right was not granted',
  actor: 'user',
  step: 'Grant it.',
  scope: 'settings.users.read',
};

async function read(
  given: () => AsyncGenerator<PersonFact, ResourceEnd | void>,
  signal = new AbortController().signal,
) {
  const items = [];
  for await (const item of readResource({ source, capability: 'people' }, given(), signal)) items.push(item);
  return items;
}

async function* failing(fault: unknown): AsyncGenerator<PersonFact> {
  await Promise.resolve();
  yield tom;
  throw fault;
}

describe('a resource', () => {
  it('ends with a receipt that counts what was read', async () => {
    const items = await read(async function* () {
      await Promise.resolve();
      yield tom;
      yield tom;
    });
    expect(items.at(-1)).toEqual({
      kind: 'receipt',
      source,
      capability: 'people',
      status: 'complete',
      read: 2,
      parts: [],
    });
  });

  it('says its window, and what it fell short of, where it knows', async () => {
    const shortfall: Refusal = { ...refusal, status: 'partial' };
    const window = { from: null, to: '2026-11-26' };
    const items = await read(async function* () {
      await Promise.resolve();
      yield tom;
      return { window, shortfall };
    });
    expect(items.at(-1)).toMatchObject({ ...shortfall, window, read: 1 });
  });

  it.each([
    ['a refusal', new ReadRefusedError({ message: 'm', refusal }), refusal],
    [
      'a step for the owner',
      new UserActionError({ message: 'm', step: 'Do it.' }),
      { status: 'denied', step: 'Do it.' },
    ],
    [
      'a fault of ours',
      new BugError({ message: 'A request was refused' }),
      { status: 'failed', actor: 'us' },
    ],
    ['anything else', new TypeError('value-canary'), { status: 'failed', actor: 'us' }],
  ])('that breaks off by %s keeps what it gave and says who must act', async (_, error, said) => {
    const items = await read(() => failing(error));
    expect(items).toEqual([tom, expect.objectContaining({ kind: 'receipt', read: 1, ...said })]);
    expect(inspect(items)).not.toContain('value-canary');
  });

  it('throws when the scan is cancelled, instead of blaming somebody', async () => {
    const stop = new AbortController();
    stop.abort(new Error('cancelled'));
    await expect(read(() => failing(new Error('socket')), stop.signal)).rejects.toThrow('cancelled');
  });

  it('can be said to be unread', () => {
    expect(unreadReceipt({ source, capability: 'apps' }, refusal)).toMatchObject({ ...refusal, read: 0 });
  });
});
