import { listedRecords, type RecordList } from '#rules/catalog/listed-records.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { ListableRule } from '#rules/engine/listable-rule.js';
import { collectUnderPolicy, type PolicyReading } from './collect-under-policy.js';

export interface ListRequest extends PolicyReading {
  readonly rule: ListableRule;
  /** A system of the policy. */
  readonly system: string;
  /** YYYY-MM-DD. */
  readonly asOf: string;
}

export interface Listed {
  readonly lists: readonly RecordList[];
  /** What was read, with receipts: it holds the records too, and must not be stored (law 1). */
  readonly inventory: Inventory;
}

/** Reads everything once more and gives every record that a rule finds in a system. Nothing is stored. */
export async function listRecords(request: ListRequest): Promise<Listed> {
  const { rule, system, policy, asOf } = request;
  const inventory = await collectUnderPolicy(request, asOf, Infinity);
  return { lists: listedRecords(rule, system, policy, inventory), inventory };
}
