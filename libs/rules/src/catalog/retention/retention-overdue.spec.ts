import { describe, expect, it } from '@jest/globals';
import type { RetentionMeasure, SystemMeasures, Tally } from '../../engine/measures.js';
import { aSystem, judge } from '../inventory.spec-builders.js';
import {
  aRetentionMeasure,
  measuredInventory,
  measuresOf,
  months,
  retentionPolicy,
  tally,
} from '../measured.spec-builders.js';
import { retentionOverdue } from './retention-overdue.js';

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
    expect(found[0]?.message).toContain('21 November 2026');
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

  it('names its records where they are few, else the command that lists them all', () => {
    const remedy = (overdue: Tally) =>
      judge(retentionOverdue, input([measuresOf('crm', { retention: [customers({ overdue })] })]))[0]?.remedy;
    expect(remedy(tally(1, ['17']))).toMatch(/^It is record 17\. In HubSpot/u);
    expect(remedy(tally(2, ['17', '18']))).toMatch(/^They are the records 17, 18\. In HubSpot/u);
    expect(remedy(tally(40, ['17', '18', '19', '20']))).toContain(
      'Begin with the records 17, 18, 19; "npx --no-install plumbline list retention.overdue --system crm --policy FILE --exports FOLDER" lists them all.',
    );
  });

  it('tells systems of files apart by their names: they have no account (law 4)', () => {
    const files = ['catering', 'market'].map((system) => aSystem({ system, connector: 'exports' }));
    const measured = measuredInventory(
      ['catering', 'market'].map((system) => measuresOf(system, { retention: [leads] })),
    );
    const inventory = { ...measured, systems: files };
    const ids = judge(retentionOverdue, { policy: retentionPolicy(), inventory }).map(
      ({ objectId }) => objectId,
    );
    expect(ids).toEqual(['catering/leads.last_activity', 'market/leads.last_activity']);
    const finding = { system: 'market', objectId: 'market/leads.last_activity' };
    expect(
      retentionOverdue.isSilentOn?.(finding, { policy: retentionPolicy(), inventory, baseline: null }),
    ).toBe(false);
  });

  it('takes the shortest of several terms for the same people', () => {
    const [entry] = retentionPolicy().retention;
    if (!entry) throw new Error('an entry');
    const policy = retentionPolicy({ retention: [{ ...entry, keep: months(36) }, entry] });
    const crm = measuresOf('crm', {
      retention: [customers({ keep: months(36), overdue: tally(1) }), customers()],
    });
    expect(judge(retentionOverdue, input([crm], policy))).toMatchObject([
      { evidence: { count: 3, term: '24 months' } },
    ]);
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
    ['the entry was not measured', null, true],
  ])('may be called fixed only when everybody was judged (law 2): %s', (_, unjudged, isSilent) => {
    const retention = unjudged === null ? [] : [customers({ overdue: tally(0), unjudged })];
    const crm = measuresOf('crm', { retention });
    const finding = { system: 'crm', objectId: 'customers.last_purchase' };
    expect(retentionOverdue.isSilentOn?.(finding, input([crm]))).toBe(isSilent);
  });
});
