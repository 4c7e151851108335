import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const birthday = violation('birthday');
const notes = violation('notes');

describe('a scan in the ledger', () => {
  it('is there as it was found', async () => {
    const { scanId, comparison } = await world.ledger.commitScan(scanFinding([birthday, notes]));
    const outcome = await world.ledger.outcomeOf(BAKERY, scanId, 'mail');
    expect(outcome.findings.map(({ finding }) => finding)).toEqual(comparison.findings);
    expect(outcome.findings.map(({ change, cause, excepted }) => [change, cause, excepted])).toEqual([
      ['new', 'data', false],
      ['new', 'data', false],
    ]);
    expect(outcome.scan.id).toMatch(/^20261123T101500Z-[0-9a-f]{8}$/u);
    expect(outcome.news.items).toHaveLength(2);
    expect(outcome.baseline).toBeNull();
  });

  it('is no event when it is the same again (law 6)', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    const { comparison } = await world.ledger.commitScan(
      scanFinding([notes, birthday], { day: '2026-11-30' }),
    );
    expect(comparison.events).toEqual([]);
    expect(await world.dataSource.manager.count(FindingEventEntity)).toBe(2);
  });
});
