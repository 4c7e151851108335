import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { AuditLog, MACHINE } from '#scanner/audit/audit-log.js';
import { runReportJob } from '#scanner/cli/run-report-job.js';
import type { ReportSettingsToSet } from '#scanner/delivery/report-settings.js';
import { unsubscribe } from '#scanner/delivery/unsubscribe.js';
import { scanFinding } from '#scanner/findings/ledger.spec-builders.js';
import { Ledger } from '#scanner/findings/ledger.js';
import { Policies } from '#scanner/policies/policies.js';
import { readSettings } from '#scanner/settings/read-settings.js';
import { OutgoingMailEntity } from '#scanner/storage/entities/outgoing-mail.entity.js';
import { ReportJobEntity } from '#scanner/storage/entities/report-job.entity.js';
import { ReportEntity } from '#scanner/storage/entities/report.entity.js';
import { inTransaction } from '#scanner/storage/serialized-query-runners.js';
import { BAKERY, DeliveryBench, MARIA } from './delivery-bench.js';

const HOUR_MS = 3_600_000;
const WEEK_MS = 7 * 24 * HOUR_MS;

const USUAL: ReportSettingsToSet = {
  weekly: 'on',
  day: 1,
  at: '07:00',
  pausedUntil: null,
  alerts: 'off',
  roles: ['owner', 'admin'],
  addresses: [],
};

let bench: DeliveryBench;
beforeEach(async () => {
  // A Sunday.
  bench = await DeliveryBench.open('2026-11-22T12:00:00Z');
});
afterEach(async () => bench[Symbol.asyncDispose]());

/** The policy of the example, whose time zone has daylight saving. */
async function policyIn(timeZone: string): Promise<void> {
  const text = await readFile('config/policy.example.yaml', 'utf8');
  const policies = new Policies(bench.dataSource, new AuditLog(bench.clock), bench.clock);
  const moved = text.replace('America/New_York', timeZone);
  await policies.save({ organization: BAKERY, text: moved, replaces: null, by: MACHINE, note: null });
}

/** Looks every hour of a Monday morning, and now and then otherwise. */
async function pass(forMs: number): Promise<void> {
  for (const end = bench.now + forMs; bench.now < end;) {
    await bench.look();
    const isMorning = bench.clock().getUTCDay() === 1 && bench.clock().getUTCHours() < 9;
    bench.now += isMorning ? HOUR_MS : 15 * HOUR_MS - (bench.now % (3 * HOUR_MS));
  }
}

describe('the weekly mail', () => {
  it('comes 52 times a year, always in the morning of its day, whatever the clocks are put to', async () => {
    await policyIn('Europe/Berlin');
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, USUAL);
    await pass(52 * WEEK_MS);
    const local = new Intl.DateTimeFormat('en-GB', {
      timeZone: 'Europe/Berlin',
      weekday: 'long',
      hour: '2-digit',
    });
    expect(bench.left).toHaveLength(52);
    // Looked at every hour: what is due at seven is sent at eight.
    expect(new Set(bench.left.map(({ at }) => local.format(at)))).toEqual(new Set(['Monday, 08']));
    const inUtc = new Set(bench.left.map(({ at }) => at.getUTCHours()));
    expect(inUtc).toEqual(new Set([6, 7]));
    expect(new Set(bench.left.map(({ mail }) => mail.messageId)).size).toBe(52);
  });

  it('that was missed for weeks is caught up once', async () => {
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, USUAL);
    bench.now += 3.5 * WEEK_MS;
    await bench.look();
    await bench.look();
    expect(bench.left).toHaveLength(1);
    await pass(WEEK_MS);
    expect(bench.left).toHaveLength(2);
  });

  it('comes once a week, also where its day is moved within the week', async () => {
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, USUAL);
    await pass(2 * 24 * HOUR_MS);
    await bench.settings.set(BAKERY, { ...USUAL, day: 5 });
    await pass(5 * 24 * HOUR_MS);
    expect(bench.left).toHaveLength(1);
    await pass(WEEK_MS);
    expect(bench.left).toHaveLength(2);
  });

  it('waits as long as it is paused, and does not come where it is off', async () => {
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, { ...USUAL, pausedUntil: '2026-12-10T00:00:00.000Z' });
    await pass(4 * WEEK_MS);
    expect(bench.left.map(({ at }) => at.toISOString().slice(0, 10))).toEqual(['2026-12-14']);
    await bench.settings.set(BAKERY, { ...USUAL, weekly: 'off' });
    await pass(2 * WEEK_MS);
    expect(bench.left).toHaveLength(1);
  });

  it('falls due at another instant when the policy names another time zone', async () => {
    await bench.settings.set(BAKERY, USUAL);
    const { nextDueAt: before } = await bench.settings.of(BAKERY);
    await policyIn('America/Lima');
    await bench.settings.reckonAnew();
    const { nextDueAt: after, timeZone } = await bench.settings.of(BAKERY);
    expect(timeZone).toBe('America/Lima');
    expect(Date.parse(after ?? '') - Date.parse(before ?? '')).toBe(5 * HOUR_MS);
  });

  it('is usual: every organization has it before anybody has set anything', async () => {
    await bench.addMember(MARIA, 'admin');
    await bench.settings.ensureAll();
    await pass(WEEK_MS);
    expect(bench.left.map(({ to }) => to)).toEqual([MARIA]);
    const jobs = await bench.manager.find(ReportJobEntity, { order: { organization: 'ASC' } });
    expect(jobs.map(({ organization, problem }) => [organization, problem?.message ?? null])).toEqual([
      ['Another Bakery', 'Nobody gets this report.'],
      [BAKERY, null],
    ]);
  });
});

