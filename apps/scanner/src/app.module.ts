import { type DynamicModule, Module } from '@nestjs/common';
import { Ledger } from './findings/ledger.js';
import { ScanService } from './scan/scan.service.js';
import { StorageModule } from './storage/storage.module.js';

/** The scanner on one data directory; the command line and, later, the service start from it. */
@Module({})
export class AppModule {
  static on(dataDirectory: string): DynamicModule {
    return {
      module: AppModule,
      imports: [StorageModule.on(dataDirectory)],
      providers: [Ledger, ScanService],
      exports: [Ledger, ScanService],
    };
  }
}
