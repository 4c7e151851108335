import type { Session } from '../contract/connector.js';
import type { ConnectorId, Source } from '../contract/fact.js';

/** System of files that no system of the policy claims (E7). */
export const unclaimed: Source = { system: 'unclaimed', connector: 'exports', account: 'exports' };

/** Whose a file is, `unclaimed` if nobody's. */
export function ownerOf(
  session: ExportsSession,
  path: string,
  recognised: { readonly connector: ConnectorId } | null,
): Source {
  const owner = session.claim({ path, recognised });
  return owner === null || owner.system === unclaimed.system ? unclaimed : owner;
}

/** A file that was handed over in memory: it is read as if it lay in the folder, and is written nowhere (law 1). */
export interface UploadedFile {
  /** As it was called: a path relative to the folder. */
  readonly path: string;
  readonly content: Buffer;
}

/** A folder of exports, and who claims what in it. */
export interface ExportsSession extends Session {
  /** Absolute path of the folder; null: there is none, and of every system it is said that nothing was supplied. */
  readonly folder: string | null;
  /** Read beside the folder, and before a file of the same path in it. */
  readonly uploads?: readonly UploadedFile[];
  /** Absolute paths of files and folders that are not exports though they may lie there: the policy, our own data. */
  readonly passOver?: readonly string[];
  /** ISO country of the policy, for dates that can be read in two ways; null: such dates are not judged. */
  readonly country: string | null;
  /** Which system a file feeds, by its path relative to the folder and by what it was recognised as; null, or a source of the system `unclaimed`: nobody claims it. */
  claim(file: {
    readonly path: string;
    readonly recognised: { readonly connector: ConnectorId } | null;
  }): Source | null;
  /** Systems that exports could feed: each gets a receipt for all it could give, `not supplied` where no file gave it (E27): fields and records for a tool without a connector of its own, every capability for the others. */
  readonly systems: readonly Source[];
}
