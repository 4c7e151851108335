import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import Database from 'better-sqlite3';
import type { DataSource } from 'typeorm';
import { MACHINE, AuditLog } from '#scanner/audit/audit-log.js';
import { addOrganization } from '#scanner/findings/add-organization.js';
import { writeExampleBakery } from '#scanner/example/bakery.js';
import type { ProcessIdentity } from '#scanner/leases/process-identity.js';
import { Policies } from '#scanner/policies/policies.js';
import { StoredScanQueue } from '#scanner/queue/stored-scan-queue.js';
import { openDataSource } from '#scanner/storage/data-source.js';
import { OrganizationEntity } from '#scanner/storage/entities/organization.entity.js';
import { ScanJobEntity } from '#scanner/storage/entities/scan-job.entity.js';
import { Killable } from './killable.js';
import { Moments, say } from './moments.js';

const BAKERY = 'Sweet Crumb Bakery';
const ROUNDS = 10;
/** The service's own clock is told to begin here; a simulated vendor that nothing is connected to makes that possible. */
const NOW = '2026-11-23T12:00:00Z';
/** On a computer that does ten other things besides. */
const LONGEST_WAIT_MS = 180_000;

let folder: string;
const opened: DataSource[] = [];
const services: Killable[] = [];
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'plumbline-crash-'));
});
afterEach(async () => {
  await Promise.all(services.splice(0).map(async (service) => service.kill()));
  await Promise.all(opened.splice(0).map(async (dataSource) => dataSource.destroy()));
  await rm(folder, { recursive: true });
});

/** A data directory whose bakery has a policy and exports, and the hand of a test in it. */
class Bakery {
  private service: Killable | null = null;

  private constructor(
    readonly directory: string,
    private readonly dataSource: DataSource,
    private readonly exports: string,
  ) {}

  static async in(name: string): Promise<Bakery> {
    const directory = path.join(folder, name);
    const dataSource = await openDataSource(directory);
    opened.push(dataSource);
    await addOrganization(dataSource.manager, BAKERY);
    const clock = () => new Date(NOW);
    const policies = new Policies(dataSource, new AuditLog(clock), clock);
    const text = await readFile('config/policy.example.yaml', 'utf8');
    await policies.save({ organization: BAKERY, text, replaces: null, by: MACHINE, note: null });
    const organization = await dataSource.manager.findOneByOrFail(OrganizationEntity, { name: BAKERY });
    const exports = path.join(folder, `exports of ${name}`);
    const own = path.join(exports, organization.id);
    await mkdir(own, { recursive: true });
    await writeExampleBakery(own, { asOf: '2026-11-23', customers: 3_000 });
    const requests = 'policy.example.erasures.csv';
    await copyFile(path.join('config', requests), path.join(own, requests));
    return new Bakery(directory, dataSource, exports);
  }

  /** As somebody would by the API; joins what waits. */
  async askForScan(): Promise<string> {
    const queue = new StoredScanQueue(this.dataSource, () => new Date(NOW));
    return (await queue.enqueue({ organization: BAKERY, cause: 'manual', askedBy: null })).id;
  }

  startService(): Killable {
    this.service = Killable.command(['serve', '--port', '0', '--data-dir', this.directory], {
      PLUMBLINE_EXPORTS_DIR: this.exports,
      PLUMBLINE_SIMULATE_HUBSPOT: 'http://127.0.0.1:9',
      PLUMBLINE_SIMULATE_NOW: NOW,
    });
    services.push(this.service);
    return this.service;
  }

  async jobs(): Promise<readonly ScanJobEntity[]> {
    return this.dataSource.manager.find(ScanJobEntity, { order: { askedAt: 'ASC' } });
  }

  /** Waits for a job; gives how long it took, in ms. */
  async untilDone(id: string): Promise<number> {
    const began = performance.now();
    for (;;) {
      const job = (await this.jobs()).find((one) => one.id === id);
      const waited = performance.now() - began;
      if (job?.state === 'done') return waited;
      if (job?.state === 'failed' || waited > LONGEST_WAIT_MS)
        throw new Error(`The job is ${job?.state}: ${this.service?.output}`);
      await sleep(50);
    }
  }

