import type {
  EntityManager,
  EntityTarget,
  FindManyOptions,
  FindOptionsOrder,
  FindOptionsSelect,
  FindOptionsWhere,
  SelectQueryBuilder,
} from 'typeorm';
import { readRows } from '../storage/read-rows.js';
import { type OnConflict, writeRows } from '../storage/write-rows.js';

/** A row that belongs to an organization. */
interface Owned {
  readonly organization: string;
}

/** A row as it is handed in: the organization is added here, and the database counts the sequence. */
type NewRow<Row extends Owned> = Omit<Row, 'organization' | 'sequence'>;

interface Find<Row> {
  readonly where?: FindOptionsWhere<Row>;
  readonly order?: FindOptionsOrder<Row>;
  readonly select?: FindOptionsSelect<Row>;
  /** At most so many. */
  readonly take?: number;
}

/** The rows of one organization, and the one place that keeps organizations apart. */
export class OrganizationRecords {
  constructor(
    private readonly manager: EntityManager,
    readonly organization: string,
  ) {}

  async some<Row extends Owned>(table: EntityTarget<Row>, find: Find<Row>): Promise<readonly Row[]> {
    return this.manager.find(table, this.scoped(find));
  }

  async first<Row extends Owned>(table: EntityTarget<Row>, find: Find<Row>): Promise<Row | null> {
    const [row] = await this.manager.find(table, { ...this.scoped(find), take: 1 });
    return row ?? null;
  }

  /** Every row of the organization, or every one that is like `where`, as fast as it goes. */
  async all<Row extends Owned>(
    table: EntityTarget<Row>,
    order: keyof Row & string,
    where: Partial<Row> = {},
  ): Promise<readonly Row[]> {
    return readRows(this.manager, table, { ...where, organization: this.organization }, order);
  }

  /** A query that already has its `where`; go on with `andWhere`. */
  query<Row extends Owned>(table: EntityTarget<Row>, alias: string): SelectQueryBuilder<Row> {
    return this.manager
      .createQueryBuilder(table, alias)
      .where(`${alias}.organization = :organization`, { organization: this.organization });
  }

  async insert<Row extends Owned>(
    table: EntityTarget<Row>,
    rows: readonly NewRow<Row>[],
    onConflict: OnConflict = 'fail',
  ): Promise<void> {
    const { organization } = this;
    await writeRows(
      this.manager,
      table,
      rows.map((row) => Object.assign({ organization }, row)),
      onConflict,
    );
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
}
