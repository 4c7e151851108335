import { type QueryRunner, TableIndex } from 'typeorm';
import { OneWayMigration } from './one-way-migration.js';

/** Title and subject of each finding in small letters, and an index from which a search is answered alone. */
export class FindingsInWords extends OneWayMigration {
  readonly name = 'FindingsInWords1795765000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE "findings" ADD COLUMN "words" text');
    await queryRunner.query(`UPDATE "findings" SET "words" = LOWER("title" || '\n' || "subject")`);
    await mendOtherAlphabets(queryRunner);
    const columnNames = [
      'organization',
      'severity_rank',
      'first_seen',
      'id',
      'observation',
      'disposition_kind',
      'exception_until',
      'system',
      'rule',
      'words',
    ];
    await queryRunner.createIndex('findings', new TableIndex({ name: 'findings_by_words', columnNames }));
  }
}

interface Worded {
  readonly organization: string;
  readonly id: string;
  readonly words: string;
}

/** SQLite knows small letters of English only. */
async function mendOtherAlphabets(queryRunner: QueryRunner): Promise<void> {
  const rows: readonly Worded[] = await queryRunner.query(
    'SELECT "organization", "id", "words" FROM "findings"',
  );
  const { driver } = queryRunner.dataSource;
  const [words, organization, id] = [0, 1, 2].map((at) => driver.createParameter('value', at));
  for (const row of rows.filter((one) => one.words !== one.words.toLowerCase())) {
    await queryRunner.query(
      `UPDATE "findings" SET "words" = ${words} WHERE "organization" = ${organization} AND "id" = ${id}`,
      [row.words.toLowerCase(), row.organization, row.id],
    );
  }
}
