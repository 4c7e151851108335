import { type QueryRunner, Table, type TableColumnOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Mails that are to leave and those that left, and what they say. */
export class OutgoingMails extends OneWayMigration {
  readonly name = 'OutgoingMails1795770000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(OUTGOING_MAILS);
    await queryRunner.createTable(MAIL_BODIES);
  }
}

const TO_ORGANIZATION = {
  columnNames: ['organization'],
  referencedTableName: 'organizations',
  referencedColumnNames: ['name'],
};

const OUTGOING_MAILS = new Table({
  name: 'outgoing_mails',
  columns: [
    { name: 'organization', type: 'text', isPrimary: true },
    { name: 'id', type: 'text', isPrimary: true },
    ...['kind', 'occasion', 'sender', 'recipient', 'message_id', 'message', 'state'].map(text),
    ...['way', 'claim', 'runs_in'].map(optionalText),
    { name: 'attempts', type: 'integer' },
    { name: 'unanswered', type: 'integer' },
    optionalText('next_at'),
    text('created_at'),
    ...['sent_at', 'problem', 'unsubscribe_digest', 'scan'].map(optionalText),
  ],
  indices: [
    { name: 'outgoing_mails_by_state', columnNames: ['state'] },
    { name: 'outgoing_mails_by_time', columnNames: ['organization', 'created_at'] },
    { name: 'outgoing_mails_by_unsubscribe', columnNames: ['unsubscribe_digest'] },
  ],
  foreignKeys: [TO_ORGANIZATION],
});

const MAIL_BODIES = new Table({
  name: 'mail_bodies',
  columns: [
    ...['organization', 'kind', 'occasion'].map((name) => ({ name, type: 'text', isPrimary: true })),
    ...['subject', 'html', 'text', 'created_at'].map(text),
  ],
  foreignKeys: [TO_ORGANIZATION],
});

function text(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

function optionalText(name: string): TableColumnOptions {
  return { ...text(name), isNullable: true };
}
