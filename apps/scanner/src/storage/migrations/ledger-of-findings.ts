import { type QueryRunner, Table, type TableColumnOptions, type TableForeignKeyOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** The first schema: organizations, their policies and scans, and the ledger of findings. */
export class LedgerOfFindings extends OneWayMigration {
  readonly name = 'LedgerOfFindings1795500000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

const TABLES = [
  new Table({ name: 'organizations', columns: [key('name')] }),
  new Table({
    name: 'policy_versions',
    columns: [key('organization'), key('version'), text('text'), text('first_used_at')],
    foreignKeys: [toOrganization()],
  }),
  new Table({
    name: 'scans',
    columns: [
      sequence('sequence'),
      text('organization'),
      text('id'),
      text('as_of'),
      text('started_at'),
      text('finished_at'),
      text('policy_version'),
      text('rules_version'),
      text('inventory'),
      optional('baseline'),
      wholeNumber('last_event'),
      optional('staff_forgotten_at'),
    ],
    uniques: [{ columnNames: ['organization', 'id'] }],
    foreignKeys: [toOrganization(), toPolicyVersion(), toScan('baseline')],
  }),
  new Table({
    name: 'findings',
    columns: [
      key('organization'),
      key('id'),
      text('rule'),
      text('severity'),
      optional('system'),
      optional('connector'),
      optional('account'),
      text('object_type'),
      text('object_id'),
      text('subject'),
      text('title'),
      text('message'),
      text('remedy'),
      text('evidence'),
      text('content_hash'),
      text('read_from'),
      text('observation'),
      text('disposition'),
      text('policy_version'),
      text('first_seen'),
      text('last_seen'),
    ],
    foreignKeys: [toOrganization(), toPolicyVersion()],
  }),
  new Table({
    name: 'finding_identities',
    columns: [key('organization'), key('identity'), text('finding'), wholeNumber('position')],
    indices: [{ columnNames: ['organization', 'finding'] }],
    foreignKeys: [toFinding()],
  }),
  new Table({
    name: 'finding_events',
    columns: [
      sequence('sequence'),
      text('organization'),
      text('finding'),
      optional('scan'),
      text('change'),
      text('cause'),
      text('observation'),
      optional('detail'),
      text('at'),
    ],
    indices: [{ columnNames: ['organization', 'finding'] }],
    foreignKeys: [toFinding(), toScan('scan')],
  }),
  new Table({
    name: 'baselines',
    columns: [
      sequence('sequence'),
      text('organization'),
      text('scan'),
      text('approved_by'),
      text('approved_on'),
      text('approved_at'),
    ],
    indices: [{ columnNames: ['organization', 'scan'] }],
    foreignKeys: [toScan('scan')],
  }),
  new Table({
    name: 'reports',
    columns: [
      sequence('sequence'),
      text('organization'),
      text('channel'),
      text('scan'),
      text('at'),
      wholeNumber('last_event'),
    ],
    uniques: [{ columnNames: ['organization', 'channel', 'scan'] }],
    foreignKeys: [toScan('scan')],
  }),
];

function text(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

function optional(name: string): TableColumnOptions {
  return { name, type: 'text', isNullable: true };
}

function wholeNumber(name: string): TableColumnOptions {
  return { name, type: 'integer' };
}

function key(name: string): TableColumnOptions {
  return { name, type: 'text', isPrimary: true };
}

/** Counts up and never gives a number twice, also after rows were deleted. */
function sequence(name: string): TableColumnOptions {
  return { name, type: 'integer', isPrimary: true, isGenerated: true, generationStrategy: 'increment' };
}

function toOrganization(): TableForeignKeyOptions {
  return {
    columnNames: ['organization'],
    referencedTableName: 'organizations',
    referencedColumnNames: ['name'],
  };
}

function toPolicyVersion(): TableForeignKeyOptions {
  return {
    columnNames: ['organization', 'policy_version'],
    referencedTableName: 'policy_versions',
    referencedColumnNames: ['organization', 'version'],
  };
}

function toScan(column: string): TableForeignKeyOptions {
  return {
    columnNames: ['organization', column],
    referencedTableName: 'scans',
    referencedColumnNames: ['organization', 'id'],
  };
}

function toFinding(): TableForeignKeyOptions {
  return {
    columnNames: ['organization', 'finding'],
    referencedTableName: 'findings',
    referencedColumnNames: ['organization', 'id'],
    onDelete: 'CASCADE',
  };
}
