import { applyClassifications } from '../policy/coverage.js';
import type { Policy } from '../policy/policy.js';
import { type Digest, identify, type IdentifiedViolation } from './identity.js';
import type { Inventory } from './inventory.js';
import type { Rule } from './rule.js';

export interface EvaluateInput {
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  readonly inventory: Inventory;
  readonly baseline: Inventory | null;
  readonly digest: Digest;
}

/** Judges one inventory under one policy; violations come back by identity, each identity once. */
export function evaluate(input: EvaluateInput): ReadonlyMap<string, IdentifiedViolation> {
  const { rules, policy, digest } = input;
  const inventory = applyClassifications(input.inventory, policy);
  const baseline = input.baseline && applyClassifications(input.baseline, policy);
  const found = new Map<string, IdentifiedViolation>();
  for (const rule of rules) {
    for (const violation of rule.evaluate({ policy, inventory, baseline })) {
      const identified = identify(rule, violation, digest);
      if (!found.has(identified.identity)) found.set(identified.identity, identified);
    }
  }
  return found;
}
