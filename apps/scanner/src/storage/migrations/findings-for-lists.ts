import { type QueryRunner, Table, type TableColumnOptions, TableIndex } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** What lists of findings are read off, what people say of findings, and each scan in figures. */
export class FindingsForLists extends OneWayMigration {
  readonly name = 'FindingsForLists1795745000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const column of ['"severity_rank" integer', '"disposition_kind" text', '"exception_until" text'])
      await queryRunner.query(`ALTER TABLE "findings" ADD COLUMN ${column}`);
    await fillColumns(queryRunner);
    for (const index of INDICES) await queryRunner.createIndex(index.table, new TableIndex(index));
    for (const table of TABLES) await queryRunner.createTable(table);
  }
}

interface DecidedRow {
  readonly organization: string;
  readonly id: string;
  readonly disposition: string;
}

async function fillColumns(queryRunner: QueryRunner): Promise<void> {
  await queryRunner.query(
    `UPDATE "findings" SET "disposition_kind" = 'open', "severity_rank" = CASE "severity"
       WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 ELSE 0 END`,
  );
  const decided: readonly DecidedRow[] = await queryRunner.query(
    `SELECT "organization", "id", "disposition" FROM "findings" WHERE "disposition" <> '{"kind":"open"}'`,
  );
  const { driver } = queryRunner.dataSource;
  const [kind, until, organization, id] = [0, 1, 2, 3].map((at) => driver.createParameter('value', at));
  for (const row of decided) {
    const disposition = JSON.parse(row.disposition) as { readonly kind: string; readonly until?: string };
    await queryRunner.query(
      `UPDATE "findings" SET "disposition_kind" = ${kind}, "exception_until" = ${until}
         WHERE "organization" = ${organization} AND "id" = ${id}`,
      [disposition.kind, disposition.until ?? null, row.organization, row.id],
    );
  }
}

const INDICES = [
  {
    table: 'findings',
    name: 'findings_listed',
    columnNames: [
      'organization',
      'severity_rank',
      'first_seen',
      'id',
      'observation',
      'disposition_kind',
      'exception_until',
      'system',
      'rule',
    ],
  },
  {
    table: 'finding_events',
    name: 'finding_events_in_order',
    columnNames: ['organization', 'sequence'],
  },
];

const TABLES = [
  new Table({
    name: 'finding_comments',
    columns: [
      {
        name: 'sequence',
        type: 'integer',
        isPrimary: true,
        isGenerated: true,
        generationStrategy: 'increment',
      },
      text('organization'),
      text('finding'),
      text('said_by'),
      text('said_at'),
      text('text'),
    ],
    indices: [{ name: 'finding_comments_of_finding', columnNames: ['organization', 'finding'] }],
    foreignKeys: [toFinding()],
  }),
  new Table({
    name: 'finding_assignees',
    columns: [key('organization'), key('finding'), text('person'), text('name')],
    foreignKeys: [toFinding()],
  }),
  new Table({
    name: 'scan_summaries',
    columns: [
      key('organization'),
      key('scan'),
      text('as_of'),
      text('finished_at'),
      ...[
        'high',
        'medium',
        'low',
        'info',
        'not_observed',
        'appeared',
        'fixed',
        'gone',
        'systems_not_read',
      ].map((name) => ({ name, type: 'integer' })),
    ],
    indices: [{ name: 'scan_summaries_by_time', columnNames: ['organization', 'finished_at'] }],
    foreignKeys: [
      {
        columnNames: ['organization', 'scan'],
        referencedTableName: 'scans',
        referencedColumnNames: ['organization', 'id'],
      },
    ],
  }),
];

function toFinding() {
  return {
    columnNames: ['organization', 'finding'],
    referencedTableName: 'findings',
    referencedColumnNames: ['organization', 'id'],
    onDelete: 'CASCADE',
  };
}

function text(name: string): TableColumnOptions {
  return { name, type: 'text' };
}

function key(name: string): TableColumnOptions {
  return { name, type: 'text', isPrimary: true };
}
