import path from 'node:path';
import type { ReadProgress } from '#connectors/contract/connector.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { NoteReader } from '#rules/reduce/notes/note-reader.js';
import { collect } from './collect.js';
import { claimWith, exportsSources } from './exports-sources.js';
import { joinCustomers } from './join-customers.js';

/** What a scan reads: a policy and the exports that belong to it. */
export interface PolicyReading {
  readonly policy: Policy;
  /** Absolute path of the folder that paths in the policy count from. */
  readonly policyFolder: string;
  /** Absolute path of the folder with the exports. */
  readonly exportsFolder: string;
  /** Absolute paths of our own files (policy, data directory, report), which may lie among the exports. */
  readonly ownPaths: readonly string[];
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
}

/** The exports as the policy's systems claim them, customers joined across them. `sampleSize`: see joinCustomers. */
export async function collectUnderPolicy(
  reading: PolicyReading,
  asOf: string,
  sampleSize?: number,
): Promise<Inventory> {
  const { policy, policyFolder, exportsFolder, ownPaths, signal, progress } = reading;
  const sources = exportsSources(policy);
  // The list of deletion requests is read by name, not as somebody's customers.
  const erasures = policy.erasures === null ? [] : [path.resolve(policyFolder, policy.erasures)];
  const sample = sampleSize === undefined ? {} : { sampleSize };
  return collect({
    exportsFolder,
    passOver: [...ownPaths, ...erasures],
    sources,
    expected: sources,
    claim: claimWith(policy),
    country: policy.country,
    asOf,
    join: await joinCustomers({ policy, policyFolder, ...sample }),
    notes: { reader: new NoteReader(policy), ...sample },
    signal,
    ...(progress && { progress }),
  });
}
