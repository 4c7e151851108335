import { describe, expect, it } from '@jest/globals';
import type { RetentionMeasure } from '../../engine/measures.js';
import { judge } from '../inventory.spec-builders.js';
import {
  aRetentionMeasure,
  measuredInventory,
  measuresOf,
  months,
  retentionPolicy,
  tally,
} from '../measured.spec-builders.js';
import { retentionUndated } from './retention-undated.js';

function leadsIn(given: Partial<RetentionMeasure> = {}) {
  const leads = aRetentionMeasure({
    subjects: 'leads',
    after: 'last_activity',
    keep: months(12),
    held: 9,
    undated: tally(2, ['45', '46']),
    ...given,
  });
  return {
    policy: retentionPolicy(),
    inventory: measuredInventory([measuresOf('crm', { retention: [aRetentionMeasure(), leads] })]),
    baseline: null,
  };
}

describe('retention.undated', () => {
  it('counts people whose age no system can tell (E12, E30)', () => {
    expect(judge(retentionUndated, leadsIn())).toMatchObject([
      {
        system: 'crm',
        objectId: 'leads.last_activity',
        subject: 'leads',
        title: '2 leads in crm (HubSpot) without any date',
        evidence: { count: 2, of: 9, records: 2, sample: ['45', '46'] },
      },
    ]);
  });

  it('rests on the records of every system: another one may know a date (law 2)', () => {
    const [found] = judge(retentionUndated, leadsIn());
    expect(found?.readFrom.map(({ system }) => system)).toEqual(['books', 'books', 'crm', 'newsletter']);
  });

  it('finds nothing where every record has some date, or the policy names no term (E12)', () => {
    expect(judge(retentionUndated, leadsIn({ undated: tally(0) }))).toEqual([]);
    const noEntry = { ...leadsIn(), policy: retentionPolicy({ retention: [] }) };
    expect(judge(retentionUndated, noEntry)).toEqual([]);
  });

  it.each([
    [0, false],
    [1, true],
  ])('may be called fixed only when everybody was judged (law 2): %i could not be', (unjudged, isSilent) => {
    const finding = { system: 'crm', objectId: 'leads.last_activity' };
    expect(retentionUndated.isSilentOn?.(finding, leadsIn({ undated: tally(0), unjudged }))).toBe(isSilent);
  });
});
