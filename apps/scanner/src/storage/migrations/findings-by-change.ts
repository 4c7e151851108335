import { type QueryRunner, TableIndex } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** When findings changed, came and left; and indices by which no question has to read a whole history. */
export class FindingsByChange extends OneWayMigration {
  readonly name = 'FindingsByChange1795764000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const column of ['changed_at', 'appeared_at', 'left_at', 'left_as'])
      await queryRunner.query(`ALTER TABLE "findings" ADD COLUMN "${column}" text`);
    await queryRunner.query(
      `UPDATE "findings" SET "changed_at" = ${latest('at', '1 = 1')},
         "appeared_at" = ${latest('at', `"event"."change" IN ('new', 'reopened')`)},
         "left_at" = ${latest('at', `"event"."change" IN ('fixed', 'gone')`)},
         "left_as" = ${latest('change', `"event"."change" IN ('fixed', 'gone')`)}`,
    );
    for (const [table, name, columnNames] of INDICES)
      await queryRunner.createIndex(table, new TableIndex({ name, columnNames: [...columnNames] }));
  }
}

/** A column of the latest event of a finding of which the condition holds. */
function latest(column: string, condition: string): string {
  return `(SELECT "event"."${column}" FROM "finding_events" AS "event"
    WHERE "event"."organization" = "findings"."organization" AND "event"."finding" = "findings"."id"
    AND ${condition} ORDER BY "event"."sequence" DESC LIMIT 1)`;
}

const INDICES = [
  [
    'findings',
    'findings_by_change',
    [
      'organization',
      'changed_at',
      'id',
      'observation',
      'disposition_kind',
      'exception_until',
      'appeared_at',
      'left_at',
      'left_as',
    ],
  ],
  ['finding_events', 'finding_events_by_scan', ['organization', 'scan']],
  ['scans', 'scans_in_order', ['organization', 'sequence']],
  ['baselines', 'baselines_in_order', ['organization', 'sequence']],
] as const;
