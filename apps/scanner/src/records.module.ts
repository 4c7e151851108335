import { type DynamicModule, Module } from '@nestjs/common';
import { Connections } from './connections/connections.js';
import { KeyRing } from './connections/key-ring.js';
import { CONNECTION_MEANS, realMeans } from './connections/means.js';
import { Vault } from './connections/vault.js';
import { Ledger } from './findings/ledger.js';
import { StorageModule } from './storage/storage.module.js';

/** What is kept in one data directory: findings and connections. It can not scan, and so is small and quick to load. */
@Module({})
export class RecordsModule {
  static on(dataDirectory: string): DynamicModule {
    return {
      module: RecordsModule,
      imports: [StorageModule.on(dataDirectory)],
      providers: [
        Ledger,
        Connections,
        { provide: Vault, useFactory: () => new Vault(KeyRing.of(dataDirectory, process.env)) },
        { provide: CONNECTION_MEANS, useFactory: () => realMeans(process.env) },
      ],
      exports: [StorageModule, Ledger, Connections, Vault, CONNECTION_MEANS],
    };
  }
}
