import type { ReadProgress } from '#connectors/contract/connector.js';
import type { Source } from '#connectors/contract/fact.js';
import { exportsConnector, type ExportsSession } from '#connectors/exports/exports.connector.js';
import { classifyField } from '#rules/classify/classify-field.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { NoteReading } from '#rules/reduce/field-profiles.js';
import { Reducer } from '#rules/reduce/reducer.js';
import type { SubjectJoin } from '#rules/reduce/subjects/subject-join.js';

export interface CollectRequest {
  /** Absolute path of the folder with the exports. */
  readonly exportsFolder: string;
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
  const { exportsFolder, passOver, sources, expected, claim, country, asOf, join, notes, signal, progress } =
    request;
  const reducer = new Reducer(sources, join, notes);
  const facts = exportsConnector.read({
    folder: exportsFolder,
    passOver,
    country,
    claim,
    systems: expected,
    signal,
    ...(progress && { progress }),
  });
  for await (const fact of facts) reducer.add(fact);
  return reducer.inventory(asOf, classifyField);
}
