import type { RecordReading } from '../formats/format.js';
import type { LineBatch } from '../reading/lines.js';

const BATCH = 1_000;

/** Batches of about a thousand records. */
export async function* inThousands(batches: AsyncIterable<LineBatch>): AsyncGenerator<LineBatch> {
  for await (const { rows, lines } of batches) {
    for (let at = 0; at < rows.length; at += BATCH) {
      yield { rows: rows.slice(at, at + BATCH), lines: lines.slice(at, at + BATCH) };
    }
  }
}

/** Batches arranged as the format says, without the lines that are no records. */
export async function* arranged(
  batches: AsyncIterable<LineBatch>,
  arrange: RecordReading['arrange'],
): AsyncGenerator<LineBatch> {
  for await (const batch of batches) yield arrange === undefined ? batch : arrangedBatch(batch, arrange);
}

function arrangedBatch(batch: LineBatch, arrange: NonNullable<RecordReading['arrange']>): LineBatch {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  for (const [at, cells] of batch.rows.entries()) {
    const row = arrange(cells);
    if (row === null) continue;
    rows.push(row);
    lines.push(batch.lines[at] ?? 0);
  }
  return { rows, lines };
}
