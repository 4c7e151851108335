import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { violation } from '#rules/engine/engine.spec-builders.js';
import { type AuditActor, AuditLog } from '../audit/audit-log.js';
import { AuditEntryEntity } from '../storage/entities/audit-entry.entity.js';
import { FindingEntity } from '../storage/entities/finding.entity.js';
import { type Decision, Decisions } from './decisions.js';
import { BAKERY, scanFinding, temporaryLedger, type TemporaryLedger } from './ledger.spec-builders.js';
import { ListedFindings } from './listed-findings.js';
import { Overview } from './overview.js';

const MARIA: AuditActor = { kind: 'person', id: 'p-1', name: 'maria@sweetcrumb.example' };
const TODAY = '2026-11-23';
const clock = () => new Date('2026-11-23T12:00:00Z');

let world: TemporaryLedger;
let decisions: Decisions;
let listed: ListedFindings;
let overview: Overview;
beforeEach(async () => {
  world = await temporaryLedger();
  decisions = new Decisions(world.dataSource, new AuditLog(clock), clock);
  listed = new ListedFindings(world.dataSource);
  overview = new Overview(world.dataSource);
});
afterEach(async () => world.close());

const birthday = violation('birthday', { severity: 'high' });
const notes = violation('notes');
const size = violation('size', { severity: 'low' });

const decide = async (findings: readonly string[], decision: Decision) =>
  decisions.decide({ organization: BAKERY, findings, decision, by: MARIA, on: TODAY });
const list = async (more: Partial<Parameters<ListedFindings['list']>[1]> = {}) =>
  listed.list(BAKERY, { state: 'drift', today: TODAY, ...more }, null, 50);
const ids = async () => (await list({ state: 'all' })).map(({ id }) => id);

describe('decisions of people', () => {
  it('acknowledge: it is drift still, and a scan does not take it back', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    const [id = ''] = await ids();
    await decide([id], { kind: 'acknowledge' });
    await world.ledger.commitScan(scanFinding([birthday, notes], { day: '2026-11-24' }));
    expect(await list({ state: 'acknowledged' })).toMatchObject([{ id }]);
    expect(await list()).toHaveLength(2);
    const whole = await listed.whole(BAKERY, id);
    expect(whole?.history.map(({ detail }) => detail)).toContain(`acknowledged by ${MARIA.name}`);
  });

  it('acknowledge: is cleared when the finding comes back', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const [id = ''] = await ids();
    await decide([id], { kind: 'acknowledge' });
    await world.ledger.commitScan(scanFinding([], { day: '2026-11-24' }));
    await world.ledger.commitScan(scanFinding([birthday], { day: '2026-11-25' }));
    expect(await list({ state: 'acknowledged' })).toEqual([]);
    expect(await list({ state: 'open' })).toMatchObject([{ id }]);
  });

  it('accept: no drift until its last day, and the day after it is', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const [id = ''] = await ids();
    await decide([id], { kind: 'accept', reason: 'moving it', until: '2026-12-01' });
    expect(await list()).toEqual([]);
    expect(await list({ state: 'exception' })).toMatchObject([{ id }]);
    expect(await list({ today: '2026-12-01' })).toEqual([]);
    expect(await list({ today: '2026-12-02' })).toMatchObject([{ id }]);
    expect(await overview.drift(BAKERY, TODAY)).toEqual([]);
    await decide([id], { kind: 'open' });
    expect(await list()).toMatchObject([{ id }]);
  });

  it('acknowledge: does not end an exception by the way (law 5)', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const [id = ''] = await ids();
    await decide([id], { kind: 'accept', reason: 'moving it', until: '2026-12-01' });
    await expect(decide([id], { kind: 'acknowledge' })).rejects.toThrow('accepted for a while');
    expect(await list({ state: 'exception' })).toMatchObject([{ id }]);
  });

  it('on the command line are in the audit log too, by who has the computer', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const [id = ''] = await ids();
    const decided = {
      organization: BAKERY,
      approver: 'maria@sweetcrumb.example',
      on: TODAY,
      at: '2026-11-23T12:00:00.000Z',
    };
    await world.ledger.acceptFinding({ ...decided, idOrPrefix: id, reason: 'moving it' });
    const { scanId } = await world.ledger.approveBaseline(decided);
    const entries = await world.dataSource.manager.find(AuditEntryEntity, { order: { sequence: 'ASC' } });
    expect(entries).toMatchObject([
      { action: 'finding.accepted', target: id, actorKind: 'machine', at: '2026-11-23T12:00:00.000Z' },
      { action: 'baseline.approved', target: scanId, details: { approver: 'maria@sweetcrumb.example' } },
    ]);
  });

  it('assign and comment: no scan takes them away', async () => {
    await world.ledger.commitScan(scanFinding([birthday]));
    const [id = ''] = await ids();
    const tom = { id: 'p-2', name: 'tom@sweetcrumb.example' };
    await decide([id], { kind: 'assign', person: tom });
    await decide([id], { kind: 'comment', text: 'Tom asks HubSpot' });
    await world.ledger.commitScan(
      scanFinding([violation('birthday', { severity: 'high', title: 'Said otherwise' })], {
        day: '2026-11-24',
      }),
    );
    expect(await list({ assignee: 'p-2' })).toMatchObject([{ id, title: 'Said otherwise' }]);
    expect(await list({ assignee: 'p-1' })).toEqual([]);
    expect(await listed.whole(BAKERY, id)).toMatchObject({
      assignee: { name: tom.name },
      comments: [{ text: 'Tom asks HubSpot', saidBy: MARIA.name }],
    });
    await decide([id], { kind: 'assign', person: null });
    expect(await list({ assignee: 'p-2' })).toEqual([]);
  });

  it('of several are all made or none, and the audit log has each', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    const all = await ids();
    await expect(decide([...all, 'ffffffffffffffff'], { kind: 'acknowledge' })).rejects.toMatchObject({
      actor: 'user',
    });
    expect(await list({ state: 'acknowledged' })).toEqual([]);
    expect(await world.dataSource.manager.count(AuditEntryEntity)).toBe(0);
    await decide([...all, ...all], { kind: 'acknowledge' });
    const entries = await world.dataSource.manager.find(AuditEntryEntity);
    expect(entries.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['finding.acknowledged', MARIA.name],
      ['finding.acknowledged', MARIA.name],
    ]);
  });
});

