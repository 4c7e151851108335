import { randomUUID } from 'node:crypto';
import { type QueryRunner, TableIndex } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** An id for each organization that addresses can carry: names are for people, and may hold anything. */
export class OrganizationIds extends OneWayMigration {
  readonly name = 'OrganizationIds1795740000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "organizations" ADD COLUMN "id" text');
    const rows: readonly { readonly name: string }[] = await queryRunner.query(
      'SELECT "name" FROM "organizations"',
    );
    const { driver } = queryRunner.dataSource;
    const [id, name] = [driver.createParameter('id', 0), driver.createParameter('name', 1)];
    for (const row of rows) {
      await queryRunner.query(`UPDATE "organizations" SET "id" = ${id} WHERE "name" = ${name}`, [
        randomUUID(),
        row.name,
      ]);
    }
    await queryRunner.createIndex(
      'organizations',
      new TableIndex({ name: 'organizations_id', columnNames: ['id'], isUnique: true }),
    );
  }
}
