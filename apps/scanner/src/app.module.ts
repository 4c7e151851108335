import { type DynamicModule, Module } from '@nestjs/common';
import { RecordsModule } from './records.module.js';
import { ScanService } from './scan/scan.service.js';

/** The scanner on one data directory: for the command line, and for the processes in which the service scans. */
@Module({})
export class AppModule {
  static on(dataDirectory: string): DynamicModule {
    return {
      module: AppModule,
      imports: [RecordsModule.on(dataDirectory)],
      providers: [ScanService],
      exports: [RecordsModule, ScanService],
    };
  }
}
