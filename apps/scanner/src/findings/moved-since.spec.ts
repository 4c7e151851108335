import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Observation } from '#rules/engine/finding.js';
import { inventory, violation } from '#rules/engine/engine.spec-builders.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { scanFinding, type TemporaryLedger, temporaryLedger } from './ledger.spec-builders.js';
import { movedSince } from './moved-since.js';
import { observationsAt } from './observations.js';
import { OrganizationRecords } from './organization-records.js';

let world: TemporaryLedger;
beforeAll(async () => {
  world = await temporaryLedger();
});
afterAll(async () => world.close());

const FIELDS = ['birthday', 'notes', 'kids'];

/** What a scan found; null: it could not read a thing. */
const scans = fc.array(
  fc.record({
    found: fc.option(fc.subarray(FIELDS)),
    // Clocks are put back now and then.
    day: fc.integer({ min: 1, max: 28 }),
  }),
  { minLength: 1, maxLength: 6 },
);

it('is what the whole history says, however things come and go, and whatever the clock says', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(scans, async (made) => {
      round += 1;
      const organization = `Bakery ${round}`;
      for (const { found, day } of made) {
        const comparing = found === null ? { inventory: inventory([]) } : {};
        const violations = (found ?? []).map((field) => violation(`contact.${field}`));
        const date = `2026-11-${String(day).padStart(2, '0')}`;
        await world.ledger.commitScan({
          ...scanFinding(violations, { day: date, comparing }),
          organization,
        });
      }
      const records = new OrganizationRecords(world.dataSource.manager, organization);
      const stored = await records.some(ScanEntity, { order: { sequence: 'ASC' } });
      const now = await observationsAt(records, Number.MAX_SAFE_INTEGER);
      for (const scan of stored) {
        const then = await observationsAt(records, scan.lastEvent);
        expect(await movedSince(records, scan)).toEqual({
          appeared: onlyIn(now, then),
          vanished: onlyIn(then, now),
        });
      }
    }),
    { numRuns: 25, seed: 20261127 },
  );
});

function onlyIn(here: ReadonlyMap<string, Observation>, there: ReadonlyMap<string, Observation>) {
  const isThere = (one: Observation | undefined) => one !== undefined && one !== 'absent';
  return [...here]
    .filter(([id, one]) => isThere(one) && !isThere(there.get(id)))
    .map(([id]) => id)
    .toSorted();
}
