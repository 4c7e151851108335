import type {
  EntityManager,
  EntityTarget,
  FindManyOptions,
  FindOptionsOrder,
  FindOptionsSelect,
  FindOptionsWhere,
  SelectQueryBuilder,
} from 'typeorm';

/** A row that belongs to an organization. */
interface Owned {
  readonly organization: string;
}

/** What is written of a row: the organization is added here, and generated ids come from the database. */
export type NewRow<Row extends Owned, Generated extends keyof Row = never> = Omit<
  Row,
  'organization' | Generated
>;

interface Find<Row> {
  readonly where?: FindOptionsWhere<Row>;
  readonly order?: FindOptionsOrder<Row>;
  readonly select?: FindOptionsSelect<Row>;
}

/** A statement may carry 32,766 values; the widest table has 21 columns. */
const ROWS_PER_STATEMENT = 1000;

/** The rows of one organization, and the one place that keeps organizations apart. */
export class OrganizationRecords {
  constructor(
    private readonly manager: EntityManager,
    readonly organization: string,
  ) {}

  async all<Row extends Owned>(table: EntityTarget<Row>, find: Find<Row> = {}): Promise<Row[]> {
    return this.manager.find(table, this.scoped(find));
  }

  async first<Row extends Owned>(table: EntityTarget<Row>, find: Find<Row>): Promise<Row | null> {
    const [row] = await this.manager.find(table, { ...this.scoped(find), take: 1 });
    return row ?? null;
  }

  /** A query that already has its `where`; go on with `andWhere`. */
  select<Row extends Owned>(table: EntityTarget<Row>, alias: string): SelectQueryBuilder<Row> {
    return this.manager
      .createQueryBuilder(table, alias)
      .where(`${alias}.organization = :organization`, { organization: this.organization });
  }

  async insert<Row extends Owned>(table: EntityTarget<Row>, rows: readonly object[]): Promise<void> {
    for (const some of inBatches(rows)) {
      await this.insertion(table, some).execute();
    }
  }

  /** Leaves a row alone that is there already. */
  async insertIfAbsent<Row extends Owned>(table: EntityTarget<Row>, row: object): Promise<void> {
    await this.insertion(table, [row]).orIgnore().execute();
  }

  /** Overwrites the rows that have the same key. */
  async write<Row extends Owned>(
    table: EntityTarget<Row>,
    rows: readonly object[],
    { key, columns }: { readonly key: string[]; readonly columns: string[] },
  ): Promise<void> {
    for (const some of inBatches(rows)) {
      await this.insertion(table, some)
        .orUpdate(columns, ['organization', ...key])
        .execute();
    }
  }

  async update<Row extends Owned>(
    table: EntityTarget<Row>,
    where: FindOptionsWhere<Row>,
    change: Parameters<EntityManager['update']>[2],
  ): Promise<void> {
    await this.manager.update(table, { ...where, organization: this.organization }, change);
  }

  async delete<Row extends Owned>(table: EntityTarget<Row>, where: FindOptionsWhere<Row>): Promise<void> {
    await this.manager.delete(table, { ...where, organization: this.organization });
  }

  private scoped<Row extends Owned>(find: Find<Row>): FindManyOptions<Row> {
    return { ...find, where: { ...find.where, organization: this.organization } as FindOptionsWhere<Row> };
  }

  private insertion<Row extends Owned>(table: EntityTarget<Row>, rows: readonly object[]) {
    return this.manager
      .createQueryBuilder()
      .insert()
      .into(table)
      .values(rows.map((row) => ({ ...row, organization: this.organization })) as object[])
      .updateEntity(false);
  }
}

function* inBatches<Row>(rows: readonly Row[]): Iterable<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_PER_STATEMENT) {
    yield rows.slice(start, start + ROWS_PER_STATEMENT);
  }
}
