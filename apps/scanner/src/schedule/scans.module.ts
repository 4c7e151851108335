import { fileURLToPath } from 'node:url';
import { type DynamicModule, Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { AskedScans } from '../queue/asked-scans.js';
import { LiveProgress } from '../queue/live-progress.js';
import { scanProcesses, START_SCAN_PROCESS, type StartScanProcess } from '../queue/scan-process.js';
import { SCAN_QUEUE } from '../queue/scan-queue.js';
import { ScanRunner } from '../queue/scan-runner.js';
import { Uploads } from '../queue/uploads.js';
import { StoredScanQueue } from '../queue/stored-scan-queue.js';
import { Scheduler } from './scheduler.js';
import { Schedules } from './schedules.js';

/** The command line, as it is started under the same Node with the same settings. */
const PROGRAM = fileURLToPath(new URL('../cli/main.js', import.meta.url));

/** The scans of a service: what asks for them, and what makes them. The service hands it the policies and the audit log. */
@Module({})
export class ScansModule {
  static with(
    records: DynamicModule,
    dataDirectory: string,
    start: StartScanProcess = scanProcesses(dataDirectory, PROGRAM),
  ): DynamicModule {
    return {
      module: ScansModule,
      imports: [records, ScheduleModule.forRoot()],
      providers: [
        { provide: SCAN_QUEUE, useClass: StoredScanQueue },
        { provide: START_SCAN_PROCESS, useValue: start },
        LiveProgress,
        AskedScans,
        Uploads,
        ScanRunner,
        Schedules,
        Scheduler,
      ],
      exports: [SCAN_QUEUE, LiveProgress, AskedScans, Schedules, Uploads],
    };
  }
}
