import { describe, expect, it } from '@jest/globals';
import type { LineBatch } from '../reading/lines.js';
import { type LinesOutcome, recordLines } from './record-lines.js';

async function sort(
  rows: readonly (readonly string[])[],
  shape: { groups?: boolean; trimsLines?: boolean } = {},
) {
  async function* batches(): AsyncGenerator<LineBatch> {
    for (const [at, row] of rows.entries())
      yield await Promise.resolve({ rows: [[...row]], lines: [at + 2] });
  }
  const outcome: LinesOutcome = { ragged: 0, firstRagged: 0, closing: [] };
  const kept: string[] = [];
  for await (const batch of recordLines(
    batches(),
    { width: 3, trimsLines: false, groups: false, ...shape },
    outcome,
  )) {
    for (const row of batch.rows) kept.push(row.join('|'));
  }
  return { kept, outcome };
}

describe('the lines below a header', () => {
  it('are records, trimmed, without blank lines', async () => {
    const { kept, outcome } = await sort([[' Ann ', 'x', '\u00A0'], ['', ' ', ''], [''], ['Bob', '', '']]);
    expect(kept).toEqual(['Ann|x|']);
    // A lone cell below a blank line, with nothing behind it, is a footer.
    expect(outcome).toEqual({ ragged: 0, firstRagged: 0, closing: [['Bob', '', '']] });
  });

  it('end before totals and footers, short or full', async () => {
    const { kept, outcome } = await sort([
      ['Ann', 'x', '1'],
      ['Total', '', '1'],
      ['', '', ''],
      ['Printed on Friday'],
    ]);
    expect(kept).toEqual(['Ann|x|1']);
    expect(outcome.ragged).toBe(0);
  });

  it('are no footer if records follow', async () => {
    const { kept, outcome } = await sort([
      ['Total', 'Recall', '1'],
      ['', '', ''],
      ['Bob', '', ''],
      ['Ann', 'x', '1'],
    ]);
    expect(kept).toEqual(['Total|Recall|1', 'Bob||', 'Ann|x|1']);
    expect(outcome.ragged).toBe(0);
  });

  it('are never lost as a footer when they are many', async () => {
    const many = Array.from({ length: 50 }, (_, at) => [`Guest ${String(at)}`, '', '']);
    const { kept } = await sort([['Ann', 'x', '1'], [''], ...many]);
    expect(kept).toHaveLength(51);
  });

  it('are ragged if cells are missing or too many; empty ones at the end are not missed', async () => {
    const { kept, outcome } = await sort([
      ['Ann', 'x', '1', '', ''],
      ['Bob', 'y'],
      ['Cy', 'x', '1', 'more'],
      ['broken'],
      ['Di', 'x', '1'],
    ]);
    expect(kept).toEqual(['Ann|x|1', 'Di|x|1']);
    expect(outcome).toMatchObject({ ragged: 3, firstRagged: 3 });
  });

  it('may be short in a sheet, and are headings in a report of groups', async () => {
    expect((await sort([['Ann'], ['Bob', 'y'], ['Cy', 'x', '1']], { trimsLines: true })).kept).toEqual([
      'Ann||',
      'Bob|y|',
      'Cy|x|1',
    ]);
    expect((await sort([['Ann'], ['', 'x', '1'], ['Total for Ann']], { groups: true })).kept).toEqual([
      'Ann||',
      '|x|1',
      'Total for Ann||',
    ]);
  });
});
