import { type DynamicModule, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { openDataSource } from './data-source.js';

/** Provides the DataSource of a data directory, and closes it with the program. */
@Module({})
export class StorageModule {
  static on(dataDirectory: string): DynamicModule {
    return {
      module: StorageModule,
      imports: [
        TypeOrmModule.forRootAsync({
          // Trying again would not mend any of the failures, and says less than they do.
          useFactory: () => ({ toRetry: () => false }),
          dataSourceFactory: () => openDataSource(dataDirectory),
        }),
      ],
      exports: [TypeOrmModule],
    };
  }
}
