import type { ColumnRole, FieldFact } from '../contract/fact.js';
import type { Receipt } from '../contract/receipt.js';
import { ComparableCells } from './cells/comparable-cells.js';
import type { Column, RecordFormat, RecordReading } from './formats/format.js';
import { handMadeUsers, isClaimedUsersList } from './formats/hand-made-users.js';
import { FileProblem } from './reading/file-problem.js';
import type { LineBatch, TableSource } from './reading/lines.js';
import { readPeople, readApps } from './read-list.js';
import type { Receipts } from './receipts.js';
import { type ExportsSession, ownerOf, unclaimed } from './session.js';
import type { ExportFact, TableContext } from './table-context.js';
import { arranged, inThousands } from './tables/batches.js';
import { type FoundTable, findTable, HEAD_LINES } from './tables/find-table.js';
import { limits } from './reading/limits.js';
import { listPath } from './tables/part-name.js';
import { numberRepeats } from './tables/plain-name.js';
import { rolesByHeader } from './tables/roles-by-header.js';
import { type LinesOutcome, raggedReason, recordLines } from './tables/record-lines.js';

/**
 * Reads one table: finds its header, asks who claims it, yields its facts and writes its receipts. A table that fails
 * before it is recognised is lost; one that fails later has failed for its own system.
 */
export async function* readTable(
  table: TableSource,
  session: ExportsSession,
  receipts: Receipts,
): AsyncGenerator<ExportFact> {
  const lines = table.lines()[Symbol.asyncIterator]();
  try {
    const head = await readHead(lines);
    const found = findTable(head.rows.slice(0, HEAD_LINES));
    if (found === null) {
      if (head.problem !== null) throw head.problem;
      // Empty sheets lie in every workbook; an empty file was meant to hold something.
      if (!table.trimsLines) throw new FileProblem('there is nothing in it: export it again');
      return;
    }
    if (found.header.length > limits.columns) throw new FileProblem('it has more than 2,000 columns');
    const rest = following(head, found.skip, lines);
    const connector = found.format?.connector ?? null;
    const recognised = connector === null ? null : { connector };
    const source = ownerOf(session, table.file, recognised);
    const isClaimed = source !== unclaimed;
    const context = {
      table,
      session,
      receipts,
      found,
      source,
      isClaimed,
    };
    const isUsersList =
      found.format === null && isClaimed && isClaimedUsersList(new Set(found.names), table.file);
    const format = isUsersList ? handMadeUsers : found.format;
    if (format?.gives === 'people') yield* readPeople({ ...context, format, lines: rest });
    else if (format?.gives === 'apps') yield* readApps({ ...context, format, lines: rest });
    else yield* readRecords({ ...context, format, lines: rest });
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    receipts.lost(ownerOf(session, table.file, null), table.path, error.reason);
  } finally {
    await lines.return?.();
  }
}

