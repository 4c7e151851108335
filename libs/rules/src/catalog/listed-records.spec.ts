import { describe, expect, it } from '@jest/globals';
import { evaluate } from '../engine/evaluate.js';
import { driftedBakery } from './drifted-bakery.spec-builders.js';
import { isListable, listableRules } from '../engine/listable-rule.js';
import { listedRecords } from './listed-records.js';
import { measuredInventory, measuresOf, retentionPolicy, tally } from './measured.spec-builders.js';
import { rules } from './rules.js';

describe('the records to list', () => {
  it.each(listableRules)('are those of %s, finding by finding, and of nothing else', (rule) => {
    const { policy, inventory } = driftedBakery;
    const found = [...evaluate({ rules, digest: (text) => text, ...driftedBakery }).values()];
    const lists = ['crm', 'newsletter', 'office'].flatMap((system) =>
      listedRecords(rule, system, policy, inventory).map(({ subject, count, records }) => ({
        system,
        subject,
        count,
        records,
      })),
    );
    expect(lists.length).toBeGreaterThan(0);
    expect(lists).toEqual(
      found
        .filter((violation) => violation.rule === rule)
        .map(({ system, subject, evidence }) => ({
          system,
          subject,
          count: evidence['count'],
          records: evidence['sample'],
        })),
    );
  });

  it('are all of them, also where a finding keeps twenty: two kinds of deletions are one list', () => {
    const ids = (first: number, count: number) =>
      Array.from({ length: count }, (_, at) => String(first + at));
    const deletions = {
      held: 90,
      unjudged: 0,
      requested: tally(15, ids(100, 15)),
      deletedElsewhere: tally(15, ids(200, 15)),
      deletedIn: ['books'],
    };
    const inventory = measuredInventory([measuresOf('crm', { deletions })]);
    expect(listedRecords('retention.not-propagated', 'crm', retentionPolicy(), inventory)).toEqual([
      { subject: 'customers', count: 30, records: [...ids(100, 15), ...ids(200, 15)] },
    ]);
  });

  it('are only of rules about single records', () => {
    expect(isListable('retention.overdue')).toBe(true);
    expect(isListable('field.undeclared')).toBe(false);
  });
});
