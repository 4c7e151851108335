import type { INestApplicationContext } from '@nestjs/common';
import { UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import { jobStepOf } from '../queue/job-step.js';
import type { ClaimedJob, JobProblem } from '../queue/scan-job.js';
import { SCAN_QUEUE, type ScanQueue } from '../queue/scan-queue.js';
import { ScanService } from '../scan/scan.service.js';
import type { Settings } from '../settings/settings.js';
import { isBusy } from '../storage/storage-error.js';
import { type Service, StoppedError } from './scan-orders.js';
import { whatToScan } from './what-to-scan.js';

export interface JobToRun {
  readonly job: ClaimedJob;
  readonly service: Service;
  readonly dataDirectory: string;
  /** Exports that were handed over for this scan. */
  readonly uploads: readonly UploadedFile[];
  readonly settings: Pick<Settings, 'PLUMBLINE_EXPORTS_DIR'>;
}

/** Reports that the service shows are one channel. */
const CHANNEL = 'service';

const BEAT_EVERY_MS = 10_000;
const MOST_ATTEMPTS = 3;
const PAUSE_WHILE_BUSY_MS = 30_000;

/**
 * Makes the scan of a job and tells the queue what came of it. Throws what nobody expected: the service takes it for a
 * crash.
 */
export async function runScanJob(plumbline: INestApplicationContext, toRun: JobToRun): Promise<void> {
  const { job, service, dataDirectory, uploads, settings } = toRun;
  const queue = plumbline.get<ScanQueue>(SCAN_QUEUE);
  const beat = async () => {
    const order = await queue.beat(job);
    if (order === 'stop') service.stop('cancelled');
    if (order === 'lost') service.stop('job lost');
  };
  // A beat that could not be written is no reason to stop: the next one may be.
  const timer = setInterval(() => void beat().catch(() => undefined), BEAT_EVERY_MS);
  try {
    await beat();
    const wanted = await whatToScan(plumbline, {
      organization: job.organization,
      dataDirectory,
      exportsRoot: settings.PLUMBLINE_EXPORTS_DIR,
      uploads,
    });
    service.signal.throwIfAborted();
    await plumbline.get(ScanService).run({
      ...wanted,
      channel: CHANNEL,
      signal: service.signal,
      progress: (step) => service.tell(jobStepOf(step)),
      beside: (manager, { scanId }) => queue.finish(manager, job, scanId),
    });
  } catch (error) {
    await tellQueue(queue, toRun, error);
  } finally {
    clearInterval(timer);
  }
}

async function tellQueue(queue: ScanQueue, { job, service }: JobToRun, error: unknown): Promise<void> {
  const { reason } = service.signal;
  if (service.signal.aborted && reason instanceof StoppedError) {
    if (reason.reason === 'cancelled') await queue.stopped(job);
    if (reason.reason === 'service stops') await queue.putBack(job, { afterMs: 0, blameless: true });
    return;
  }
  if (isBusy(error) && job.attempt < MOST_ATTEMPTS) {
    await queue.putBack(job, { afterMs: PAUSE_WHILE_BUSY_MS, blameless: false });
    return;
  }
  const problem = problemIn(error);
  if (problem === null) throw error;
  await queue.fail(job, problem);
}

/** What a person is told; null for what nobody expected. */
function problemIn(error: unknown): JobProblem | null {
  if (error instanceof UserActionError) return { message: error.message, step: error.step, actor: 'user' };
  if (error instanceof VendorFailedError) {
    const step = 'Nothing to do: it is tried again at the next scan.';
    return { message: error.message, step, actor: 'vendor' };
  }
  return null;
}
