import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violation } from '#rules/engine/engine.spec-builders.js';
import type { Disposition } from '#rules/engine/finding.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import { FindingEventEntity } from '../storage/entities/finding-event.entity.js';
import type { Acceptance } from './accept-finding.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const birthday = violation('birthday');
const notes = violation('notes');
const ID = birthday.identity.slice(0, 16);

async function scan(found: readonly IdentifiedViolation[], day = '2026-11-23') {
  return world.ledger.commitScan(scanFinding(found, { day }));
}

async function accept(changes: Partial<Acceptance> = {}) {
  return world.ledger.acceptFinding({
    organization: BAKERY,
    idOrPrefix: ID,
    reason: 'moving it in January',
    approver: 'maria@sweetcrumb.example',
    on: '2026-11-23',
    at: '2026-11-23T12:00:00.000Z',
    ...changes,
  });
}

async function dispositionOf(id: string): Promise<Disposition> {
  return (await world.ledger.findFinding(BAKERY, id)).finding.disposition;
}

async function lastEvents(count: number): Promise<readonly unknown[]> {
  const events = await world.dataSource.manager.find(FindingEventEntity, {
    order: { sequence: 'DESC' },
    take: count,
  });
  return events
    .toReversed()
    .map(({ change, cause, observation, detail, scan: by }) => [
      change,
      cause,
      observation,
      detail,
      by !== null,
    ]);
}

describe('accepting a finding', () => {
  it('is an exception with reason, approver and end; the history says so', async () => {
    await scan([birthday, notes]);
    expect(await accept({ until: '2027-01-31' })).toMatchObject({
      id: ID,
      until: '2027-01-31',
      title: birthday.title,
    });
    expect(await dispositionOf(ID)).toEqual({
      kind: 'exception',
      reason: 'moving it in January',
      approver: 'maria@sweetcrumb.example',
      until: '2027-01-31',
      on: '2026-11-23',
    });
    expect(await lastEvents(1)).toEqual([
      [
        'unchanged',
        'disposition',
        'present',
        'exception until 2027-01-31 by maria@sweetcrumb.example: moving it in January',
        false,
      ],
    ]);
    const { findings, news } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.filter(({ excepted }) => excepted).map(({ finding }) => finding.id)).toEqual([ID]);
    expect(news.items.map(({ change }) => change)).toEqual(['new', 'new']);
  });

  it('ends after 90 days unless said, after twelve months at most, and never today (law 5)', async () => {
    await scan([birthday]);
    expect((await accept()).until).toBe('2027-02-21');
    expect((await accept({ until: '2027-11-23' })).until).toBe('2027-11-23');
    expect((await accept({ until: '2026-11-24' })).until).toBe('2026-11-24');
    for (const until of [
      '2027-11-24',
      '2026-11-23',
      '2026-11-01',
      '2027-02-31',
      '2027-01-99',
      '2027-1-1',
      'soon',
    ]) {
      await expect(accept({ until })).rejects.toMatchObject({
        actor: 'user',
        step: 'Give a last day after 2026-11-23 and not after 2027-11-23, as YYYY-MM-DD.',
      });
    }
  });

  it('is renewed by accepting again', async () => {
    await scan([birthday]);
    await accept();
    await accept({ on: '2027-02-01', until: '2027-06-30', reason: 'not yet moved' });
    expect(await dispositionOf(ID)).toMatchObject({ until: '2027-06-30', reason: 'not yet moved' });
  });

  it.each(['', '   ', '\n\t'])('needs a reason and an approver (%j is none)', async (nothing) => {
    await scan([birthday]);
    await expect(accept({ reason: nothing })).rejects.toMatchObject({ actor: 'user' });
    await expect(accept({ approver: nothing })).rejects.toMatchObject({ actor: 'user' });
    expect(await dispositionOf(ID)).toEqual({ kind: 'open' });
  });

  it('keeps a reason of a sentence or two, on one line, without what could steer a terminal', async () => {
    await scan([birthday]);
    await expect(accept({ reason: 'x'.repeat(501) })).rejects.toMatchObject({ actor: 'user' });
    await accept({ reason: ' moving\n it \u{1B}[31m soon\u{7} ' });
    expect(await dispositionOf(ID)).toMatchObject({ reason: 'moving it [31m soon' });
  });

  it('takes the first letters of an id if only one finding has them', async () => {
    await scan([birthday, notes]);
    expect((await accept({ idOrPrefix: ` ${ID.slice(0, 10).toUpperCase()} ` })).id).toBe(ID);
    for (const unknown of ['', '%', '_'.repeat(16), 'zzzz', `${ID}0`, ID.replaceAll(/./gu, '0')]) {
      await expect(accept({ idOrPrefix: unknown })).rejects.toMatchObject({
        message: 'No finding has that id.',
      });
    }
    const many = Array.from({ length: 40 }, (_, index) => violation(`field ${index}`));
    await scan(many);
    // 42 ids that start with one of 16 digits.
    const starts = Map.groupBy(many, ({ identity }) => identity.slice(0, 1));
    const [start] = [...starts].find(([, those]) => those.length > 1) ?? [''];
    await expect(accept({ idOrPrefix: start })).rejects.toMatchObject({
      message: 'More than one finding has an id that starts so.',
    });
  });

  it('is refused for a finding that is gone', async () => {
    await scan([birthday]);
    await scan([], '2026-11-30');
    await expect(accept()).rejects.toMatchObject({ message: expect.stringContaining('not there any more') });
  });
});

describe('an exception over time (law 5)', () => {
  it('outlives that the finding goes and comes back', async () => {
    await scan([birthday]);
    await accept({ until: '2027-01-31' });
    await scan([], '2026-11-30');
    const { comparison } = await scan([birthday], '2026-12-07');
    expect(comparison.events.map(({ change }) => change)).toEqual(['reopened']);
    const { findings } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ excepted }) => excepted)).toEqual([true]);
  });

  it('holds on its last day, and is opened once by the first scan after it', async () => {
    await scan([birthday]);
    await accept({ until: '2026-12-01' });
    expect((await scan([birthday], '2026-12-01')).comparison.events).toEqual([]);
    const { comparison } = await scan([birthday], '2026-12-02');
    expect(comparison.findings.map(({ disposition }) => disposition)).toEqual([{ kind: 'open' }]);
    expect(await lastEvents(1)).toEqual([['unchanged', 'disposition', 'present', 'exception ended', true]]);
    expect((await scan([birthday], '2026-12-03')).comparison.events).toEqual([]);
    const { findings } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ change, cause, excepted }) => [change, cause, excepted])).toEqual([
      ['unchanged', null, false],
    ]);
  });

  it('that ended is opened when the finding comes back, which is still news', async () => {
    await scan([birthday]);
    await accept({ until: '2026-12-01' });
    const gone = await scan([], '2026-11-30');
    await world.ledger.recordReport(BAKERY, gone.scanId, 'mail', '2026-11-30T12:00:00.000Z');
    expect((await scan([], '2026-12-07')).comparison.events).toEqual([]);
    expect((await world.ledger.latestOutcome(BAKERY, 'mail')).news.items).toEqual([]);
    await scan([birthday], '2026-12-14');
    expect(await lastEvents(2)).toEqual([
      ['reopened', 'data', 'present', null, true],
      ['unchanged', 'disposition', 'present', 'exception ended', true],
    ]);
    const { findings, news } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(findings.map(({ change, excepted }) => [change, excepted])).toEqual([['reopened', false]]);
    expect(news.items).toEqual([{ findingId: ID, change: 'reopened', cause: 'data' }]);
  });
});
