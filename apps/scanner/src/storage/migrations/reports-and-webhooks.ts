import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Which reports are sent when and to whom, what is to be composed, and webhooks. */
export class ReportsAndWebhooks extends OneWayMigration {
  readonly name = 'ReportsAndWebhooks1795773000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

const TO_ORGANIZATION = {
  columnNames: ['organization'],
  referencedTableName: 'organizations',
  referencedColumnNames: ['name'],
};

const TO_WEBHOOK = {
  columnNames: ['organization', 'webhook'],
  referencedTableName: 'webhooks',
  referencedColumnNames: ['organization', 'id'],
  onDelete: 'CASCADE',
};

const REPORT_SETTINGS = new Table({
  name: 'report_settings',
  columns: [
    key('organization'),
    text('weekly'),
    number('day'),
    ...['at', 'time_zone'].map(text),
    ...['paused_until', 'next_due_at', 'last_due_at'].map(optionalText),
    text('alerts'),
    ...['alerted_at', 'alerted_scan'].map(optionalText),
    ...['roles', 'addresses'].map(text),
  ],
  indices: [{ name: 'report_settings_by_due', columnNames: ['next_due_at'] }],
  foreignKeys: [TO_ORGANIZATION],
});

const UNSUBSCRIBED = new Table({
  name: 'unsubscribed',
  columns: [key('organization'), key('address'), text('since')],
  foreignKeys: [TO_ORGANIZATION],
});

const REPORT_JOBS = new Table({
  name: 'report_jobs',
  columns: [
    ...['organization', 'kind', 'occasion'].map(key),
    ...['id', 'state', 'asked_at', 'not_before'].map(text),
    number('attempts'),
    ...['ended_at', 'problem'].map(optionalText),
  ],
  indices: [
    { name: 'report_jobs_by_id', columnNames: ['id'], isUnique: true },
    { name: 'report_jobs_by_state', columnNames: ['state'] },
  ],
  foreignKeys: [TO_ORGANIZATION],
});

const WEBHOOKS = new Table({
  name: 'webhooks',
  columns: [
    ...['organization', 'id'].map(key),
    ...['address', 'state', 'made_by', 'made_at'].map(text),
    number('last_event'),
    ...['failing_since', 'given_up_at'].map(optionalText),
  ],
  foreignKeys: [TO_ORGANIZATION],
});

const WEBHOOK_SECRETS = new Table({
  name: 'webhook_secrets',
  columns: [...['organization', 'webhook'].map(key), text('sealed')],
  foreignKeys: [TO_WEBHOOK],
});

const WEBHOOK_MESSAGES = new Table({
  name: 'webhook_messages',
  columns: [
    ...['organization', 'id'].map(key),
    ...['webhook', 'kind', 'payload', 'state', 'made_at'].map(text),
    optionalText('next_at'),
    number('attempts'),
    ...['delivered_at', 'problem'].map(optionalText),
  ],
  indices: [
    { name: 'webhook_messages_by_state', columnNames: ['state'] },
    { name: 'webhook_messages_by_time', columnNames: ['organization', 'webhook', 'made_at'] },
  ],
  foreignKeys: [TO_WEBHOOK],
});

const TABLES = [REPORT_SETTINGS, UNSUBSCRIBED, REPORT_JOBS, WEBHOOKS, WEBHOOK_SECRETS, WEBHOOK_MESSAGES];

function key(name: string): TableColumnOptions {
  return { name, type: 'text', isPrimary: true };
}

function text(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

function optionalText(name: string): TableColumnOptions {
  return { name, type: 'text', isNullable: true };
}

function number(name: string): TableColumnOptions {
  return { name, type: 'integer' };
}
