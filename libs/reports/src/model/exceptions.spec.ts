import { describe, expect, it } from '@jest/globals';
import { exceptionsInForce } from './exceptions.js';
import { exceptionUntil, finding, outcome, reported } from './report.spec-builders.js';

const exceptedUntil = (...days: readonly string[]) =>
  exceptionsInForce(
    outcome({
      findings: days.map((day) =>
        reported(finding('field.undeclared', day, { disposition: exceptionUntil(day) }), { excepted: true }),
      ),
    }),
  );

describe('exceptions in force (law 5)', () => {
  it('last to the end of their last day', () => {
    expect(exceptedUntil('2026-11-23')).toMatchObject([{ daysLeft: 0, endsSoon: true }]);
    expect(exceptedUntil('2026-11-22')).toEqual([]);
  });

  it('warn a week before they end', () => {
    expect(exceptedUntil('2026-11-30')).toMatchObject([{ daysLeft: 7, endsSoon: true }]);
    expect(exceptedUntil('2026-12-01')).toMatchObject([{ daysLeft: 8, endsSoon: false }]);
  });

  it('come in the order in which they end', () => {
    const subjects = exceptedUntil('2027-03-01', '2026-12-24').map((one) => one.finding.subject);
    expect(subjects).toEqual(['2026-12-24', '2027-03-01']);
  });

  it('are not spoken of once the finding itself is gone', () => {
    const disposition = exceptionUntil('2027-01-31');
    const gone = reported(finding('field.undeclared', 'a', { observation: 'absent', disposition }));
    expect(exceptionsInForce(outcome({ findings: [gone] }))).toEqual([]);
  });
});
