import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Source } from '../contract/fact.js';
import { AppBook } from './app-book.js';
import type { AppEvent } from './reports.schema.js';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-23T12:00:00Z');
const source: Source = { system: 'office', connector: 'google-workspace', account: 'C01' };

type Told = readonly [
  name: 'authorize' | 'activity' | 'revoke',
  daysAgo: number,
  person: string,
  detail?: string,
];

function event([name, , , detail = name === 'authorize' ? 'drive.readonly' : '1000']: Told): AppEvent {
  const client = [
    { name: 'client_id', value: 'client-1' },
    { name: 'app_name', value: 'Zapier' },
  ];
  if (name !== 'activity') return { name, parameters: [...client, { name: 'scope', multiValue: [detail] }] };
  return {
    name,
    parameters: [
      ...client,
      { name: 'product_bucket', value: 'DRIVE' },
      { name: 'num_response_bytes', intValue: detail },
    ],
  };
}

function bookOf(told: readonly Told[], before = {}, isSettled = false): AppBook {
  const book = new AppBook(before);
  for (const one of told) book.add(event(one), { at: NOW - one[1] * DAY, person: one[2], isSettled });
  return book;
}

function app(told: readonly Told[]) {
  return bookOf(told).facts(source, NOW)[0];
}

describe('an app in the log', () => {
  it('has access from when somebody lets it in until everybody has thrown it out (E16)', () => {
    const letIn: readonly Told[] = [
      ['authorize', 30, 'maria'],
      ['authorize', 20, 'tom'],
    ];
    expect(app(letIn)).toMatchObject({ users: 2, scopes: ['drive.readonly'], lastSeen: '2026-11-03' });
    expect(app([...letIn, ['revoke', 10, 'tom']])).toMatchObject({ users: 1 });
    expect(app([...letIn, ['revoke', 10, 'tom'], ['revoke', 9, 'maria']])).toBeUndefined();
    expect(
      app([...letIn, ['revoke', 10, 'tom'], ['revoke', 9, 'maria'], ['authorize', 8, 'tom']]),
    ).toMatchObject({
      users: 1,
    });
  });

  it('has no access any more after 180 days of silence (E16)', () => {
    expect(app([['authorize', 180, 'maria']])).toMatchObject({ users: 1 });
    expect(app([['authorize', 181, 'maria']])).toBeUndefined();
    expect(
      app([
        ['authorize', 400, 'maria'],
        ['activity', 3, 'maria'],
      ]),
    ).toMatchObject({ users: 1, lastSeen: '2026-11-20' });
  });

  it('is not let in again by what it was about to read when it was thrown out', () => {
    const thrownOut: readonly Told[] = [
      ['authorize', 30, 'maria'],
      ['revoke', 10, 'maria'],
    ];
    expect(app([...thrownOut, ['activity', 9.9, 'maria']])).toBeUndefined();
    expect(app([...thrownOut, ['activity', 5, 'maria']])).toMatchObject({ users: 1 });
  });

  it('may reach what it was last given: rights of before it was thrown out do not count', () => {
    const again: readonly Told[] = [
      ['authorize', 30, 'maria', 'https://www.googleapis.com/auth/drive'],
      ['revoke', 20, 'maria'],
      ['authorize', 10, 'maria', 'https://www.googleapis.com/auth/calendar'],
      ['authorize', 9, 'maria', 'https://mail.google.com/'],
    ];
    expect(app(again)?.scopes).toEqual(['calendar', 'mail.google.com']);
  });

  it('of which only the use is known goes by the services it uses', () => {
    expect(app([['activity', 3, 'maria', '48000']])).toMatchObject({
      scopes: ['Drive'],
      reads: [{ api: 'DRIVE', bytes: 48_000, lastDay: '2026-11-20' }],
    });
  });

  it('is the same in whatever order the log comes, and read again from what is remembered (law 6)', () => {
    const events = fc.array(
      fc.tuple(
        fc.constantFrom('authorize', 'activity', 'revoke'),
        fc.integer({ min: 0, max: 200 }),
        fc.constantFrom('maria', 'tom'),
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(events, fc.integer({ min: 0, max: 200 }), (told, boundary) => {
        const facts = bookOf(told).facts(source, NOW);
        expect(bookOf(told.toReversed()).facts(source, NOW)).toEqual(facts);
        // The scan before saw the older part for good, and a day of the rest that it will see again.
        const settled = told.filter(([, daysAgo]) => daysAgo > boundary);
        const rest = told.filter(([, daysAgo]) => daysAgo <= boundary);
        const first = bookOf(settled, {}, true);
        for (const one of rest.slice(0, 3)) {
          first.add(event(one), { at: NOW - one[1] * DAY, person: one[2], isSettled: false });
        }
        const remembered = JSON.parse(JSON.stringify(first.remembered(NOW - boundary * DAY))) as object;
        const onward = bookOf(rest, remembered).facts(source, NOW);
        const grants = (ones: typeof facts) =>
          ones.map(({ users, scopes, lastSeen }) => [users, scopes, lastSeen]);
        // Bytes of an app that everybody had thrown out are forgotten with it.
        expect(grants(onward).length).toBe(grants(facts).length);
        expect(onward.map(({ users }) => users)).toEqual(facts.map(({ users }) => users));
      }),
      { numRuns: 200 },
    );
  });
});
