import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { inventory, receipt, violation } from '#rules/engine/engine.spec-builders.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import type { Inventory, InventoryPerson } from '#rules/engine/inventory.js';
import { ScanEntity } from '../storage/entities/scan.entity.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const TOM = 'tom@sweetcrumb.example';
const tomsAccess = violation(TOM, {
  rule: 'access.undeclared-person',
  objectType: 'person',
  readFrom: [{ system: 'crm', capability: 'people', object: null, list: null }],
});
const birthday = violation('birthday');

function withTom(day: string): Inventory {
  const person: InventoryPerson = {
    identifier: TOM,
    role: 'Super admin',
    level: 'admin',
    state: 'active',
    lastLogin: '2026-11',
    daysSinceLogin: 3,
    secondFactor: true,
  };
  const { asOf, systems } = inventory(undefined, day);
  return { asOf, systems: systems.map((system) => Object.assign(system, { people: [person] })) };
}

function unread(day: string): Inventory {
  return inventory([receipt({ capability: 'people', status: 'failed' })], day);
}

interface Scan {
  readonly day: string;
  readonly read?: Inventory;
  readonly finishedAt?: string;
}

async function scan(found: readonly IdentifiedViolation[], { day, read, finishedAt }: Scan): Promise<void> {
  await world.ledger.commitScan(
    scanFinding(found, {
      day,
      comparing: { inventory: read ?? inventory(undefined, day) },
      ...(finishedAt && { finishedAt }),
    }),
  );
}

async function peopleKept(): Promise<Record<string, number>> {
  const scans = await world.dataSource.manager.find(ScanEntity);
  return Object.fromEntries(
    scans.map(({ asOf, inventory: { systems } }) => [asOf, systems.flatMap(({ people }) => people).length]),
  );
}

const isKnown = async (of: IdentifiedViolation) =>
  world.ledger.findFinding(BAKERY, of.identity.slice(0, 16)).then(
    () => true,
    () => false,
  );

describe('staff are forgotten 13 months after they were last seen (law 1)', () => {
  it('in the inventories of older scans, not in younger ones', async () => {
    await scan([], { day: '2025-10-29', read: withTom('2025-10-29') });
    await scan([], { day: '2025-11-01', read: withTom('2025-11-01') });
    await scan([], { day: '2026-11-30', read: withTom('2026-11-30') });
    expect(await peopleKept()).toEqual({ '2025-10-29': 0, '2025-11-01': 1, '2026-11-30': 1 });
  });

  it('in findings that are gone, with their history; findings about anything else stay', async () => {
    await scan([tomsAccess, birthday], { day: '2025-10-01' });
    await scan([], { day: '2025-10-08' });
    await scan([], { day: '2026-11-01' });
    expect([await isKnown(tomsAccess), await isKnown(birthday)]).toEqual([true, true]);
    await scan([], { day: '2026-11-02' });
    expect([await isKnown(tomsAccess), await isKnown(birthday)]).toEqual([false, true]);
    const rows: unknown = await world.dataSource.query(
      'SELECT finding FROM finding_events UNION SELECT finding FROM finding_identities',
    );
    expect(rows).toEqual([{ finding: birthday.identity.slice(0, 16) }]);
  });

  it('in findings that could not be observed since', async () => {
    await scan([tomsAccess], { day: '2025-10-01' });
    await scan([], { day: '2025-10-08', read: unread('2025-10-08') });
    await scan([], { day: '2026-12-01', read: unread('2026-12-01') });
    expect(await isKnown(tomsAccess)).toBe(false);
  });

  it('only after a report could tell that they are gone', async () => {
    await scan([tomsAccess], { day: '2025-10-01' });
    await scan([], { day: '2026-12-01' });
    const { findings } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ change }) => change)).toEqual(['fixed']);
    await scan([], { day: '2026-12-02' });
    expect(await isKnown(tomsAccess)).toBe(false);
  });

  it('never because a scan was made "as of" a far day', async () => {
    await scan([tomsAccess], { day: '2026-11-23', read: withTom('2026-11-23') });
    await scan([], { day: '2026-11-24' });
    await scan([], { day: '2036-01-01', finishedAt: '2026-11-25T10:00:00.000Z' });
    expect(await isKnown(tomsAccess)).toBe(true);
    expect((await peopleKept())['2026-11-23']).toBe(1);
  });

  it('so that nothing of them is left in the file', async () => {
    const file = path.join(world.folder, 'plumbline.sqlite');
    await scan([tomsAccess], { day: '2025-10-01', read: withTom('2025-10-01') });
    await scan([], { day: '2025-10-08' });
    await world.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    expect((await readFile(file, 'latin1')).includes(TOM)).toBe(true);
    await scan([], { day: '2026-12-01' });
    await world.dataSource.query('PRAGMA wal_checkpoint(TRUNCATE)');
    expect((await readFile(file, 'latin1')).includes(TOM)).toBe(false);
  });
});
