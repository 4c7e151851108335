import { afterEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { DataSource } from 'typeorm';
import { OrganizationEntity } from './entities/organization.entity.js';
import { inTransaction, serializeQueryRunners } from './serialized-query-runners.js';

const open: DataSource[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map(async (dataSource) => dataSource.destroy()));
});

async function plain(): Promise<DataSource> {
  const dataSource = new DataSource({
    type: 'better-sqlite3',
    database: ':memory:',
    entities: [OrganizationEntity],
    synchronize: true,
  });
  open.push(dataSource);
  return dataSource.initialize();
}

async function ours(): Promise<DataSource> {
  const dataSource = await plain();
  serializeQueryRunners(dataSource);
  return dataSource;
}

async function namesIn(dataSource: DataSource): Promise<readonly string[]> {
  const rows = await dataSource.manager.find(OrganizationEntity, { order: { name: 'ASC' } });
  return rows.map(({ name }) => name);
}

/** Somebody saves while another one's transaction is open, which then rolls back. */
async function saveBesideRollback(dataSource: DataSource): Promise<readonly string[]> {
  const other = dataSource.createQueryRunner();
  await other.startTransaction();
  await other.manager.insert(OrganizationEntity, { name: 'rolled back' });
  const saving = dataSource.manager.save(OrganizationEntity, { name: 'saved' });
  await Promise.race([saving, turnsOfTheLoop(50)]);
  await other.rollbackTransaction();
  await other.release();
  await saving;
  return namesIn(dataSource);
}

async function turnsOfTheLoop(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) await new Promise((resolve) => void setImmediate(resolve));
}

describe('a save beside a transaction that rolls back', () => {
  it('is lost on the plain driver, which is why ours exists', async () => {
    expect(await saveBesideRollback(await plain())).toEqual([]);
  });

  it('is kept on ours', async () => {
    expect(await saveBesideRollback(await ours())).toEqual(['saved']);
  });
});

describe('query runners that take turns', () => {
  it('keep what was committed and nothing else, however the work of many is mixed', async () => {
    const writer = fc.record({
      commits: fc.boolean(),
      turns: fc.integer({ min: 0, max: 3 }),
      alone: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(writer, { minLength: 2, maxLength: 8 }), async (writers) => {
        const dataSource = await ours();
        await Promise.all(
          writers.map(async ({ commits, turns, alone }, index) => {
            const row = { name: `writer ${index}` };
            if (alone) return dataSource.manager.save(OrganizationEntity, row);
            const work = inTransaction(dataSource, async (manager) => {
              await manager.save(OrganizationEntity, row);
              await turnsOfTheLoop(turns);
              if (!commits) throw new RangeError('roll back');
            });
            return work.catch((error: unknown) => expect(error).toBeInstanceOf(RangeError));
          }),
        );
        const kept = writers.flatMap(({ commits, alone }, index) =>
          commits || alone ? [`writer ${index}`] : [],
        );
        expect(await namesIn(dataSource)).toEqual(kept);
      }),
      { numRuns: 30 },
    );
  });

  it('let several saves and a nested transaction of one manager be one transaction', async () => {
    const dataSource = await ours();
    await inTransaction(dataSource, async (manager) => {
      await Promise.all(['a', 'b'].map(async (name) => manager.save(OrganizationEntity, { name })));
      const nested = manager.transaction(async (inner) => {
        await inner.save(OrganizationEntity, { name: 'c' });
        throw new RangeError('roll back to here');
      });
      await expect(nested).rejects.toThrow(RangeError);
      await manager.save(OrganizationEntity, { name: 'd' });
    });
    expect(await namesIn(dataSource)).toEqual(['a', 'b', 'd']);
  });

  it('show nobody what is not committed', async () => {
    const dataSource = await ours();
    const writing = inTransaction(dataSource, async (manager) => {
      await manager.save(OrganizationEntity, { name: 'a' });
      await turnsOfTheLoop(5);
      await manager.save(OrganizationEntity, { name: 'b' });
    });
    const reading = turnsOfTheLoop(2).then(async () => namesIn(dataSource));
    await writing;
    expect(await reading).toEqual(['a', 'b']);
  });

  it('refuse a statement that would wait for its own transaction', async () => {
    const dataSource = await ours();
    const stuck = inTransaction(dataSource, async () => namesIn(dataSource));
    await expect(stuck).rejects.toThrow('A statement beside an open transaction waits for itself');
    expect(await namesIn(dataSource)).toEqual([]);
  });

  it('go on after a runner was given back with its transaction open', async () => {
    const dataSource = await ours();
    const careless = dataSource.createQueryRunner();
    await careless.startTransaction();
    await careless.manager.insert(OrganizationEntity, { name: 'forgotten' });
    await careless.release();
    expect(await namesIn(dataSource)).toEqual([]);
  });

  it('go on after a commit that failed, and one that the database itself rolled back', async () => {
    const dataSource = await ours();
    const refused = inTransaction(dataSource, async (manager) => {
      await manager.query('PRAGMA defer_foreign_keys = ON');
      await manager.query('CREATE TABLE child (parent TEXT REFERENCES organizations (name))');
      await manager.query("INSERT INTO child VALUES ('nobody')");
    });
    await expect(refused).rejects.toMatchObject({ details: { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' } });
    const rolledBack = inTransaction(dataSource, async (manager) => {
      await manager.save(OrganizationEntity, { name: 'a' });
      await manager.query('INSERT OR ROLLBACK INTO organizations (name) VALUES (?)', ['a']);
    });
    await expect(rolledBack).rejects.toMatchObject({ details: { code: 'SQLITE_CONSTRAINT_PRIMARYKEY' } });
    await inTransaction(dataSource, async (manager) => manager.save(OrganizationEntity, { name: 'after' }));
    expect(await namesIn(dataSource)).toEqual(['after']);
  });
});
