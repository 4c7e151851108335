import type { QueryRunner } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Whether a connection was made at the real tool or at a simulated one; those that are there are taken for real. */
export class KindOfVendor extends OneWayMigration {
  readonly name = 'KindOfVendor1795746000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `ALTER TABLE "connections" ADD COLUMN "vendor_kind" text NOT NULL DEFAULT ('real')`,
    );
  }
}