async function* readRecords(
  context: TableContext & { readonly format: RecordFormat | null },
): AsyncGenerator<ExportFact> {
  const { table, session, receipts, found, source, isClaimed, format } = context;
  const reading = openReading(found, format, table, session.country);
  const object = isClaimed ? (format?.object ?? listPath(table.path)) : table.path;
  const list = isClaimed ? reading.list : undefined;
  const place = { source, object, ...(list === undefined ? {} : { list }) };
  const fields = fieldFacts(reading.columns, place);
  const outcome: LinesOutcome = { ragged: 0, firstRagged: 0, closing: [] };
  const shape = { width: found.header.length, trimsLines: table.trimsLines, groups: format?.groups ?? false };
  const cells = new ComparableCells(isClaimed ? reading.columns : [], {
    country: session.country,
    isSheet: table.trimsLines,
  });
  const records = cells.of(arranged(recordLines(context.lines, shape, outcome), reading.arrange));
  let read = 0;
  let problem: string | null = null;
  yield* fields;
  try {
    for await (const batch of inThousands(records)) {
      session.signal.throwIfAborted();
      read += batch.rows.length;
      yield { kind: 'records', ...place, fields, rows: batch.rows, file: table.path, lines: batch.lines };
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    problem = error.reason;
  }
  const failed = problem ?? raggedReason(outcome);
  const seen = cells.window();
  const isVendors = format !== null && format.connector !== null;
  const window =
    reading.window === undefined ? (isVendors ? undefined : seen) : reading.window(outcome.closing, seen);
  const chosen = format?.choosesColumns === true && isClaimed;
  receipts.add({ ...place, capability: 'fields' }, table.path, {
    ...(failed === null && chosen ? { status: 'partial', reason: 'chosen columns' } : verdict(failed)),
    read: fields.length,
  });
  receipts.add({ ...place, capability: 'records' }, table.path, {
    ...verdict(failed, cells.doubt() ?? unassigned(reading.columns)),
    read,
    ...(window === undefined ? {} : { window }),
  });
}

/** `doubt`: every line was read, and something in them was not understood. */
function verdict(failed: string | null, doubt: string | null = null): Pick<Receipt, 'status' | 'reason'> {
  if (failed !== null) return { status: 'failed', reason: failed };
  return doubt === null ? { status: 'complete' } : { status: 'partial', reason: doubt };
}

const KEYS: ReadonlySet<ColumnRole | undefined> = new Set(['email', 'phone', 'own_key'] as const);

/** Sales of nobody: a customer who bought is not to be seen in them, and must not seem silent (law 2). */
function unassigned(columns: readonly Column[]): string | null {
  const areSales = columns.some(({ role }) => role === 'purchase_date');
  return areSales && !columns.some(({ role }) => KEYS.has(role))
    ? 'sales without the e-mail address of the customer'
    : null;
}

/** A format reads its own columns; in any other file the header is the name (E20). */
function openReading(
  { header, names, titles }: FoundTable,
  format: RecordFormat | null,
  table: TableSource,
  country: string | null,
): RecordReading {
  if (format !== null) return format.open({ path: table.file, header, names, titles, country });
  const roles = rolesByHeader(names);
  return {
    columns: header.map((label, at) => {
      const role = roles[at];
      const name = names[at] === '' ? `column ${String(at + 1)}` : (names[at] ?? '');
      const column = { name, label, type: 'unknown', custom: true };
      return role === undefined ? column : { ...column, role };
    }),
  };
}

function fieldFacts(
  columns: readonly Column[],
  place: Pick<FieldFact, 'source' | 'object' | 'list'>,
): readonly FieldFact[] {
  const names = numberRepeats(columns.map(({ name }, at) => name || `column ${String(at + 1)}`));
  return columns.map((column, at) => ({ kind: 'field', ...place, ...column, name: names[at] ?? '' }));
}

interface Head extends LineBatch {
  /** What went wrong behind these lines. They are enough to tell whose file it is. */
  readonly problem: FileProblem | null;
}

async function readHead(lines: AsyncIterator<LineBatch>): Promise<Head> {
  const rows: (readonly string[])[] = [];
  const numbers: number[] = [];
  try {
    while (rows.length < HEAD_LINES) {
      const next = await lines.next();
      if (next.done === true) break;
      for (const row of next.value.rows) rows.push(row);
      for (const line of next.value.lines) numbers.push(line);
    }
  } catch (error) {
    if (!(error instanceof FileProblem) || rows.length === 0) throw error;
    return { rows, lines: numbers, problem: error };
  }
  return { rows, lines: numbers, problem: null };
}

async function* following(
  head: Head,
  skip: number,
  lines: AsyncIterator<LineBatch>,
): AsyncGenerator<LineBatch> {
  yield { rows: head.rows.slice(skip), lines: head.lines.slice(skip) };
  if (head.problem !== null) throw head.problem;
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) yield next.value;
}
