import type { ReadProgress } from '#connectors/contract/connector.js';
import { type ListableRule, listedRecords, type RecordList } from '#rules/catalog/listed-records.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Policy } from '#rules/policy/policy.js';
import { collect } from './collect.js';
import { claimWith, exportsSources } from './exports-sources.js';
import { joinCustomers } from './join-customers.js';

export interface ListRequest {
  readonly rule: ListableRule;
  /** A system of the policy. */
  readonly system: string;
  readonly policy: Policy;
  /** Absolute path of the folder that paths in the policy count from. */
  readonly policyFolder: string;
  /** Absolute path of the folder with the exports. */
  readonly exportsFolder: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
  readonly signal: AbortSignal;
  readonly progress?: (step: ReadProgress) => void;
}

export interface Listed {
  readonly lists: readonly RecordList[];
  /** What was read, with receipts: it holds the records too, and must not be stored (law 1). */
  readonly inventory: Inventory;
}

/** Reads the exports once more and gives every record that a rule finds in a system. Nothing is stored. */
export async function listRecords(request: ListRequest): Promise<Listed> {
  const { rule, system, policy, policyFolder, exportsFolder, asOf, signal, progress } = request;
  const sources = exportsSources(policy);
  const inventory = await collect({
    exportsFolder,
    sources,
    expected: sources,
    claim: claimWith(policy),
    country: policy.country,
    asOf,
    join: await joinCustomers({ policy, policyFolder, sampleSize: Infinity }),
    signal,
    ...(progress && { progress }),
  });
  return { lists: listedRecords(rule, system, policy, inventory), inventory };
}
