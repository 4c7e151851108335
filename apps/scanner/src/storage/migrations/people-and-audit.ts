import { type QueryRunner, Table, type TableColumnOptions, type TableForeignKeyOptions } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Who can sign in, what they may do, and the record of what was done. */
export class PeopleAndAudit extends OneWayMigration {
  readonly name = 'PeopleAndAudit1795741000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

const TABLES = [
  new Table({
    name: 'persons',
    columns: [
      key('id'),
      text('email'),
      text('name'),
      optional('password_hash'),
      optional('second_step_since'),
      { name: 'last_code_step', type: 'integer' },
      optional('issuer'),
      optional('subject'),
      text('since'),
    ],
    uniques: [{ columnNames: ['email'] }, { columnNames: ['issuer', 'subject'] }],
  }),
  new Table({
    name: 'person_secrets',
    columns: [key('person'), key('name'), text('sealed')],
    foreignKeys: [toPerson()],
  }),
  new Table({
    name: 'recovery_codes',
    columns: [key('person'), key('digest')],
    foreignKeys: [toPerson()],
  }),
  new Table({
    name: 'memberships',
    columns: [key('organization'), key('person'), text('role'), text('since')],
    indices: [{ columnNames: ['person'] }],
    foreignKeys: [toOrganization(), toPerson()],
  }),
  new Table({
    name: 'sessions',
    columns: [
      key('digest'),
      text('id'),
      text('person'),
      text('way'),
      text('browser'),
      text('begun_at'),
      text('used_at'),
      text('ends_at'),
    ],
    uniques: [{ columnNames: ['id'] }],
    indices: [{ columnNames: ['person'] }],
    foreignKeys: [toPerson()],
  }),
  new Table({
    name: 'known_devices',
    columns: [key('person'), key('digest'), text('used_at')],
    foreignKeys: [toPerson()],
  }),
  new Table({
    name: 'person_links',
    columns: [key('digest'), text('purpose'), optional('person'), text('made_at'), text('ends_at')],
    foreignKeys: [toPerson()],
  }),
  new Table({
    name: 'invitations',
    columns: [
      key('organization'),
      key('id'),
      text('digest'),
      text('email'),
      text('role'),
      text('made_by'),
      text('made_at'),
      text('ends_at'),
    ],
    uniques: [{ columnNames: ['digest'] }, { columnNames: ['organization', 'email'] }],
    foreignKeys: [toOrganization()],
  }),
  new Table({
    name: 'api_tokens',
    columns: [
      key('organization'),
      key('id'),
      text('name'),
      text('digest'),
      text('beginning'),
      text('scope'),
      text('made_by'),
      text('made_at'),
      text('ends_at'),
      optional('used_at'),
    ],
    uniques: [{ columnNames: ['digest'] }],
    foreignKeys: [
      {
        columnNames: ['organization', 'made_by'],
        referencedTableName: 'memberships',
        referencedColumnNames: ['organization', 'person'],
        onDelete: 'CASCADE',
      },
    ],
  }),
  new Table({
    name: 'audit_entries',
    columns: [
      {
        name: 'sequence',
        type: 'integer',
        isPrimary: true,
        isGenerated: true,
        generationStrategy: 'increment',
      },
      text('organization'),
      text('at'),
      text('actor_kind'),
      text('actor_id'),
      text('actor_name'),
      text('action'),
      text('target'),
      text('details'),
    ],
    indices: [{ columnNames: ['organization', 'sequence'] }],
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

function toPerson(): TableForeignKeyOptions {
  return {
    columnNames: ['person'],
    referencedTableName: 'persons',
    referencedColumnNames: ['id'],
    onDelete: 'CASCADE',
  };
}
