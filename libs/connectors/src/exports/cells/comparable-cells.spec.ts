import { describe, expect, it } from '@jest/globals';
import type { Column } from '../formats/format.js';
import { FileProblem } from '../reading/file-problem.js';
import type { LineBatch } from '../reading/lines.js';
import { ComparableCells } from './comparable-cells.js';

const column = (name: string, role?: Column['role']): Column => ({
  name,
  label: name,
  type: 'unknown',
  custom: true,
  ...(role === undefined ? {} : { role }),
});

const columns = [column('day', 'purchase_date'), column('sum', 'amount'), column('birthday')];

async function* batches(rows: readonly string[][], problem?: FileProblem): AsyncGenerator<LineBatch> {
  for (let at = 0; at < rows.length; at += 100) {
    const some = rows.slice(at, at + 100).map((row) => row.slice());
    yield { rows: some, lines: some.map((_, index) => at + index) };
  }
  if (problem !== undefined) throw problem;
  await Promise.resolve();
}

async function read(
  cells: ComparableCells,
  from: AsyncIterable<LineBatch>,
): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  for await (const batch of cells.of(from)) rows.push(...batch.rows);
  return rows;
}

const americans = (count: number) =>
  Array.from({ length: count }, () => ['03/04/2026', '$1,000.00', '03/04/1980']);

describe('cells of columns with a role', () => {
  it('become comparable; all others stay as they are', async () => {
    const cells = new ComparableCells(columns, { country: 'US', isSheet: false });
    expect(await read(cells, batches([...americans(1), ['12/25/2025', '(5)', 'x']]))).toEqual([
      ['2026-03-04', '1000.00', '03/04/1980'],
      ['2025-12-25', '-5', 'x'],
    ]);
    expect(cells.window()).toEqual({ from: '2025-12-25', to: '2026-03-04' });
    expect(cells.doubt()).toBeNull();
  });

  it('are told by the first 5,000 records; one further down that contradicts them is not read, and makes a doubt', async () => {
    const far = ['25/12/2026', '1', ''];
    const near = new ComparableCells(columns, { country: 'US', isSheet: false });
    expect((await read(near, batches([...americans(4_000), far])))[0]?.[0]).toBe('2026-04-03');
    expect(near.doubt()).toBeNull();

    const late = new ComparableCells(columns, { country: 'US', isSheet: false });
    const rows = await read(late, batches([...americans(6_000), far]));
    expect([rows[0]?.[0], rows.at(-1)?.[0]]).toEqual(['2026-03-04', '']);
    expect(late.doubt()).toBe('dates in two orders');
  });

  it('are handed on before the problem that ends the file', async () => {
    const cells = new ComparableCells(columns, { country: 'US', isSheet: false });
    const rows: (readonly string[])[] = [];
    const reading = async () => {
      for await (const batch of cells.of(batches(americans(3), new FileProblem('damaged'))))
        rows.push(...batch.rows);
    };
    await expect(reading()).rejects.toBeInstanceOf(FileProblem);
    expect(rows).toHaveLength(3);
  });

  it('cover the days of purchases before those of activity, and nothing without either', () => {
    for (const role of ['created', undefined] as const) {
      const cells = new ComparableCells([column('day', role)], { country: 'US', isSheet: false });
      expect(cells.window()).toBeUndefined();
    }
  });
});
