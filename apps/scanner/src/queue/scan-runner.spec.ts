import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Metrics } from '../service/metrics.js';
import { ServiceLog } from '../service/service-log.js';
import { inTransaction } from '../storage/serialized-query-runners.js';
import { type JobProgress, LiveProgress } from './live-progress.js';
import { BAKERY, MILL, QueueBench } from './queue.spec-builders.js';
import type { ClaimedJob } from './scan-job.js';
import type { Listener, WordToScan } from './scan-process.js';
import { ScanRunner } from './scan-runner.js';
import type { StoredScanQueue } from './stored-scan-queue.js';

/** A process that does what the spec says. */
class FakeProcess {
  readonly words: WordToScan[] = [];
  readonly ended: Promise<string>;
  readonly end: (how: string) => void;

  constructor(
    readonly job: ClaimedJob,
    readonly listener: Listener,
    private readonly heard: (process: FakeProcess, word: WordToScan) => void,
  ) {
    const { promise, resolve } = Promise.withResolvers<string>();
    this.ended = promise;
    this.end = resolve;
  }

  say(word: WordToScan): void {
    this.words.push(word);
    this.heard(this, word);
  }

  kill(): void {
    this.end('SIGKILL');
  }
}

let bench: QueueBench;
let queue: StoredScanQueue;
let progress: LiveProgress;
let started: FakeProcess[];
let heard: (process: FakeProcess, word: WordToScan) => void;
const runners: ScanRunner[] = [];

beforeAll(async () => {
  bench = await QueueBench.open();
});
afterAll(async () => bench.close());
beforeEach(async () => {
  await bench.reset();
  queue = bench.queue();
  progress = new LiveProgress(queue);
  started = [];
  heard = (process) => process.end('code 0');
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map(async (one) => one.beforeApplicationShutdown()));
});

function runner(atOnce = 2): ScanRunner {
  const start = (job: ClaimedJob, listener: Listener) => {
    const process = new FakeProcess(job, listener, (own, word) => heard(own, word));
    started.push(process);
    return process;
  };
  const log = ServiceLog.to({ write: () => undefined }, 'error');
  const settings = { PLUMBLINE_SCANS_AT_ONCE: atOnce };
  const uploads = { of: () => [], drop: () => undefined };
  const made = new ScanRunner(queue, start, progress, settings, uploads, log, new Metrics());
  runners.push(made);
  return made;
}

async function asked(organization = BAKERY) {
  return queue.enqueue({ organization, cause: 'manual', askedBy: 'maria@sweetcrumb.example' });
}

function last(): FakeProcess {
  const process = started.at(-1);
  if (process === undefined) throw new Error('no process was started');
  return process;
}

/** Until the job is in that state; the runner settles by itself. */
async function seen(id: string, state: string): Promise<JobProgress> {
  const { promise, resolve } = Promise.withResolvers<JobProgress>();
  const watching = progress.watch(BAKERY, id).subscribe((now) => {
    if (now.state === state && (state !== 'running' || now.step !== null)) resolve(now);
  });
  const found = await promise;
  watching.unsubscribe();
  return found;
}

describe('the runner', () => {
  it('begins what waits, no more at once than it may, and the next when one has ended', async () => {
    await asked(BAKERY);
    bench.now += 1;
    await asked(MILL);
    const own = runner(1);
    await own.look();
    expect(started.map(({ job }) => job.organization)).toEqual([BAKERY]);
    const { job } = last();
    await inTransaction(bench.dataSource, (manager) => queue.finish(manager, job, 'scan 1'));
    last().end('code 0');
    await seen(job.id, 'done');
    await own.look();
    await own.look();
    expect(started.map((process) => process.job.organization)).toEqual([BAKERY, MILL]);
  });

  it('tells what a scan is at, to its end', async () => {
    const { id } = await asked();
    await runner().look();
    const steps: JobProgress[] = [];
    const { promise: over, resolve } = Promise.withResolvers<undefined>();
    progress
      .watch(BAKERY, id)
      .subscribe({ next: (step) => steps.push(step), complete: () => resolve(undefined) });
    last().listener.step({
      step: 'reading',
      system: 'crm',
      resource: 'HubSpot contacts',
      read: 100,
      waitingFor: null,
      waitingUntil: null,
    });
    await queue.fail(last().job, { message: 'It failed.', step: 'Do something.', actor: 'vendor' });
    last().end('code 0');
    await over;
    expect(steps).toContainEqual(
      expect.objectContaining({ job: id, state: 'running', resource: 'HubSpot contacts', read: 100 }),
    );
    expect(steps.at(-1)).toMatchObject({ state: 'failed', step: null });
  });

  it('tries a scan that crashed twice more, after a pause, and then says so', async () => {
    const { id } = await asked();
    const own = runner();
    for (const pauseMs of [30_000, 120_000]) {
      await own.look();
      last().end('SIGSEGV');
      await seen(id, 'waiting');
      await own.look();
      const before = started.length;
      bench.now += pauseMs - 1;
      await own.look();
      expect(started).toHaveLength(before);
      bench.now += 1;
    }
    await own.look();
    last().end('code 2');
    await seen(id, 'failed');
    expect(started).toHaveLength(3);
    expect((await queue.find(BAKERY, id))?.problem).toMatchObject({ actor: 'us' });
  });

  it('does not try again what failed for a reason', async () => {
    const { id } = await asked();
    const own = runner();
    await own.look();
    const problem = { message: 'HubSpot is down.', step: 'Nothing to do.', actor: 'vendor' } as const;
    await queue.fail(last().job, problem);
    last().end('code 0');
    await seen(id, 'failed');
    bench.now += 86_400_000;
    await own.look();
    expect(started).toHaveLength(1);
    expect((await queue.find(BAKERY, id))?.problem).toEqual(problem);
  });

  it('cancels a running scan, also one that has to be killed', async () => {
    const { id } = await asked();
    const own = runner();
    await own.look();
    heard = (process) => process.end('SIGKILL');
    await own.cancel(BAKERY, id);
    await seen(id, 'cancelled');
    expect(last().words).toEqual(['cancel']);
    expect(await own.cancel(MILL, id)).toBeNull();
  });

  it('stops its scans when the service stops; they wait for the next start and lose no attempt', async () => {
    const { id } = await asked();
    const own = runner();
    await own.look();
    await own.beforeApplicationShutdown();
    expect(last().words).toEqual(['stop']);
    expect(await queue.find(BAKERY, id)).toMatchObject({ state: 'waiting', attempt: 0 });
    const next = runner();
    await next.look();
    expect([last().job.id, last().job.attempt]).toEqual([id, 1]);
  });

  it('leaves it done where the scan was stored before it stopped', async () => {
    const { id } = await asked();
    const own = runner();
    await own.look();
    heard = (process) =>
      void inTransaction(bench.dataSource, (manager) => queue.finish(manager, process.job, 'scan 1')).then(
        () => process.end('code 0'),
      );
    await own.beforeApplicationShutdown();
    expect(await queue.find(BAKERY, id)).toMatchObject({ state: 'done', scan: 'scan 1' });
  });
});
