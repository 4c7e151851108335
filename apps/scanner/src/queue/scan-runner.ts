import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import { Metrics } from '../service/metrics.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { SETTINGS_IN_FORCE } from '../service/settings-in-force.js';
import type { Settings } from '../settings/settings.js';
import { LiveProgress } from './live-progress.js';
import type { ClaimedJob, JobProblem } from './scan-job.js';
import {
  type Listener,
  type ScanProcess,
  START_SCAN_PROCESS,
  type StartScanProcess,
} from './scan-process.js';
import { SCAN_QUEUE, type ScanQueue } from './scan-queue.js';
import { Uploads } from './uploads.js';
import type { ScanJob } from './shown-job.js';

/** A scan that was told to stop has so long to finish what it stores, or to let go. */
const STOP_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 5_000;

/** How long is waited before a scan that crashed is tried again; there are as many tries after the first. */
const PAUSES_MS = [30_000, 120_000];

const CRASHED: JobProblem = {
  message: 'The scan ended before it was done, each time it was tried.',
  step: 'Nothing of it was kept. Check that the computer has 500 MB of memory to spare and scan again; if it fails again, the log says how it ended.',
  actor: 'us',
};

interface Running {
  readonly job: ClaimedJob;
  readonly process: ScanProcess;
  /** Resolves when the queue knows what became of it. */
  readonly settled: Promise<void>;
  isCancelled: boolean;
}

/** Makes the scans that the queue asks for, each in a process of its own, a few at a time. */
@Injectable()
export class ScanRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly running = new Map<string, Running>();
  private isStopping = false;
  private looking: Promise<void> | null = null;

  constructor(
    @Inject(SCAN_QUEUE) private readonly queue: ScanQueue,
    @Inject(START_SCAN_PROCESS) private readonly start: StartScanProcess,
    @Inject(LiveProgress) private readonly progress: LiveProgress,
    @Inject(SETTINGS_IN_FORCE) private readonly settings: Pick<Settings, 'PLUMBLINE_SCANS_AT_ONCE'>,
    @Inject(Uploads) private readonly uploads: Pick<Uploads, 'of' | 'drop'>,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
    @Inject(Metrics) private readonly metrics: Pick<Metrics, 'scans'>,
  ) {}

  onApplicationBootstrap(): void {
    this.lookSoon();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.isStopping = true;
    await this.looking;
    const running = [...this.running.values()];
    for (const { process } of running) process.say('stop');
    const tooLong = setTimeout(() => {
      for (const { process } of running) process.kill();
    }, STOP_WITHIN_MS);
    await Promise.all(running.map(async ({ settled }) => settled));
    clearTimeout(tooLong);
  }

  /** Begins what waits, without delay: for who has just asked for a scan. */
  @Interval(LOOK_EVERY_MS)
  lookSoon(): void {
    this.look().catch((error: unknown) => this.log.failure(error));
  }

  /** Takes back the jobs of processes that are gone, and begins what may be begun. */
  async look(): Promise<void> {
    this.looking ??= this.lookNow().finally(() => {
      this.looking = null;
    });
    return this.looking;
  }

  /** Cancels a job: at once if it waits, else as soon as its process lets go; null: there is none of that id. */
  async cancel(organization: string, id: string): Promise<ScanJob | null> {
    const job = await this.queue.cancel(organization, id);
    const running = this.running.get(id);
    if (job === null || running === undefined) return job;
    running.isCancelled = true;
    running.process.say('cancel');
    const tooLong = setTimeout(() => running.process.kill(), STOP_WITHIN_MS);
    void running.settled.finally(() => clearTimeout(tooLong));
    return job;
  }

  private async lookNow(): Promise<void> {
    const mine = new Set([...this.running.values()].map(({ job }) => job.claim));
    const recovered = await this.queue.recover(mine);
    if (recovered > 0) this.log.warn('scans of a process that is gone wait again', { count: recovered });
    while (!this.isStopping && this.running.size < this.settings.PLUMBLINE_SCANS_AT_ONCE) {
      const job = await this.queue.claim();
      if (job === null) return;
      this.begin(job);
    }
  }

  private begin(job: ClaimedJob): void {
    const { id, attempt, organization } = job;
    const uploads = this.uploads.of(organization);
    this.log.info('scan begins', { job: id, attempt });
    const listener: Listener = {
      step: (step) => this.progress.step(id, step),
      line: (text) => this.log.warn('scan process says', { job: id, text }),
    };
    const process = this.start(job, listener, uploads);
    const settled = process.ended
      .then(async (how) => this.settle(job, how, uploads))
      .catch((error: unknown) => this.log.failure(error, { job: id }))
      .finally(() => {
        this.running.delete(id);
        if (!this.isStopping) this.lookSoon();
      });
    this.running.set(id, { job, process, settled, isCancelled: false });
  }

  /** The process has told the queue what came of the job, unless it was killed or broke down. */
  private async settle(job: ClaimedJob, how: string, uploads: readonly UploadedFile[]): Promise<void> {
    if ((await this.queue.claimed(job.id, job.claim)) !== null) await this.letGo(job, how);
    const ended = await this.queue.find(job.organization, job.id);
    if (ended === null) return;
    const { state } = ended;
    // What could not be scanned waits for another try.
    if (state === 'done') this.uploads.drop(job.organization, uploads);
    this.log.info('scan ended', { job: job.id, state, process: how, actor: ended.problem?.actor });
    if (ended.finishedAt !== null) this.metrics.scans.inc({ outcome: state });
    this.progress.ended(job.id, state);
  }

  private async letGo(job: ClaimedJob, how: string): Promise<void> {
    if (this.running.get(job.id)?.isCancelled === true) return this.queue.stopped(job);
    if (this.isStopping) return this.queue.putBack(job, { afterMs: 0, blameless: true });
    this.log.warn('scan process ended before its work', { job: job.id, process: how, attempt: job.attempt });
    const afterMs = PAUSES_MS[job.attempt - 1];
    if (afterMs === undefined) return this.queue.fail(job, CRASHED);
    return this.queue.putBack(job, { afterMs, blameless: false });
  }
}
