import type { UploadedFile } from '#connectors/exports/exports.connector.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { NoteReader } from '#rules/reduce/notes/note-reader.js';
import { collect } from './collect.js';
import { claimWith, exportsSources } from './exports-sources.js';
import { findErasures } from './find-erasures.js';
import { joinCustomers } from './join-customers.js';
import type { LiveReading } from './live-reading.js';
import type { Reading } from './reading.js';

/** What a scan reads: a policy, the connected accounts, and the exports that belong to it. */
export interface PolicyReading extends Reading {
  readonly policy: Policy;
  /** Absolute path of the folder that paths in the policy count from; null: there is none. */
  readonly policyFolder: string | null;
  /** A list of deletion requests that can not be read is said, and does not keep all else from being read. */
  readonly goesOnWithoutErasures?: true;
  /** Accounts that are read over the network. */
  readonly live: readonly LiveReading[];
  /** Absolute path of the folder with the exports; null: there is none. */
  readonly exportsFolder: string | null;
  /** Exports that were handed over in memory; none unless given. */
  readonly uploads?: readonly UploadedFile[];
  /** Absolute paths of our own files (policy, data directory, report), which may lie among the exports. */
  readonly ownPaths: readonly string[];
}

/** The accounts, and the exports as the policy's systems claim them, customers joined across them. `sampleSize`: see joinCustomers. */
export async function collectUnderPolicy(
  reading: PolicyReading,
  asOf: string,
  sampleSize?: number,
): Promise<Inventory> {
  const { policy, live, exportsFolder, uploads = [], ownPaths, signal, progress } = reading;
  const connected = new Map(live.map(({ source }) => [source.system, source]));
  const fromExports = exportsSources(policy);
  // The list of deletion requests is read by name, not as somebody's customers.
  const erasures = await findErasures(reading);
  const sample = sampleSize === undefined ? {} : { sampleSize };
  const inventory = await collect({
    live,
    exportsFolder,
    uploads: uploads.filter((file) => file !== erasures.upload),
    passOver: [...ownPaths, ...(erasures.file === null ? [] : [erasures.file])],
    sources: fromExports.map((source) => connected.get(source.system) ?? source),
    // Of a connected system its connection says what could not be read.
    expected: fromExports.filter(({ system }) => !connected.has(system)),
    claim: claimWith(policy),
    country: policy.country,
    asOf,
    join: joinCustomers({ policy, erasures: erasures.requests, ...sample }),
    notes: { reader: new NoteReader(policy), ...sample },
    signal,
    ...(progress && { progress }),
  });
  const { measures } = inventory;
  if (erasures.unread === null || measures === undefined) return inventory;
  return { ...inventory, measures: { ...measures, erasuresUnread: erasures.unread } };
}
