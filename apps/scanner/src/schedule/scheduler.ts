import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { ScanRunner } from '../queue/scan-runner.js';
import { SERVICE_LOG, type ServiceLog } from '../service/service-log.js';
import { Schedules } from './schedules.js';

const LOOK_EVERY_MS = 15_000;
const RECKON_EVERY_MS = 600_000;

/** Looks at the clock for the schedules. */
@Injectable()
export class Scheduler implements OnApplicationBootstrap {
  constructor(
    @Inject(Schedules) private readonly schedules: Schedules,
    @Inject(ScanRunner) private readonly runner: ScanRunner,
    @Inject(SERVICE_LOG) private readonly log: ServiceLog,
  ) {}

  onApplicationBootstrap(): void {
    this.reckonAnew();
    this.look();
  }

  @Interval(LOOK_EVERY_MS)
  look(): void {
    this.askForDue().catch((error: unknown) => this.log.failure(error));
  }

  @Interval(RECKON_EVERY_MS)
  reckonAnew(): void {
    this.schedules.reckonAnew().catch((error: unknown) => this.log.failure(error));
  }

  private async askForDue(): Promise<void> {
    const count = await this.schedules.askForDue();
    if (count === 0) return;
    this.log.info('scans are due', { count });
    this.runner.lookSoon();
  }
}
