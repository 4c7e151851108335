import { describe, expect, it } from '@jest/globals';
import { aPolicy, inventoryOf, judge } from '../inventory.spec-builders.js';
import { programPolicyReview } from './program-policy-review.js';

const reviewEvery = { years: 0, months: 3, weeks: 0, days: 0 };

function reviewed(day: string | null) {
  return judge(programPolicyReview, {
    policy: aPolicy({ reviewed: day, reviewEvery }),
    inventory: inventoryOf(),
  });
}

describe('program.policy-review', () => {
  // Today is 24 November 2026.
  it('is silent until 30 days before it is due (E32)', () => {
    expect(reviewed('2026-09-25')).toEqual([]);
    expect(reviewed('2026-09-24')).toMatchObject([
      { title: 'The review of your policy is due on 24 December 2026' },
    ]);
  });

  it('is due on its day, overdue the day after: low, then medium (E19, E32)', () => {
    const [due] = reviewed('2026-08-24');
    const [overdue] = reviewed('2026-08-23');

    expect(programPolicyReview.severity).toBe('low');
    expect(due).toMatchObject({ content: { state: 'due' } });
    expect(due?.severity).toBeUndefined();
    expect(overdue).toMatchObject({
      system: null,
      objectType: 'duty',
      objectId: 'policy-review',
      subject: 'Policy review',
      severity: 'medium',
      title: 'The review of your policy was due on 23 November 2026',
      evidence: { last: '2026-08-23', due: '2026-11-23', every: '3 months' },
      readFrom: [],
    });
  });

  it('is due, not late, where no review is on record', () => {
    const [violation] = reviewed(null);

    expect(violation?.title).toBe('The review of your policy is not known to have been done');
    expect(violation?.severity).toBeUndefined();
  });

  it('is not judged without review_every (E32)', () => {
    expect(
      judge(programPolicyReview, { policy: aPolicy({ reviewed: '2020-01-01' }), inventory: inventoryOf() }),
    ).toEqual([]);
  });
});