  /** The process that scans just now. */
  async scanProcess(): Promise<ProcessIdentity | null> {
    return (await this.jobs()).find(({ state }) => state === 'running')?.runsIn ?? null;
  }

  state() {
    const database = new Database(path.join(this.directory, 'plumbline.sqlite'));
    try {
      const all = (sql: string): unknown => database.prepare(sql).all();
      return {
        integrity: database.pragma('integrity_check', { simple: true }),
        broken: database.pragma('foreign_key_check'),
        leases: all('SELECT * FROM account_leases'),
        findings: all('SELECT id, observation, disposition, first_seen FROM findings ORDER BY id'),
        events: all(
          'SELECT finding, change, cause, observation FROM finding_events ORDER BY finding, sequence',
        ),
      };
    } finally {
      database.close();
    }
  }

  scans(): readonly unknown[] {
    const database = new Database(path.join(this.directory, 'plumbline.sqlite'));
    try {
      return database.prepare('SELECT id FROM scans ORDER BY id').pluck().all();
    } finally {
      database.close();
    }
  }
}

function killed({ pid }: ProcessIdentity): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

it(`a service that is killed makes every scan it owes, once (seed ${Moments.seed})`, async () => {
  const calm = await Bakery.in('calm');
  const first = await calm.askForScan();
  const undisturbed = calm.startService();
  const whole = await calm.untilDone(first);
  await undisturbed.stop();
  const expected = calm.state();
  expect(expected).toMatchObject({ integrity: 'ok', broken: [], leases: [] });

  const bakery = await Bakery.in('killed');
  const moments = new Moments(4);
  const seen = { waiting: 0, running: 0 };
  for (let round = 1; round <= ROUNDS; round += 1) {
    await bakery.askForScan();
    const service = bakery.startService();
    // From its start to a little after the end of the scan; half of the times the process that scans goes with it.
    const moment = Math.round(whole * (0.2 + 0.9 * moments.next()));
    const both = moments.next() < 0.5;
    await sleep(moment);
    const scanning = both ? await bakery.scanProcess() : null;
    if (scanning !== null) killed(scanning);
    expect(await service.kill()).toBe(true);
    const [last] = (await bakery.jobs()).slice(-1);
    if (last?.state === 'waiting' || last?.state === 'running') seen[last.state] += 1;
    say(
      `scanning ${round}: killed after ${moment} of ${Math.round(whole)} ms${scanning ? ', with its scan' : ''}; the job was ${last?.state}`,
    );
    const left = bakery.state();
    expect(left).toMatchObject({ integrity: 'ok', broken: [], leases: [] });
    // All of a scan or nothing of it.
    expect([[], expected.events]).toContainEqual(left.events);
  }

  // Stopped as it should be, it is as quick, and its scan waits or is done.
  await bakery.askForScan();
  const stopped = bakery.startService();
  await sleep(whole * 0.7);
  const stopping = performance.now();
  await stopped.stop();
  const [left] = (await bakery.jobs()).slice(-1);
  say(`stopped within ${Math.round(performance.now() - stopping)} ms; the job was ${left?.state}`);
  expect(performance.now() - stopping).toBeLessThan(15_000);
  expect([stopped.code, ['waiting', 'done'].includes(left?.state ?? '')]).toEqual([0, true]);

  const owed = await bakery.askForScan();
  const service = bakery.startService();
  const began = performance.now();
  await service.says(/"scan begins"/u);
  const took = performance.now() - began;
  say(`what was owed was begun ${Math.round(took)} ms after the start`);
  expect(took).toBeLessThan(60_000);
  await bakery.untilDone(owed);
  for (const { id, state } of await bakery.jobs()) if (state !== 'done') await bakery.untilDone(id);
  await service.stop();
  expect(service.code).toBe(0);

  // Every job became a scan of its own, no scan is nobody's, and scanning again was no news.
  const jobs = await bakery.jobs();
  const scans = new Set(jobs.map(({ scan }) => scan));
  expect(scans.size).toBe(jobs.length);
  expect(scans).toEqual(new Set(bakery.scans()));
  expect(bakery.state()).toEqual(expected);
  // A test whose kills all come too early or too late proves nothing.
  expect(seen.waiting + seen.running).toBeGreaterThan(ROUNDS / 4);
}, 600_000);
