import { type DynamicModule, Module } from '@nestjs/common';
import { Connections } from './connections/connections.js';
import { KeyRing } from './connections/key-ring.js';
import { CONNECTION_MEANS, realMeans } from './connections/means.js';
import { Vault } from './connections/vault.js';
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
      providers: [
        Ledger,
        ScanService,
        Connections,
        { provide: Vault, useFactory: () => new Vault(KeyRing.of(dataDirectory, process.env)) },
        { provide: CONNECTION_MEANS, useFactory: () => realMeans(process.env) },
      ],
      exports: [Ledger, ScanService, Connections],
    };
  }
}
