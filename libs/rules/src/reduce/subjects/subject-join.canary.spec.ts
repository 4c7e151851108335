import { createHash, createHmac } from 'node:crypto';
import { inspect } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import { BugError } from '#connectors/contract/error.js';
import { EVERYTHING_READ, joinPolicy, table, testKeyed } from './join.spec-builders.js';
import { createSubjectJoin } from './subject-join.js';

/** Values of customers, in every column that the join looks at, and where a vendor's id should be. */
const CANARIES = {
  email: 'kanarienvogel.anna@example.com',
  other: 'kanarienvogel.other@example.com',
  phone: '(212) 555-0147',
  name: 'Kanarienvogel Annasdottir',
  id: 'kanarienvogel.id@example.com',
  day: '2019-07-19',
};

function joinOfCanaries() {
  const { email, other, phone, name, id, day } = CANARIES;
  const join = createSubjectJoin({ policy: joinPolicy(), keyed: testKeyed });
  join.add(
    table(
      'crm',
      'contact',
      ['record_id', 'email', 'phone', 'created', 'activity'],
      [[id, email, phone, day, day]],
    ),
  );
  join.add(
    table(
      'newsletter',
      'member',
      ['record_id', 'email', 'opt_in', 'opt_out', 'status'],
      [['', other, day, '', 'subscribed']],
    ),
  );
  join.add(table('books', 'customer', ['own_key', 'phone', 'email'], [[name, phone, email]]));
  join.add(
    table(
      'books',
      'sale',
      ['own_key', 'purchase_date', 'purchase_type', 'purchase_number', 'amount'],
      [[name, day, 'Invoice', 'kanarienvogel-17', '12.50']],
    ),
  );
  join.addErasures([{ email: other, phone: '', date: day }]);
  return join;
}

/** Each value as it may hide: plain, folded, encoded, digits alone, hashed, and under the key of the scan. */
function disguises(): readonly string[] {
  const values = [...Object.values(CANARIES), '+12125550147', '12125550147', '2125550147', 'kanarienvogel'];
  return values.flatMap((value) =>
    [value, value.toLowerCase()].flatMap((plain) => [
      plain,
      encodeURIComponent(plain),
      Buffer.from(plain).toString('base64').slice(0, -3),
      ...(['md5', 'sha1', 'sha256'] as const).map((algorithm) =>
        createHash(algorithm).update(plain).digest('hex'),
      ),
      createHmac('sha256', 'a key for tests').update(plain).digest('hex').slice(0, 16),
      createHmac('sha256', 'a key for tests').update(plain).digest('base64').slice(0, 16),
    ]),
  );
}

describe('law 1 through the join', () => {
  it('lets no value and no hash into the measures; records are named by file and row, dates by month', () => {
    const measures = joinOfCanaries().finish(EVERYTHING_READ, '2026-11-23');
    const kept = `${JSON.stringify(measures)}\n${inspect(measures, { depth: null })}`.toLowerCase();
    expect(measures.systems[0]?.retention[0]?.overdue.sample).toEqual(['crm.csv:2']);
    expect(measures.systems[1]?.deletions.requested.subjects).toBe(1);
    expect(disguises().filter((one) => kept.includes(one.toLowerCase()))).toEqual([]);
  });

  it('lets none into an error, however closely it is looked at', () => {
    const join = joinOfCanaries();
    join.finish(EVERYTHING_READ, '2026-11-23');
    const error = thrownBy(() => join.finish(EVERYTHING_READ, '2026-11-23'));
    expect(error).toBeInstanceOf(BugError);
    const shown = inspect(error, { depth: null, showHidden: true }).toLowerCase();
    expect(disguises().filter((one) => shown.includes(one.toLowerCase()))).toEqual([]);
  });
});

function thrownBy(act: () => unknown): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  return null;
}
