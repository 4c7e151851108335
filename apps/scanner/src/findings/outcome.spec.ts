import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { receipt, inventory, violation } from '#rules/engine/engine.spec-builders.js';
import type { IdentifiedViolation } from '#rules/engine/identity.js';
import {
  BAKERY,
  POLICY,
  scanFinding,
  temporaryLedger,
  type TemporaryLedger,
} from './ledger.spec-builders.js';

let world: TemporaryLedger;
beforeEach(async () => {
  world = await temporaryLedger();
});
afterEach(async () => world.close());

const birthday = violation('birthday');
const notes = violation('notes');
const allergies = violation('allergies');

const idOf = ({ identity }: IdentifiedViolation) => identity.slice(0, 16);

async function scan(found: readonly IdentifiedViolation[], day: string): Promise<string> {
  return (await world.ledger.commitScan(scanFinding(found, { day }))).scanId;
}

async function report(scanId: string, channel: string): Promise<void> {
  await world.ledger.recordReport(BAKERY, scanId, channel, '2026-12-31T06:00:00.000Z');
}

async function newsOn(channel: string): Promise<Record<string, string>> {
  const { news } = await world.ledger.latestOutcome(BAKERY, channel);
  return Object.fromEntries(news.items.map(({ findingId, change }) => [findingId, change]));
}

async function comparison() {
  const { appeared, updated, vanished } = (await world.ledger.latestOutcome(BAKERY, 'mail')).comparison;
  return { appeared, updated, vanished: vanished.map(({ finding }) => finding.id) };
}

async function approve(): Promise<void> {
  await world.ledger.approveBaseline({
    organization: BAKERY,
    approver: 'maria@sweetcrumb.example',
    on: '2026-11-24',
    at: '2026-11-24T08:00:00.000Z',
  });
}

async function changesOf(scanId: string): Promise<Record<string, string>> {
  const { findings } = await world.ledger.outcomeOf(BAKERY, scanId, 'mail');
  return Object.fromEntries(
    findings.map(({ finding, change }) => [finding.id, `${change} ${finding.observation}`]),
  );
}

describe('the three comparisons are never mixed (law 7)', () => {
  it('events are against the previous scan, news against the last report, the rest against the baseline', async () => {
    await report(await scan([birthday], '2026-11-23'), 'mail');
    await approve();
    await scan([birthday, notes], '2026-11-30');
    const third = await scan([notes, allergies], '2026-12-07');
    expect(await changesOf(third)).toEqual({
      [idOf(birthday)]: 'fixed absent',
      [idOf(notes)]: 'unchanged present',
      [idOf(allergies)]: 'new present',
    });
    expect(await newsOn('mail')).toEqual({
      [idOf(birthday)]: 'fixed',
      [idOf(notes)]: 'new',
      [idOf(allergies)]: 'new',
    });
    const { baseline } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(baseline).toMatchObject({ approvedBy: 'maria@sweetcrumb.example', approvedOn: '2026-11-24' });
    expect(baseline?.appeared).toEqual([idOf(notes), idOf(allergies)].toSorted());
    expect(baseline?.vanished).toEqual([idOf(birthday)]);
  });

  it('the baseline does not slide with scans or reports, and what came back has not vanished', async () => {
    await scan([birthday, notes], '2026-11-23');
    await approve();
    await report(await scan([notes], '2026-11-30'), 'mail');
    expect((await world.ledger.latestOutcome(BAKERY, 'mail')).baseline?.vanished).toEqual([idOf(birthday)]);
    await report(await scan([notes], '2026-12-07'), 'mail');
    expect((await world.ledger.latestOutcome(BAKERY, 'mail')).baseline?.vanished).toEqual([idOf(birthday)]);
    await scan([notes, birthday], '2026-12-14');
    expect((await world.ledger.latestOutcome(BAKERY, 'mail')).baseline).toMatchObject({
      appeared: [],
      vanished: [],
    });
  });

  it('approving is no event, no news, and excepts nothing', async () => {
    await scan([birthday], '2026-11-23');
    const before = await world.ledger.latestOutcome(BAKERY, 'mail');
    await approve();
    const after = await world.ledger.latestOutcome(BAKERY, 'mail');
    const { appeared, ...rest } = after.comparison;
    expect(appeared).toEqual([]);
    expect({ ...after, baseline: null, comparison: { ...rest, appeared: [idOf(birthday)] } }).toEqual(before);
  });

  it('tells of each finding what became of it since the approval, however many scans ago (E21)', async () => {
    await scan([birthday, notes], '2026-11-23');
    await approve();
    const graver = violation('birthday', { content: { category: 'user.demographic.date_of_birth' } });
    await scan([graver, allergies], '2026-11-30');
    await scan([graver, allergies], '2026-12-07');
    expect(await comparison()).toEqual({
      appeared: [idOf(allergies)],
      updated: [idOf(birthday)],
      vanished: [idOf(notes)],
    });
    await approve();
    expect(await comparison()).toEqual({ appeared: [], updated: [], vanished: [] });
  });

  it('before an approval the first scan stands in, and has nothing before it itself (E21)', async () => {
    await scan([birthday, notes], '2026-11-23');
    expect((await comparison()).appeared).toEqual([idOf(birthday), idOf(notes)].toSorted());
    await scan([birthday, allergies], '2026-11-23');
    await scan([birthday, allergies], '2026-11-23');
    expect(await comparison()).toEqual({
      appeared: [idOf(allergies)],
      updated: [],
      vanished: [idOf(notes)],
    });
  });

  it('needs a scan to approve', async () => {
    await expect(approve()).rejects.toMatchObject({
      actor: 'user',
      message: expect.stringContaining('scanned'),
    });
  });
});

