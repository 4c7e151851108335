import type { ServiceLog } from '../service/service-log.js';
import type { ReportProcess, StartReportProcess } from './report-process.js';
import type { ReportJobs } from './report-jobs.js';

/** Longer than any report takes. */
const COMPOSE_WITHIN_MS = 300_000;

/** Has reports composed, one after another. What does not come is begun again later. */
export class ReportRunner {
  private running: ReportProcess | null = null;

  constructor(
    private readonly jobs: ReportJobs,
    private readonly start: StartReportProcess,
    private readonly log: ServiceLog,
  ) {}

  /** Composes what is due; gives how many were begun. */
  async composeDue(signal: AbortSignal): Promise<number> {
    for (let begun = 0; ; begun += 1) {
      const job = signal.aborted ? null : await this.jobs.begin();
      if (job === null) return begun;
      const { id, kind, occasion } = job;
      this.log.info('report begins', { job: id, kind, occasion });
      const how = await this.compose(id);
      // One that was killed with the service is begun again by the next.
      const isMissing = !signal.aborted && (await this.jobs.notComposed(job));
      this.log.info('report ended', { job: id, process: how, isMissing });
    }
  }

  /** A report that is killed is begun again by the next service. */
  stop(): void {
    this.running?.kill();
  }

  private async compose(id: string): Promise<string> {
    const process = this.start(id, (text) => this.log.warn('report process says', { job: id, text }));
    this.running = process;
    const tooLong = setTimeout(() => process.kill(), COMPOSE_WITHIN_MS);
    try {
      return await process.ended;
    } finally {
      clearTimeout(tooLong);
      this.running = null;
    }
  }
}
