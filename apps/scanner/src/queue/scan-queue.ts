import type { EntityManager } from 'typeorm';
import type { ClaimedJob, JobCause, JobProblem } from './scan-job.js';
import type { ScanJob } from './shown-job.js';

/** By which the program is handed its queue (type ScanQueue). */
export const SCAN_QUEUE = Symbol('scan queue');

export interface ScanWanted {
  readonly organization: string;
  readonly cause: JobCause;
  /** Who asks, for people to read; null: a schedule. */
  readonly askedBy: string | null;
}

/** Where a list of jobs goes on: after this one. */
export interface JobPlace {
  readonly askedAt: string;
  readonly id: string;
}

/** What whoever runs a job is to do. `lost`: somebody else has it, or it has ended. */
export type JobOrder = 'go on' | 'stop' | 'lost';

/** The scans that are to be made. Instants are handed in nowhere: the queue has the program's clock. */
export interface ScanQueue {
  /**
   * Asks for a scan. A second wish joins one that waits already. `within`: is asked for in that transaction, and so only
   * if it commits.
   */
  enqueue(wanted: ScanWanted, within?: EntityManager): Promise<ScanJob>;
  /** One that waits is cancelled at once, one that runs as soon as it can be; null: there is none of that id. */
  cancel(organization: string, id: string): Promise<ScanJob | null>;
  /** The job that has waited longest and may be begun, if any; from now on it is the caller's. One at a time per organization. */
  claim(): Promise<ClaimedJob | null>;
  /** The job that was claimed so, for another process that is to do it; null: it was lost meanwhile. */
  claimed(id: string, claim: string): Promise<ClaimedJob | null>;
  /** Says that the job is still being worked on; to be called more often than every 45 seconds. */
  beat(job: ClaimedJob): Promise<JobOrder>;
  /** The job became that scan. To be called in the transaction that stores the scan; throws if the job was lost. */
  finish(manager: EntityManager, job: ClaimedJob, scan: string): Promise<void>;
  /** The job can not be done, and trying again at once would not help. */
  fail(job: ClaimedJob, problem: JobProblem): Promise<void>;
  /** The job was stopped as somebody wished. */
  stopped(job: ClaimedJob): Promise<void>;
  /** The job waits again, for so long at least. `blameless`: the service was stopped, which does not count as an attempt. */
  putBack(job: ClaimedJob, again: { readonly afterMs: number; readonly blameless: boolean }): Promise<void>;
  /** Jobs of processes that are gone wait again; gives how many. `mine`: claims that are known to be in good hands. */
  recover(mine: ReadonlySet<string>): Promise<number>;
  find(organization: string, id: string): Promise<ScanJob | null>;
  /** The newest first. */
  list(organization: string, limit: number, after?: JobPlace): Promise<readonly ScanJob[]>;
}
