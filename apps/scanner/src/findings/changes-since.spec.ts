import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { inventory, violation } from '#rules/engine/engine.spec-builders.js';
import { newsFrom } from '#rules/engine/news.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { openDataSource } from '../storage/data-source.js';
import { changesSince } from './changes-since.js';
import { scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';
import { OrganizationRecords } from './organization-records.js';

let world: TemporaryLedger;
beforeAll(async () => {
  world = await temporaryLedger();
});
afterAll(async () => world.close());

const found = [violation('birthday'), violation('notes'), violation('size')];
/** A scan of what is there, or one that could read nothing. */
const scans = fc.array(fc.option(fc.subarray(found), { freq: 4 }), { minLength: 1, maxLength: 6 });
const day = (at: number) => `2026-11-${String(at + 1).padStart(2, '0')}`;

describe('what changed since an instant', () => {
  it('is what the news of a report from then would tell, whatever came and went (law 7)', async () => {
    let round = 0;
    await fc.assert(
      fc.asyncProperty(scans, fc.nat({ max: 6 }), async (violations, since) => {
        const organization = `Bakery ${(round += 1)}`;
        for (const [at, one] of violations.entries()) {
          const options = { organization, day: day(at) };
          await world.ledger.commitScan(
            one === null
              ? scanFinding([], { ...options, comparing: { inventory: inventory([], day(at)) } })
              : scanFinding(one, options),
          );
        }
        const instant = `${day(since)}T00:00:00Z`;
        const records = new OrganizationRecords(world.dataSource.manager, organization);
        const events = await records.some(FindingEventEntity, { order: { sequence: 'ASC' } });
        const news = newsFrom(
          events
            .filter(({ at }) => at >= instant)
            .map(({ finding: findingId, change, cause, observation, detail }) => ({
              findingId,
              change,
              cause,
              observation,
              detail,
            })),
        );
        const told = (...changes: readonly string[]) =>
          news.filter(({ change }) => changes.includes(change)).length;
        expect(await changesSince(records, instant)).toEqual({
          appeared: told('new', 'reopened'),
          fixed: told('fixed'),
          gone: told('gone'),
        });
      }),
      { numRuns: 25 },
    );
  });

  it('is not what another organization did', async () => {
    await world.ledger.commitScan(scanFinding(found, { organization: 'Here' }));
    const records = new OrganizationRecords(world.dataSource.manager, 'Elsewhere');
    expect(await changesSince(records, '2026-01-01T00:00:00Z')).toEqual({ appeared: 0, fixed: 0, gone: 0 });
  });
});

describe('an upgrade', () => {
  it('finds out from the history what is kept from then on', async () => {
    const older = await temporaryLedger();
    await older.ledger.commitScan(scanFinding(found, { day: '2026-11-02' }));
    await older.ledger.commitScan(scanFinding(found.slice(1), { day: '2026-11-09' }));
    await older.ledger.commitScan(scanFinding(found.slice(0, 2), { day: '2026-11-16' }));
    const kept = async ({ dataSource }: Pick<TemporaryLedger, 'dataSource'>) =>
      dataSource.query<readonly object[]>(
        'SELECT "id", "changed_at", "appeared_at", "left_at", "left_as" FROM "findings" ORDER BY "id"',
      );
    const before = await kept(older);
    expect(before).toHaveLength(3);
    await takeBack(older.dataSource);
    await older.dataSource.destroy();
    const upgraded = await openDataSource(older.folder);
    expect(await kept({ dataSource: upgraded })).toEqual(before);
    await upgraded.destroy();
    await older.close();
  });
});

/** The schema as it was before the columns. */
async function takeBack(dataSource: DataSource): Promise<void> {
  const names = ['findings_by_change', 'finding_events_by_scan', 'scans_in_order', 'baselines_in_order'];
  for (const name of names) await dataSource.query(`DROP INDEX "${name}"`);
  for (const column of ['changed_at', 'appeared_at', 'left_at', 'left_as'])
    await dataSource.query(`ALTER TABLE "findings" DROP COLUMN "${column}"`);
  await dataSource.query(`DELETE FROM "migrations" WHERE "name" LIKE 'FindingsByChange%'`);
}
