import { type DynamicModule, Module } from '@nestjs/common';
import { AuditLog } from './audit/audit-log.js';
import { CLOCK } from './clock.js';
import { CONNECTION_MEANS, type ConnectionMeans } from './connections/means.js';
import { AccountLeases } from './leases/account-leases.js';
import { Policies } from './policies/policies.js';
import { SCAN_QUEUE } from './queue/scan-queue.js';
import { StoredScanQueue } from './queue/stored-scan-queue.js';
import { RecordsModule } from './records.module.js';
import { ScanService } from './scan/scan.service.js';

/** The scanner on one data directory: for the command line, and for the processes in which the service scans. */
@Module({})
export class AppModule {
  static on(dataDirectory: string): DynamicModule {
    return {
      module: AppModule,
      imports: [RecordsModule.on(dataDirectory)],
      providers: [
        ScanService,
        AccountLeases,
        { provide: CLOCK, useFactory: ({ now }: ConnectionMeans) => now, inject: [CONNECTION_MEANS] },
        { provide: SCAN_QUEUE, useClass: StoredScanQueue },
        AuditLog,
        Policies,
      ],
      exports: [RecordsModule, ScanService],
    };
  }
}
