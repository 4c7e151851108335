import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import * as fc from 'fast-check';
import { inventory, violation } from '#rules/engine/engine.spec-builders.js';
import type { Before } from './before.js';
import { entities } from '../storage/entities/entities.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { Ledger } from './ledger.js';
import { openDataSource } from '../storage/data-source.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const birthday = violation('birthday');
const notes = violation('notes');
const allergies = violation('allergies');

async function rowsPerTable(): Promise<Record<string, number>> {
  const counts: [string, number][] = [];
  for (const entity of entities) counts.push([entity.name, await world.dataSource.manager.count(entity)]);
  return Object.fromEntries(counts);
}

async function pageCount(): Promise<number> {
  const rows: readonly { readonly page_count: number }[] = await world.dataSource.query('PRAGMA page_count');
  return rows[0]?.page_count ?? 0;
}

async function rowsWritten(): Promise<number> {
  const rows: readonly { readonly n: number }[] = await world.dataSource.query('SELECT total_changes() AS n');
  return rows[0]?.n ?? 0;
}

async function history(): Promise<readonly string[]> {
  const events = await world.dataSource.manager.find(FindingEventEntity, { order: { sequence: 'ASC' } });
  return events.map(({ finding, change, cause }) => `${finding} ${change} ${cause}`);
}

async function beforeOfNext(): Promise<Before> {
  let seen: Before | undefined;
  const scan = scanFinding([birthday], { day: '2026-12-07' });
  await world.ledger.commitScan({
    ...scan,
    judge: (before) => {
      seen = before;
      return scan.judge(before);
    },
  });
  if (!seen) throw new Error('The scan was not judged.');
  return seen;
}

describe('a scan in the ledger', () => {
  it('is there as it was found', async () => {
    const { scanId, comparison } = await world.ledger.commitScan(scanFinding([birthday, notes]));
    const outcome = await world.ledger.outcomeOf(BAKERY, scanId, 'mail');
    expect(outcome.findings.map(({ finding }) => finding)).toEqual(comparison.findings);
    expect(outcome.findings.map(({ change, cause, excepted }) => [change, cause, excepted])).toEqual([
      ['new', 'data', false],
      ['new', 'data', false],
    ]);
    expect(outcome.scan).toEqual({
      id: scanId,
      organization: BAKERY,
      asOf: '2026-11-23',
      startedAt: '2026-11-23T10:15:00.000Z',
      finishedAt: '2026-11-23T10:15:05.000Z',
      policyVersion: 'policy-1',
      rulesVersion: 'rules-1',
    });
    expect(scanId).toMatch(/^20261123T101500Z-[0-9a-f]{8}$/u);
    expect(outcome.inventory).toEqual(inventory());
  });

  it('is no event when it is the same again, in any order (law 6)', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    const first = await history();
    const { comparison } = await world.ledger.commitScan(
      scanFinding([notes, birthday], { day: '2026-11-30' }),
    );
    expect(comparison.events).toEqual([]);
    expect(await history()).toEqual(first);
    const { findings } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ change, finding }) => [change, finding.firstSeen, finding.lastSeen])).toEqual([
      ['unchanged', '2026-11-23', '2026-11-30'],
      ['unchanged', '2026-11-23', '2026-11-30'],
    ]);
  });

  it('writes only what changed', async () => {
    const many = Array.from({ length: 200 }, (_, index) => violation(`field ${index}`));
    await world.ledger.commitScan(scanFinding(many));
    const before = await rowsWritten();
    await world.ledger.commitScan(scanFinding([...many.slice(1), birthday]));
    // Two findings, one identity, two events, the scan (twice: with its last event), organization and policy at most.
    expect((await rowsWritten()) - before).toBeLessThan(10);
  });

  it('leaves the same history if it is one of many at once (law 6)', async () => {
    await Promise.all([1, 2, 3, 4].map(async () => world.ledger.commitScan(scanFinding([birthday, notes]))));
    expect((await history()).toSorted()).toEqual(
      [birthday, notes].map(({ identity }) => `${identity.slice(0, 16)} new data`).toSorted(),
    );
    expect((await rowsPerTable())['ScanEntity']).toBe(4);
  });

  it('knows before it what the scans before it left, whatever they found', async () => {
    const found = fc.array(fc.subarray([birthday, notes, allergies]), { minLength: 1, maxLength: 5 });
    let round = 0;
    await fc.assert(
      fc.asyncProperty(found, async (scans) => {
        const organization = `Bakery ${(round += 1)}`;
        let expected: Before['known'] = [];
        for (const violations of scans) {
          const scan = scanFinding(violations, { organization });
          let known: Before['known'] = [];
          const { comparison } = await world.ledger.commitScan({
            ...scan,
            judge: (before) => {
              ({ known } = before);
              return scan.judge(before);
            },
          });
          expect(known).toEqual(expected);
          expected = comparison.findings;
        }
      }),
      { numRuns: 15 },
    );
  });

  it('keeps aliases in the order they came (E20)', async () => {
    const exported = violation('birthday', { account: 'exports' });
    const connected = violation('birthday', { account: 'portal 123' });
    await world.ledger.commitScan(scanFinding([exported]));
    await world.ledger.commitScan(scanFinding([connected]));
    const { findings } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ finding }) => finding.identities)).toEqual([
      [exported.identity, connected.identity],
    ]);
  });
});

