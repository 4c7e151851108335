/** Lines of a table as they stand in the file, before anybody knows which one is the header. */
export interface LineBatch {
  readonly rows: readonly (readonly string[])[];
  /** 1-based number of each row's first line in the file (its row in a sheet), aligned with `rows`. */
  readonly lines: readonly number[];
}

/** Something that reads like one table: a delimited file, or one sheet of a workbook. */
export interface TableSource {
  /** Relative path; further sheets of a workbook have `#2`, `#3` ... behind it. Titles of sheets are not kept (law 1). */
  readonly path: string;
  /** Relative path of the file: what the globs of the policy match. */
  readonly file: string;
  /** Whether lines end at their last filled cell, as in a sheet: a short line is then no damage. */
  readonly trimsLines: boolean;
  lines(): AsyncIterable<LineBatch>;
}
