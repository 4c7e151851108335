import { defineConnector } from '../contract/connector.js';
import type { Connector, ReadProgress } from '../contract/connector.js';
import { BugError, UserActionError } from '../contract/error.js';
import { readTable } from './read-table.js';
import { FileProblem } from './reading/file-problem.js';
import { openTables } from './reading/open-tables.js';
import { type FolderEntry, walkFolder } from './reading/walk-folder.js';
import { type ExportCapability, type ExportReceipt, Receipts } from './receipts.js';
import { type ExportsSession, ownerOf, unclaimed } from './session.js';
import type { ExportFact } from './table-context.js';

export type { ExportsSession, UploadedFile } from './session.js';

/**
 * A folder of files that the tools of a business offer for download. Needs no access to any tool.
 * Both functions throw a UserActionError if the folder cannot be opened; a file that cannot be read is a `failed`
 * receipt, and the others are read.
 */
export const exportsConnector: Connector<ExportCapability, ExportsSession> = defineConnector({
  id: 'exports',
  title: 'Exported files',
  rateLimit: null,
  capabilities: {
    fields: { scopes: [], reads: 'the headers of your files, and how many lines fill each column' },
    records: { scopes: [], reads: 'the lines of your files, in memory only' },
    people: { scopes: [], reads: 'lists of who may log in to a tool' },
    apps: { scopes: [], reads: 'lists of apps that were given access' },
  },
  async identify(session) {
    await entriesOf(session);
    return session.systems;
  },
  read: readFolder,
});

async function* readFolder(session: ExportsSession): AsyncGenerator<ExportFact | ExportReceipt> {
  const receipts = new Receipts();
  const entries = await entriesOf(session);
  const progress = new Progress(session, entries);
  for (const entry of entries) {
    session.signal.throwIfAborted();
    try {
      yield* progress.counted(entry.path, readEntry(entry, session, receipts, progress));
    } catch (error) {
      throw withoutValues(error, session.signal);
    }
  }
  yield* receipts.all(session.systems);
}

async function entriesOf({
  folder,
  passOver,
  uploads = [],
}: ExportsSession): Promise<readonly FolderEntry[]> {
  const entries = folder === null ? [] : await walkFolder(folder, passOver);
  if (uploads.length === 0) return entries;
  const handedOver = uploads.map(({ path, content }) => ({ path, content, bytes: content.length }));
  const paths = new Set(handedOver.map(({ path }) => path));
  const others = entries.filter(({ path }) => !paths.has(path));
  return [...others, ...handedOver].toSorted((one, other) => (one.path < other.path ? -1 : 1));
}

async function* readEntry(
  entry: FolderEntry,
  session: ExportsSession,
  receipts: Receipts,
  progress: Progress,
): AsyncGenerator<ExportFact> {
  const owner = (path: string) => ownerOf(session, path, null);
  if (entry.refused !== undefined) {
    receipts.lost(owner(entry.path), entry.path, entry.refused);
    return;
  }
  try {
    const file = { ...entry, signal: session.signal, onBytes: (count: number) => progress.bytes(count) };
    for await (const part of openTables(file)) {
      if (!('refused' in part)) yield* readTable(part, session, receipts);
      else if (part.unsupported === 'no table') receipts.passedOver(unclaimed, part.path, part.refused);
      else if (part.unsupported === 'spreadsheet')
        receipts.passedOver(owner(part.path), part.path, part.refused);
      else receipts.lost(owner(part.path), part.path, part.refused);
    }
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    receipts.lost(owner(entry.path), entry.path, error.reason);
  }
}

/** What reaches the caller carries nothing that was read: an error of a parser is dropped for one of ours (law 1). */
function withoutValues(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof BugError || error instanceof UserActionError) return error;
  return new BugError({
    message: 'Reading a file of the exports folder failed in a way nobody expected',
    details: { kind: error instanceof Error ? error.name : typeof error },
  });
}

class Progress {
  private readonly tell: ((step: ReadProgress) => void) | undefined;
  private readonly totalBytes: number;
  private readBytes = 0;
  private records = 0;

  constructor(session: ExportsSession, entries: readonly FolderEntry[]) {
    this.tell = session.progress;
    this.totalBytes = entries.reduce(
      (sum, entry) => sum + (entry.refused === undefined ? entry.bytes : 0),
      0,
    );
  }

  bytes(count: number): void {
    this.readBytes += count;
  }

  /** Passes facts on and tells how far it is, batch by batch. */
  async *counted(what: string, facts: AsyncIterable<ExportFact>): AsyncGenerator<ExportFact> {
    for await (const fact of facts) {
      if (fact.kind === 'records') {
        this.records += fact.rows.length;
        const { records, readBytes: bytes, totalBytes } = this;
        this.tell?.({ what, records, bytes, totalBytes });
      }
      yield fact;
    }
  }
}
