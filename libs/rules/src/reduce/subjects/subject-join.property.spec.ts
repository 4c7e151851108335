import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { RecordsFact } from '#connectors/contract/fact.js';
import type { Measures, SystemMeasures } from '../../engine/measures.js';
import { joined } from './join.spec-builders.js';
import { AS_OF, randomBusiness, type RandomBusiness } from './random-business.spec-builders.js';
import { type Expected, slowReference } from './slow-reference.spec-builders.js';

describe('the join against a slow and obvious reference (E8 to E14)', () => {
  it('finds the same overdue, undated, missing, conflicting and left over, for any business', () => {
    fc.assert(
      fc.property(randomBusiness, (business) => {
        const measures = measured(business, business.facts);
        const counted = Object.fromEntries(
          measures.systems.map((system) => [system.system, countsOf(system)]),
        );
        expect(counted).toEqual(slowReference(business.plain));
      }),
      { numRuns: Number(process.env['JOIN_RUNS'] ?? 2500) },
    );
  });

  it('is tried on businesses in which something is found', () => {
    const found = fc
      .sample(randomBusiness, { numRuns: 400, seed: 4 })
      .flatMap(({ plain }) => Object.values(slowReference(plain)));
    const having = (count: (expected: Expected) => number) => found.filter((one) => count(one) > 0).length;
    expect({
      overdueCustomers: having(({ retention }) => retention[0]?.['overdue'] ?? 0) > 20,
      overdueLeads: having(({ retention }) => retention[1]?.['overdue'] ?? 0) > 20,
      undated: having(({ retention }) => retention[1]?.['undated'] ?? 0) > 20,
      unjudged: having(({ retention }) => retention[0]?.['unjudged'] ?? 0) > 20,
      missing: having(({ consent }) => Number(consent[0]?.['missing'] ?? 0)) > 20,
      conflicts: having(({ consent }) => Number(consent[0]?.['conflicts'] ?? 0)) > 20,
      requested: having(({ deletions }) => deletions['requested'] ?? 0) > 20,
      deletedElsewhere: having(({ deletions }) => deletions['deletedElsewhere'] ?? 0) > 20,
    }).toEqual({
      overdueCustomers: true,
      overdueLeads: true,
      undated: true,
      unjudged: true,
      missing: true,
      conflicts: true,
      requested: true,
      deletedElsewhere: true,
    });
  });

  it('says the same whatever the order of rows, files, batches and systems (law 6)', () => {
    fc.assert(
      fc.property(
        randomBusiness.chain((business) =>
          fc.tuple(
            fc.constant(business),
            fc.shuffledSubarray([...business.facts], { minLength: business.facts.length }),
            fc.boolean(),
          ),
        ),
        ([business, shuffled, inBatches]) => {
          const straight = measured(business, business.facts);
          expect(measured(business, inBatches ? batched(shuffled) : shuffled)).toEqual(straight);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

function measured({ systems, erasures }: RandomBusiness, facts: readonly RecordsFact[]): Measures {
  return joined(facts, { systems, erasures, asOf: AS_OF });
}

/** Rows of one file that follow each other in one batch, as a connector would hand them over. */
function batched(facts: readonly RecordsFact[]): readonly RecordsFact[] {
  const batches: RecordsFact[] = [];
  for (const fact of facts) {
    const last = batches.at(-1);
    if (last && last.file === fact.file && last.object === fact.object && last.list === fact.list) {
      batches[batches.length - 1] = {
        ...last,
        rows: [...last.rows, ...fact.rows],
        lines: [...(last.lines ?? []), ...(fact.lines ?? [])],
      };
    } else batches.push(fact);
  }
  return batches;
}

function countsOf({ retention, consent, deletions }: SystemMeasures): Expected {
  return {
    retention: retention.map(({ held, unjudged, overdue, undated }) => ({
      held,
      unjudged,
      overdue: overdue.subjects,
      overdueRecords: overdue.records,
      undated: undated.subjects,
      undatedRecords: undated.records,
    })),
    consent: consent
      .map(({ list, marketed, missing, conflicts }) => ({
        list: list ?? '',
        marketed,
        missing: missing[0]?.tally.subjects ?? 0,
        conflicts: conflicts.subjects,
      }))
      .toSorted((left, right) => (left.list < right.list ? -1 : 1)),
    deletions: {
      requested: deletions.requested.subjects,
      unjudged: deletions.unjudged,
      deletedElsewhere: deletions.deletedElsewhere.subjects,
    },
  };
}
