import type { MigrationInterface, QueryRunner } from 'typeorm';
import { BugError } from '#connectors/contract/error.js';

/** A step of the schema that is never taken back: going back means restoring a copy of the data directory. */
export abstract class OneWayMigration implements MigrationInterface {
  /** Ends in the milliseconds at which it was written: TypeORM orders migrations by them. */
  abstract readonly name: string;

  abstract up(queryRunner: QueryRunner): Promise<void>;

  down(): Promise<never> {
    throw new BugError({
      message: 'A one-way migration was asked to go back.',
      details: { migration: this.name },
    });
  }
}
