import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { forgetInventories } from './forget-inventories.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';
import { OrganizationRecords } from './organization-records.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const scanned = async (day: string) => world.ledger.commitScan(scanFinding([violation('birthday')], { day }));
const forget = async (now: string) =>
  forgetInventories(new OrganizationRecords(world.dataSource.manager, BAKERY), {
    months: 13,
    now: new Date(now),
  });
const withInventory = async () => {
  const scans = await world.dataSource.manager.find(ScanEntity, { order: { sequence: 'ASC' } });
  return scans.filter(({ inventory }) => inventory.systems.length > 0).map(({ asOf }) => asOf);
};

describe('old inventories', () => {
  it('are emptied after their time, once, and the history stays', async () => {
    await scanned('2025-10-22');
    await scanned('2025-10-24');
    await scanned('2026-11-23');
    const events = await world.dataSource.manager.count(FindingEventEntity);
    expect(await forget('2026-11-23T10:15:00Z')).toBe(1);
    expect(await withInventory()).toEqual(['2025-10-24', '2026-11-23']);
    expect(await forget('2026-11-23T10:15:00Z')).toBe(0);
    expect(await world.dataSource.manager.count(ScanEntity)).toBe(3);
    expect(await world.dataSource.manager.count(FindingEventEntity)).toBe(events);
  });

  it('stay where the next scan is compared with them', async () => {
    await scanned('2024-01-01');
    await world.ledger.approveBaseline({
      organization: BAKERY,
      approver: 'maria@sweetcrumb.example',
      on: '2024-01-02',
      at: '2024-01-02T10:00:00Z',
    });
    await scanned('2024-02-01');
    await scanned('2024-03-01');
    expect(await forget('2026-11-23T10:00:00Z')).toBe(1);
    expect(await withInventory()).toEqual(['2024-01-01', '2024-03-01']);
  });
});
