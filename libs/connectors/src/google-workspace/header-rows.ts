import { ReadRefusedError } from '../contract/error.js';
import type { Refusal } from '../contract/refusal.js';
import type { VendorSession } from '../contract/vendor-access.js';
import { googleCalls } from './google-calls.js';
import { mayRead, readGoogle } from './google-read.js';
import { rights } from './google-rights.js';
import { SheetRows, SheetTabs } from './sheets.schema.js';

const MOST_TABS = 50;
const MOST_COLUMNS = 500;
const LONGEST = 200;

/** Reads the first rows of Google's spreadsheets, and nothing below them. */
export class HeaderRows {
  /** Why none could be read although the right was granted; null: they were. */
  shortfall: Refusal | null = null;

  /** What is said of a file whose first row is not told. Empty: its name must not stand for it. Null: its name is all there is. */
  private notTold: readonly string[] | null = null;

  constructor(private readonly session: VendorSession) {}

  /** The first row of every tab, hidden ones too, in one list; null where it is not told. */
  async of(spreadsheetId: string): Promise<readonly string[] | null> {
    if (!mayRead(this.session, rights.sheets) || this.shortfall !== null) return this.notTold;
    try {
      return await this.firstRows(spreadsheetId);
    } catch (error) {
      if (!(error instanceof ReadRefusedError) || error.refusal.status === 'failed') throw error;
      // Nobody has to give the right itself. Where it was given, a refusal hides what was told before, and a file that
      // was no list of customers by its columns must not become one by its name.
      const isGiven = this.session.granted?.has(rights.sheets) ?? false;
      if (error.refusal.status === 'denied' && (isGiven || error.refusal.scope !== rights.sheets)) {
        const reason = 'first rows of spreadsheets could not be read';
        this.shortfall = { ...error.refusal, status: 'partial', reason };
        if (isGiven) this.notTold = [];
      }
      return this.notTold;
    }
  }

  private async firstRows(spreadsheetId: string): Promise<readonly string[]> {
    const { session } = this;
    const { sheets = [] } = await readGoogle(
      session,
      rights.sheets,
      SheetTabs,
      googleCalls.sheetTabs({ spreadsheetId, fields: 'sheets.properties(title,sheetType)' }),
    );
    const ranges = sheets
      .filter(({ properties: { sheetType = 'GRID' } }) => sheetType === 'GRID')
      .slice(0, MOST_TABS)
      .map(({ properties: { title } }) => `'${title.replaceAll("'", "''")}'!1:1`);
    if (ranges.length === 0) return [];
    const { valueRanges } = await readGoogle(
      session,
      rights.sheets,
      SheetRows,
      googleCalls.sheetRows({ spreadsheetId, ranges, fields: 'valueRanges.values' }),
    );
    return valueRanges
      .flatMap(({ values = [] }) => values[0] ?? [])
      .flatMap((cell) => (typeof cell === 'string' && cell.trim() !== '' ? [cell.trim()] : []))
      .slice(0, MOST_COLUMNS)
      .map((cell) => cell.slice(0, LONGEST));
  }
}