describe('lists of findings', () => {
  it('are the gravest first, page by page, each once', async () => {
    await world.ledger.commitScan(scanFinding([size]));
    await world.ledger.commitScan(scanFinding([size, birthday, notes], { day: '2026-11-24' }));
    const seen: string[] = [];
    let after: Parameters<ListedFindings['list']>[2] = null;
    for (;;) {
      const [one] = await listed.list(BAKERY, { state: 'drift', today: TODAY }, after, 1);
      if (one === undefined) break;
      seen.push(one.severity);
      after = { rank: one.severityRank, firstSeen: one.firstSeen, id: one.id };
    }
    expect(seen).toEqual(['high', 'medium', 'low']);
  });

  it('are searched by what stands in them, signs of the database included', async () => {
    await world.ledger.commitScan(scanFinding([violation('a', { title: '100% of Notes_2' }), notes]));
    expect(await list({ text: '100% OF notes_' })).toHaveLength(1);
    expect(await list({ text: '100_' })).toEqual([]);
    expect(await list({ text: "' OR 1=1 --" })).toEqual([]);
  });

  it('are those that changed since, where that is asked', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    await world.ledger.commitScan(scanFinding([birthday, notes, size], { day: '2026-11-25' }));
    const changed = await list({ changedSince: '2026-11-25T00:00:00.000Z' });
    expect(changed.map(({ subject }) => subject)).toEqual([size.subject]);
  });

  it('are read off the index, and so is the overview', async () => {
    const plans = async (sql: string) =>
      (await world.dataSource.query(`EXPLAIN QUERY PLAN ${sql}`)).map(
        ({ detail }: { detail: string }) => detail,
      );
    const listing = world.dataSource.manager
      .createQueryBuilder(FindingEntity, 'finding')
      .where("finding.organization = 'x' AND finding.observation <> 'absent'")
      .orderBy('finding.severityRank', 'DESC')
      .addOrderBy('finding.firstSeen', 'DESC')
      .addOrderBy('finding.id', 'DESC');
    expect(await plans(listing.getQuery())).toEqual([expect.stringContaining('findings_listed')]);
  });
});

describe('the overview', () => {
  it('counts drift, and what scans changed', async () => {
    await world.ledger.commitScan(scanFinding([birthday, notes]));
    await world.ledger.commitScan(scanFinding([birthday, size], { day: '2026-11-24' }));
    expect(await overview.drift(BAKERY, TODAY)).toEqual(
      expect.arrayContaining([
        { severity: 'high', system: 'crm', count: 1, notObserved: 0 },
        { severity: 'low', system: 'crm', count: 1, notObserved: 0 },
      ]),
    );
    expect(await overview.since(BAKERY, '2026-11-24T00:00:00Z')).toEqual({ appeared: 1, fixed: 1, gone: 0 });
    expect(await overview.since(BAKERY, '2026-11-25T00:00:00Z')).toEqual({ appeared: 0, fixed: 0, gone: 0 });
    const trend = await overview.trend(BAKERY, 10);
    expect(trend.map(({ high, medium, low, appeared }) => [high, medium, low, appeared])).toEqual([
      [1, 1, 0, 2],
      [1, 0, 1, 1],
    ]);
    expect(await overview.trend(BAKERY, 1)).toHaveLength(1);
    expect(await overview.drift('Other', TODAY)).toEqual([]);
  });
});
