import { Inject, Injectable } from '@nestjs/common';
import {
  concatMap,
  distinctUntilChanged,
  filter,
  map,
  merge,
  type Observable,
  Subject,
  takeWhile,
  timer,
} from 'rxjs';
import type { JobStep } from './job-step.js';
import type { JobState } from './scan-job.js';
import { SCAN_QUEUE, type ScanQueue } from './scan-queue.js';
import type { ScanJob } from './shown-job.js';

/** Where a job stands. `step` null: it has not begun, is about to, or has ended. */
export interface JobProgress extends Omit<JobStep, 'step'> {
  readonly job: string;
  readonly state: JobState;
  readonly step: JobStep['step'] | null;
}

/** A job may run in another process, which tells us nothing: so often is looked how it stands. */
const LOOK_EVERY_MS = 2_000;

const NOTHING = {
  step: null,
  system: null,
  resource: null,
  read: null,
  waitingFor: null,
  waitingUntil: null,
};

/** What the running scans of this process are at, for who watches. Nothing of it is kept. */
@Injectable()
export class LiveProgress {
  private readonly latest = new Map<string, JobStep>();
  private readonly told = new Subject<JobProgress>();

  constructor(@Inject(SCAN_QUEUE) private readonly queue: ScanQueue) {}

  step(job: string, step: JobStep): void {
    this.latest.set(job, step);
    this.told.next({ ...step, job, state: 'running' });
  }

  /** The process of the job is gone; the job itself may wait again. */
  ended(job: string, state: JobState): void {
    this.latest.delete(job);
    this.told.next({ ...NOTHING, job, state });
  }

  /** How a job goes on, from where it stands to its end. */
  watch(organization: string, id: string): Observable<JobProgress> {
    const looked = timer(0, LOOK_EVERY_MS).pipe(
      concatMap(async () => this.queue.find(organization, id)),
      takeWhile((job) => job !== null),
      map((job) => this.progressOf(job)),
    );
    return merge(looked, this.told.pipe(filter(({ job }) => job === id))).pipe(
      distinctUntilChanged((before, now) => JSON.stringify(before) === JSON.stringify(now)),
      takeWhile(({ state }) => state === 'waiting' || state === 'running', true),
    );
  }

  private progressOf({ id, state }: ScanJob): JobProgress {
    const step = state === 'running' ? this.latest.get(id) : undefined;
    return { ...NOTHING, ...step, job: id, state };
  }
}
