import { describe, expect, it } from '@jest/globals';
import { aPolicy, inventoryOf, judge } from '../inventory.spec-builders.js';
import { programAudit } from './program-audit.js';

function audited(last: string | null) {
  const audit = { every: { years: 0, months: 3, weeks: 0, days: 0 }, last };
  return judge(programAudit, { policy: aPolicy({ audit }), inventory: inventoryOf() });
}

describe('program.audit', () => {
  it('is silent, due, then overdue (E32)', () => {
    expect(audited('2026-09-30')).toEqual([]);
    expect(audited('2026-09-01')).toMatchObject([
      {
        objectId: 'audit',
        subject: 'Audit',
        title: 'The audit is due on 1 December 2026',
        content: { state: 'due' },
      },
    ]);
    expect(audited('2026-06-30')).toMatchObject([
      { severity: 'medium', title: 'The audit was due on 30 September 2026' },
    ]);
  });

  it('is due where none is on record, and not judged without the duty (E32)', () => {
    expect(audited(null)).toMatchObject([{ content: { state: 'due' } }]);
    expect(judge(programAudit, { inventory: inventoryOf() })).toEqual([]);
  });
});
