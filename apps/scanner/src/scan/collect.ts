import type { ReadProgress } from '#connectors/contract/connector.js';
import type { Source } from '#connectors/contract/fact.js';
import {
  exportsConnector,
  type ExportsSession,
  type UploadedFile,
} from '#connectors/exports/exports.connector.js';
import { classifyField } from '#rules/classify/classify-field.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { NoteReading } from '#rules/reduce/field-profiles.js';
import { Reducer } from '#rules/reduce/reducer.js';
import type { SubjectJoin } from '#rules/reduce/subjects/subject-join.js';
import { LiveFirst } from './live-first.js';
import type { LiveReading } from './live-reading.js';
import { mergeReadings } from './merge-readings.js';

export interface CollectRequest {
  /** Accounts to read over the network. */
  readonly live: readonly LiveReading[];
  /** Absolute path of the folder with the exports; null: there is none. */
  readonly exportsFolder: string | null;
  /** Exports that were handed over in memory. */
  readonly uploads: readonly UploadedFile[];
  /** What lies there and is no export: see ExportsSession. */
  readonly passOver: readonly string[];
  /** The systems that facts may belong to, in the order of the inventory. */
  readonly sources: readonly Source[];
  /** Those of them that exports are expected from: what is not there is said of each. */
  readonly expected: readonly Source[];
  /** Which of them a file feeds. */
  readonly claim: ExportsSession['claim'];
  /** Two letters; null: dates and phone numbers that differ by country are not judged. */
  readonly country: string | null;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  /** Tells customers apart across the systems; null where no policy asks for it. */
  readonly join: SubjectJoin | null;
  /** Reads what stands in notes; null where nobody judges it. */
  readonly notes: NoteReading | null;
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
}

/** Everything the connectors find, reduced while it streams: no customer's value outlives this function (law 1). */
export async function collect(request: CollectRequest): Promise<Inventory> {
  const { live, exportsFolder, uploads, passOver, sources, expected, claim, country, asOf, join, notes } =
    request;
  const { signal, progress } = request;
  const reducer = new Reducer(sources, join, notes);
  const liveFirst = new LiveFirst();
  for await (const item of mergeReadings(live.map((reading) => reading.read()))) {
    if (liveFirst.fromConnection(item)) reducer.add(item);
  }
  const facts = exportsConnector.read({
    folder: exportsFolder,
    uploads,
    passOver,
    country,
    claim,
    systems: expected,
    signal,
    ...(progress && { progress }),
  });
  for await (const item of facts) {
    if (liveFirst.fromExports(item)) reducer.add(item);
  }
  for (const receipt of liveFirst.receipts()) reducer.add(receipt);
  return withSimulated(reducer.inventory(asOf, classifyField), live);
}

function withSimulated(inventory: Inventory, live: readonly LiveReading[]): Inventory {
  const simulated = new Set(live.flatMap(({ isSimulated, source }) => (isSimulated ? [source.system] : [])));
  if (simulated.size === 0) return inventory;
  return {
    ...inventory,
    systems: inventory.systems.map((system) =>
      simulated.has(system.system) ? { ...system, simulated: true } : system,
    ),
  };
}
