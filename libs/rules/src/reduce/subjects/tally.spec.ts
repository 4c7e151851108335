import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
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
});
