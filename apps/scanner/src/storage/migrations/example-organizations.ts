import type { QueryRunner } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Which organizations are invented ones to try things with; those that are there are real. */
export class ExampleOrganizations extends OneWayMigration {
  readonly name = 'ExampleOrganizations1795776000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE "organizations" ADD COLUMN "example_day" text`);
  }
}
