import { describe, expect, it } from '@jest/globals';
import type { RetentionMeasure, SystemMeasures } from '../../engine/measures.js';
import { judge } from '../inventory.spec-builders.js';
import {
  aRetentionMeasure,
  measuredInventory,
  measuresOf,
  months,
  retentionPolicy,
  tally,
} from '../measured.spec-builders.js';
import { retentionOverdue } from './retention-overdue.js';
import { retentionUndated } from './retention-undated.js';

const customers = (given: Partial<RetentionMeasure> = {}): RetentionMeasure =>
  aRetentionMeasure({ overdue: tally(3, ['17', '18', '19'], 4), ...given });

const leads: RetentionMeasure = {
  subjects: 'leads',
  after: 'last_activity',
  keep: months(12),
  held: 9,
  unjudged: 0,
  overdue: tally(1, ['44']),
  undated: tally(2, ['45', '46']),
};

function input(systems: readonly SystemMeasures[], policy = retentionPolicy()) {
  return { policy, inventory: measuredInventory(systems), baseline: null };
}

describe('retention.overdue', () => {
  it('is one finding a system and entry, with counts and a sample (E30, E31)', () => {
    const found = judge(retentionOverdue, input([measuresOf('crm', { retention: [customers(), leads] })]));
    expect(found.map(({ system, subject, objectId }) => [system, subject, objectId])).toEqual([
      ['crm', 'customers', 'customers.last_purchase'],
      ['crm', 'leads', 'leads.last_activity'],
    ]);
    expect(found[0]?.evidence).toEqual({
      count: 3,
      of: 50,
      records: 4,
      term: '24 months',
      after: 'last_purchase',
      judged_as_of: '2026-11-21',
      sample: ['17', '18', '19'],
    });
    expect(found[0]?.title).toBe('3 customers kept in crm (HubSpot) for longer than 24 months');
    expect(found[0]?.message).toContain('2026-11-21');
  });

  it('rests on the records of every system (law 2)', () => {
    const [found] = judge(retentionOverdue, input([measuresOf('crm', { retention: [customers()] })]));
    expect(found?.readFrom.map(({ system, object }) => `${system} ${object ?? ''}`)).toEqual([
      'books customer',
      'books sale',
      'crm contact',
      'newsletter member',
    ]);
  });

  it('takes the longer term of a system and says why (E12)', () => {
    const books = measuresOf('books', { retention: [customers({ keep: months(84) })] });
    const [found] = judge(retentionOverdue, input([books]));
    expect(found?.title).toContain('84 months');
    expect(found?.message).toContain('because of tax records');
    expect(found?.remedy).toContain('make the customer inactive');
  });

  it('finds nothing where nothing was joined', () => {
    const { measures: _, ...unjoined } = measuredInventory([]);
    expect(
      judge(retentionOverdue, { policy: retentionPolicy(), inventory: unjoined, baseline: null }),
    ).toEqual([]);
  });

  it('judges another term by the months of the last purchase (E22: what would the previous policy say?)', () => {
    const ages = [
      {
        subjects: 'customers' as const,
        after: 'last_purchase' as const,
        months: [
          { month: '2025-10', subjects: 5 },
          { month: '2025-12', subjects: 7 },
        ],
        silent: [],
      },
    ];
    const crm = measuresOf('crm', { retention: [customers({ overdue: tally(0) })], ages });
    const [customersEntry, ...others] = retentionPolicy().retention;
    if (!customersEntry) throw new Error('an entry');
    const shorter = retentionPolicy({ retention: [{ ...customersEntry, keep: months(12) }, ...others] });
    expect(judge(retentionOverdue, input([crm]))).toEqual([]);
    expect(judge(retentionOverdue, input([crm], shorter))).toMatchObject([
      { objectId: 'customers.last_purchase', evidence: { count: 5, of: 12, sample: [] } },
    ]);
  });

  it.each([
    ['everybody was judged', 0, false],
    ['somebody could not be judged', 1, true],
  ])('may be called fixed only when everybody was judged (law 2): %s', (_, unjudged, isSilent) => {
    const crm = measuresOf('crm', { retention: [customers({ overdue: tally(0), unjudged })] });
    const finding = { system: 'crm', objectId: 'customers.last_purchase' };
    expect(retentionOverdue.isSilentOn?.(finding, input([crm]))).toBe(isSilent);
    expect(retentionUndated.isSilentOn?.(finding, input([crm]))).toBe(isSilent);
  });
});

describe('retention.undated', () => {
  it('counts records whose age no system can tell (E12)', () => {
    const [found, ...others] = judge(
      retentionUndated,
      input([measuresOf('crm', { retention: [customers(), leads] })]),
    );
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      subject: 'leads',
      title: '2 leads in crm (HubSpot) without any date',
      evidence: { count: 2, of: 9, sample: ['45', '46'] },
    });
  });
});