describe('what a scan is judged beside', () => {
  it('is nothing at first', async () => {
    expect(await beforeOfNext()).toMatchObject({ known: [], previous: null, baseline: null });
  });

  it('is the previous scan with its policy, and the baseline that was approved before it', async () => {
    const first = inventory(undefined, '2026-11-23');
    await world.ledger.commitScan(scanFinding([birthday], { comparing: { inventory: first } }));
    await world.ledger.approveBaseline({
      organization: BAKERY,
      approver: 'maria@sweetcrumb.example',
      on: '2026-11-24',
      at: '2026-11-24T08:00:00.000Z',
    });
    const after = await beforeOfNext();
    expect(after.baseline).toEqual(first);
    expect(after.previous).toMatchObject({ inventory: first, rulesVersion: 'rules-1', baseline: null });
    expect(after.previous?.policyText).toContain('Sweet Crumb Bakery');
  });

  it('is the very same baseline as long as nobody approves another', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const approval = {
      organization: BAKERY,
      approver: 'maria',
      on: '2026-11-24',
      at: '2026-11-24T08:00:00.000Z',
    };
    await world.ledger.approveBaseline(approval);
    await world.ledger.commitScan(scanFinding([birthday], { day: '2026-11-30' }));
    const { baseline, previous } = await beforeOfNext();
    expect(baseline?.asOf).toBe('2026-11-23');
    expect(previous?.baseline).toBe(baseline);
  });
});

describe('a scan that can not be stored', () => {
  it('leaves nothing when judging fails', async () => {
    const broken = {
      ...scanFinding([birthday]),
      judge: () => {
        throw new RangeError('a rule with a bug');
      },
    };
    await expect(world.ledger.commitScan(broken)).rejects.toThrow(RangeError);
    expect(new Set(Object.values(await rowsPerTable()))).toEqual(new Set([0]));
  });

  it('leaves nothing when the database refuses the last of it', async () => {
    const scan = scanFinding([birthday, notes]);
    const refused = world.ledger.commitScan({
      ...scan,
      judge: (before) => {
        const comparison = scan.judge(before);
        const [event] = comparison.events;
        if (!event) throw new Error('The scan has no event.');
        return { ...comparison, events: [...comparison.events, { ...event, findingId: 'unknown' }] };
      },
    });
    await expect(refused).rejects.toMatchObject({ details: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } });
    expect(new Set(Object.values(await rowsPerTable()))).toEqual(new Set([0]));
  });

  it('says that another Plumbline is writing, and can be repeated when it is done', async () => {
    const impatient = await openDataSource(world.folder, 0);
    const other = new Database(path.join(world.folder, 'plumbline.sqlite'));
    other.exec('BEGIN IMMEDIATE');
    await expect(new Ledger(impatient).commitScan(scanFinding([birthday]))).rejects.toMatchObject({
      actor: 'user',
      message: 'Another Plumbline is writing to this data directory.',
    });
    other.exec('ROLLBACK');
    other.close();
    await impatient.destroy();
    await world.ledger.commitScan(scanFinding([birthday]));
    expect((await rowsPerTable())['ScanEntity']).toBe(1);
  });

  it('leaves what was there when the disk is full, says so, and can be repeated', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const before = await rowsPerTable();
    const pages = await pageCount();
    await world.dataSource.query(`PRAGMA max_page_count = ${pages + 1}`);
    const large = scanFinding(Array.from({ length: 500 }, (_, index) => violation(`field ${index}`)));
    await expect(world.ledger.commitScan(large)).rejects.toMatchObject({
      actor: 'user',
      message: 'The disk is full, so nothing of this was stored.',
    });
    expect(await rowsPerTable()).toEqual(before);
    await world.dataSource.query('PRAGMA max_page_count = 1000000');
    await world.ledger.commitScan(large);
    expect((await rowsPerTable())['ScanEntity']).toBe(2);
  });
});

describe('organizations', () => {
  const PIZZERIA = 'Corner Pizzeria';

  it('know nothing of each other', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const { comparison, scanId } = await world.ledger.commitScan(
      scanFinding([birthday, notes], { organization: PIZZERIA }),
    );
    expect(comparison.events.map(({ change }) => change)).toEqual(['new', 'new']);
    const { findings, news } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect([findings.length, news.items.length]).toEqual([1, 1]);
    await expect(world.ledger.outcomeOf(BAKERY, scanId, 'mail')).rejects.toThrow('not stored');
    await expect(world.ledger.findFinding(BAKERY, notes.identity.slice(0, 16))).rejects.toThrow('No finding');
  });

  it('are chosen by themselves if there is one, else by name', async () => {
    await expect(world.ledger.chooseOrganization()).rejects.toMatchObject({ actor: 'user' });
    await world.ledger.commitScan(scanFinding([]));
    expect(await world.ledger.chooseOrganization()).toBe(BAKERY);
    await world.ledger.commitScan(scanFinding([], { organization: PIZZERIA }));
    expect(await world.ledger.organizations()).toEqual([PIZZERIA, BAKERY]);
    expect(await world.ledger.chooseOrganization(PIZZERIA)).toBe(PIZZERIA);
    await expect(world.ledger.chooseOrganization()).rejects.toMatchObject({
      step: expect.stringContaining('--organization "NAME"'),
    });
    await expect(world.ledger.chooseOrganization('Bistro')).rejects.toMatchObject({
      step: 'Choose one of: Corner Pizzeria, Sweet Crumb Bakery',
    });
  });
});
