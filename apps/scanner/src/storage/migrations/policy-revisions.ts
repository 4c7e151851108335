import { type QueryRunner, Table } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Policies that people saved in the service. */
export class PolicyRevisions extends OneWayMigration {
  readonly name = 'PolicyRevisions1795742000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(
      new Table({
        name: 'policy_revisions',
        columns: [
          {
            name: 'sequence',
            type: 'integer',
            isPrimary: true,
            isGenerated: true,
            generationStrategy: 'increment',
          },
          { name: 'organization', type: 'text' },
          { name: 'version', type: 'text' },
          { name: 'text', type: 'text' },
          { name: 'saved_by', type: 'text' },
          { name: 'saved_at', type: 'text' },
          { name: 'note', type: 'text', isNullable: true },
        ],
        indices: [{ name: 'policy_revisions_of_organization', columnNames: ['organization', 'sequence'] }],
        foreignKeys: [
          {
            columnNames: ['organization'],
            referencedTableName: 'organizations',
            referencedColumnNames: ['name'],
          },
        ],
      }),
    );
  }
}