describe('news', () => {
  it('is told once on each channel', async () => {
    const scanId = await scan([birthday], '2026-11-23');
    expect((await world.ledger.latestOutcome(BAKERY, 'mail')).news.since).toBeNull();
    await report(scanId, 'mail');
    const { news } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(news).toEqual({ since: { scan: scanId, asOf: '2026-11-23' }, items: [] });
    expect(await newsOn('command line')).toEqual({ [idOf(birthday)]: 'new' });
  });

  it('is not what came and went between two reports', async () => {
    await report(await scan([birthday], '2026-11-23'), 'mail');
    await scan([birthday, notes], '2026-11-30');
    await scan([birthday], '2026-12-07');
    expect(await newsOn('mail')).toEqual({});
  });

  it('does not lose what a scan found after the one that was reported', async () => {
    const reported = await scan([birthday], '2026-11-23');
    await scan([birthday, notes], '2026-11-30');
    await report(reported, 'mail');
    expect(await newsOn('mail')).toEqual({ [idOf(notes)]: 'new' });
  });

  it('stays told when an older scan is reported late, or the same scan twice', async () => {
    const first = await scan([birthday], '2026-11-23');
    const second = await scan([birthday, notes], '2026-11-30');
    for (const scanId of [second, first, second]) await report(scanId, 'mail');
    expect(await newsOn('mail')).toEqual({});
  });
});

describe('the outcome of a scan', () => {
  it('tells an absent finding once, then only on asking for it', async () => {
    await scan([birthday], '2026-11-23');
    const second = await scan([], '2026-11-30');
    const third = await scan([], '2026-12-07');
    expect(await changesOf(second)).toEqual({ [idOf(birthday)]: 'fixed absent' });
    expect(await changesOf(third)).toEqual({});
    const found = await world.ledger.findFinding(BAKERY, idOf(birthday));
    expect([found.finding.observation, found.change, found.cause]).toEqual(['absent', 'fixed', 'data']);
  });

  it('goes on saying what could not be read (law 2)', async () => {
    await scan([birthday], '2026-11-23');
    const failed = inventory(
      [receipt({ capability: 'fields', object: 'contact', status: 'failed' })],
      '2026-11-30',
    );
    const options = { day: '2026-11-30', comparing: { inventory: failed } };
    const first = await world.ledger.commitScan(scanFinding([], options));
    const again = await world.ledger.commitScan(scanFinding([], options));
    expect(await changesOf(first.scanId)).toEqual({ [idOf(birthday)]: 'not_observed not_observed' });
    expect(await changesOf(again.scanId)).toEqual({ [idOf(birthday)]: 'not_observed not_observed' });
    const { findings } = await world.ledger.outcomeOf(BAKERY, again.scanId, 'mail');
    expect(findings.map(({ cause }) => cause)).toEqual([null]);
  });

  it('stays what it was after later scans', async () => {
    const first = await scan([birthday], '2026-11-23');
    const before = await changesOf(first);
    await scan([notes], '2026-11-30');
    expect(await changesOf(first)).toEqual(before);
  });

  it('says which sections the policy does not have (E36)', async () => {
    const text = `${POLICY}people:\n  - { email: maria@sweetcrumb.example, roles: [owner] }\n`;
    await world.ledger.commitScan(scanFinding([birthday], { policyText: text, policyVersion: 'policy-2' }));
    const { missingSections } = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect(missingSections).toContain('retention');
    expect(missingSections).not.toContain('people');
    expect(await world.ledger.latestPolicyText(BAKERY)).toBe(text);
  });

  it('is there even if its policy can not be read any more', async () => {
    await world.ledger.commitScan(scanFinding([birthday], { policyText: 'from another time' }));
    const outcome = await world.ledger.latestOutcome(BAKERY, 'mail');
    expect([outcome.findings.length, outcome.missingSections]).toEqual([1, []]);
  });
});
