import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { dayOf } from './day.js';
import { References } from './references.js';
import { RunningTally, SAMPLE_SIZE } from './tally.js';

function tallied(ids: readonly number[], sampleSize: number): readonly string[] {
  const references = new References();
  for (const [record, id] of ids.entries()) references.set(record, String(id), '', 0);
  const tally = new RunningTally(sampleSize);
  for (const record of ids.keys()) tally.add(true, 1, references, record);
  return tally.tally().sample;
}

describe('the sample of a tally', () => {
  const ids = fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 120 });

  it('is the beginning of the whole list, each record once, in whatever order they come (laws 1 and 6)', () => {
    fc.assert(
      fc.property(ids, (given) => {
        const expected = [...new Set(given)].toSorted((left, right) => left - right).map(String);
        expect(tallied(given, Infinity)).toEqual(expected);
        expect(tallied(given, SAMPLE_SIZE)).toEqual(expected.slice(0, 20));
      }),
      { numRuns: 100 },
    );
  });

  it('tells days in a list that a person reads, and in nothing that is stored (law 1)', () => {
    const references = new References();
    references.set(0, '17', '', 0);
    const tallyOf = (sampleSize: number) => {
      const tally = new RunningTally(sampleSize);
      tally.add(true, 1, references, 0, dayOf('2021-03-02'));
      return tally.tally();
    };
    expect(tallyOf(Infinity).days).toEqual(new Map([['17', '2021-03-02']]));
    expect(tallyOf(SAMPLE_SIZE)).toEqual({ subjects: 1, records: 1, sample: ['17'] });
  });
});