describe('who gets it', () => {
  it('are members with one of the roles and further addresses, each once, each in a mail of her own', async () => {
    await bench.addMember(MARIA, 'owner');
    await bench.addMember('tom@sweetcrumb.example', 'viewer');
    const addresses = ['books@accounting.example', MARIA];
    await bench.settings.set(BAKERY, { ...USUAL, addresses });
    await pass(WEEK_MS);
    expect(bench.left.map(({ to }) => to).toSorted()).toEqual(['books@accounting.example', MARIA]);
    expect(bench.left.map(({ mail }) => (mail.to ? [mail.to].flat().map(({ text }) => text) : []))).toEqual(
      bench.left.map(({ to }) => [to]),
    );
  });

  it('stop to get it by one click, and nobody else does', async () => {
    bench.publicUrl = 'https://plumbline.sweetcrumb.example';
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, { ...USUAL, addresses: ['books@accounting.example'] });
    await pass(WEEK_MS);
    const first = bench.left.find(({ to }) => to === MARIA);
    const offer = String(first?.mail.headerLines.find(({ key }) => key === 'list-unsubscribe')?.line);
    const post = first?.mail.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line;
    expect(post).toBe('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const [, carried = ''] =
      /<https:\/\/plumbline\.sweetcrumb\.example\/api\/v1\/unsubscribe\/([\w-]{43})>/u.exec(
        offer.replaceAll(/\s/gu, ''),
      ) ?? [];
    await inTransaction(bench.dataSource, (manager) => unsubscribe(manager, 'made up', bench.clock()));
    await inTransaction(bench.dataSource, (manager) => unsubscribe(manager, carried, bench.clock()));
    await inTransaction(bench.dataSource, (manager) => unsubscribe(manager, carried, bench.clock()));
    bench.left.length = 0;
    await pass(WEEK_MS);
    expect(bench.left.map(({ to }) => to)).toEqual(['books@accounting.example']);
  });

  it('stop by a mail to the sender where there is no public address', async () => {
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, USUAL);
    await pass(WEEK_MS);
    const lines = bench.left[0]?.mail.headerLines.filter(({ key }) => key.startsWith('list-'));
    expect(lines?.map(({ line }) => line)).toEqual([
      'List-Unsubscribe: <mailto:plumbline@sweetcrumb.example?subject=unsubscribe>',
    ]);
  });
});

describe('a report', () => {
  async function asked() {
    await bench.addMember(MARIA, 'owner');
    await bench.settings.set(BAKERY, USUAL);
    bench.now += WEEK_MS;
    await bench.settings.askForDue();
    const job = await bench.jobs.begin();
    if (job === null) throw new Error('nothing is due');
    return job;
  }

  it('that two processes write is queued once', async () => {
    const job = await asked();
    expect(await Promise.all([bench.compose(job), bench.compose(job)])).toEqual([1, null]);
    expect(await bench.manager.count(OutgoingMailEntity)).toBe(1);
  });

  it('whose service was killed is begun again, however often', async () => {
    await asked();
    expect(await bench.jobs.begin()).toBeNull();
    for (let death = 0; death < 20; death += 1) {
      bench.now += 60_000;
      expect(await bench.jobs.begin()).not.toBeNull();
    }
    await bench.look();
    bench.now += 60_000;
    await bench.look();
    expect(bench.left).toHaveLength(1);
  });

  it('that can not be written is tried again later and later, and at last no more', async () => {
    const job = await asked();
    await bench.jobs.notComposed(job);
    let begun = 1;
    for (let hour = 0; hour < 100; hour += 1) {
      bench.now += HOUR_MS;
      const again = await bench.jobs.begin();
      if (again === null) continue;
      begun += 1;
      await bench.jobs.notComposed(again);
    }
    const [row] = await bench.manager.findBy(ReportJobEntity, { organization: BAKERY });
    expect([begun, row?.state, row?.problem?.step]).toEqual([6, 'failed', expect.stringContaining('memory')]);
  });

  it('that reached nobody stays news; one that reached somebody does not', async () => {
    const { scanId } = await new Ledger(bench.dataSource).commitScan(scanFinding([]));
    bench.scan = scanId;
    const told = async () => (await bench.manager.findBy(ReportEntity, { channel: 'weekly' })).length;
    const job = await asked();
    await bench.compose(job);
    expect(await told()).toBe(1);
    bench.answer = { is: 'refused', problem: { message: 'no', step: 'none' } };
    await bench.send();
    expect(await told()).toBe(0);
    bench.answer = { is: 'unknown' };
    await pass(WEEK_MS);
    expect(await told()).toBe(1);
  });

  it('is what the bakery owner reads, as it is composed for her', async () => {
    await policyIn('Europe/Berlin');
    await new Ledger(bench.dataSource).commitScan(scanFinding([]));
    const job = await asked();
    const { dataSource, clock, folder } = bench;
    const settings = readSettings({
      PLUMBLINE_DATA_DIR: folder,
      PLUMBLINE_PUBLIC_URL: 'https://plumbline.sweetcrumb.example',
    });
    await runReportJob(job.id, { dataSource, clock, settings });
    await runReportJob(job.id, { dataSource, clock, settings });
    await bench.send();
    expect(bench.left).toHaveLength(1);
    const [{ mail } = { mail: null }] = bench.left;
    expect(mail?.subject).toContain('Plumbline for Sweet Crumb Bakery');
    expect(mail?.text).toContain(BAKERY);
    expect(mail?.html).toContain('href="https://plumbline.sweetcrumb.example/');
  });
});
