import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Connections to accounts of tools, and their sealed secrets. */
export class ConnectionsAndSecrets extends OneWayMigration {
  readonly name = 'ConnectionsAndSecrets1795730000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

const TABLES = [
  new Table({
    name: 'connections',
    columns: [
      key('organization'),
      key('id'),
      text('name'),
      text('connector'),
      optional('account'),
      text('way'),
      optional('client_id'),
      optional('subject'),
      text('asked'),
      optional('granted'),
      text('health'),
      text('connected_at'),
      optional('last_used_at'),
      optional('last_refreshed_at'),
      optional('access_ends_at'),
      optional('login_ends_at'),
      optional('login_began_at'),
      optional('renewing_by'),
      optional('renewing_until'),
      optional('log_memory'),
    ],
    uniques: [{ columnNames: ['organization', 'name'] }],
    foreignKeys: [
      {
        columnNames: ['organization'],
        referencedTableName: 'organizations',
        referencedColumnNames: ['name'],
      },
    ],
  }),
  new Table({
    name: 'connection_secrets',
    columns: [key('organization'), key('connection'), key('name'), text('sealed')],
    foreignKeys: [
      {
        columnNames: ['organization', 'connection'],
        referencedTableName: 'connections',
        referencedColumnNames: ['organization', 'id'],
        onDelete: 'CASCADE',
      },
    ],
  }),
];

function text(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

function optional(name: string): TableColumnOptions {
  return { name, type: 'text', isNullable: true };
}

function key(name: string): TableColumnOptions {
  return { name, type: 'text', isPrimary: true };
}
