import type { Facts, Source } from '../contract/fact.js';
import type { LineBatch, TableSource } from './reading/lines.js';
import type { ExportCapability, Receipts } from './receipts.js';
import type { ExportsSession } from './session.js';
import type { FoundTable } from './tables/find-table.js';

/** What files yield. */
export type ExportFact = Facts[ExportCapability];

/** What reading a recognised table needs. */
export interface TableContext {
  readonly table: TableSource;
  readonly session: ExportsSession;
  readonly receipts: Receipts;
  readonly found: FoundTable;
  readonly source: Source;
  readonly isClaimed: boolean;
  readonly lines: AsyncIterable<LineBatch>;
}
