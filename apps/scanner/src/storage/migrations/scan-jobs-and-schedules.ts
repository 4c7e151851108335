import { type QueryRunner, Table, type TableColumnOptions, type TableForeignKeyOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Scans that are asked for, by whom or when, and who reads which vendor account just now. */
export class ScanJobsAndSchedules extends OneWayMigration {
  readonly name = 'ScanJobsAndSchedules1795760000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

const TABLES = [
  new Table({
    name: 'scan_jobs',
    columns: [
      key('organization'),
      key('id'),
      text('cause'),
      optional('asked_by'),
      text('state'),
      text('asked_at'),
      text('not_before'),
      optional('started_at'),
      optional('finished_at'),
      { name: 'attempt', type: 'integer' },
      optional('claim'),
      optional('runs_in'),
      optional('heartbeat_at'),
      optional('cancel_asked_at'),
      optional('scan'),
      optional('problem'),
    ],
    indices: [
      { name: 'scan_jobs_by_time', columnNames: ['organization', 'asked_at'] },
      { name: 'scan_jobs_by_state', columnNames: ['state'] },
    ],
    foreignKeys: [toOrganization()],
  }),
  new Table({
    name: 'account_leases',
    columns: [key('connector'), key('account'), text('holder'), text('held_in'), text('until')],
  }),
  new Table({
    name: 'schedules',
    columns: [
      key('organization'),
      text('every'),
      text('at'),
      { name: 'day', type: 'integer' },
      text('time_zone'),
      optional('paused_at'),
      optional('next_due_at'),
      optional('last_due_at'),
    ],
    indices: [{ name: 'schedules_by_due', columnNames: ['next_due_at'] }],
    foreignKeys: [toOrganization()],
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

function toOrganization(): TableForeignKeyOptions {
  return {
    columnNames: ['organization'],
    referencedTableName: 'organizations',
    referencedColumnNames: ['name'],
  };
}
