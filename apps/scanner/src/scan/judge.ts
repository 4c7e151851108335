import { rules } from '#rules/catalog/rules.js';
import { type CauseWitness, compare, type Comparison } from '#rules/engine/compare.js';
import { evaluate } from '#rules/engine/evaluate.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { Rule } from '#rules/engine/rule.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import { RULES_VERSION } from '#rules/engine/rules-version.js';
import { parsePolicy } from '#rules/policy/parse-policy.js';
import type { Policy } from '#rules/policy/policy.js';
import type { Before } from '../findings/before.js';
import { digest } from '../policies/digest.js';

export interface Judged {
  readonly policy: Policy;
  readonly policyText: string;
  readonly policyVersion: string;
  readonly inventory: Inventory;
}

const RULES: ReadonlyMap<RuleId, Rule> = new Map(rules.map((rule) => [rule.id, rule]));

/** Judges an inventory under a policy and compares it with what was known. Pure but for the hash. */
export function judge(now: Judged, before: Before): Comparison {
  const { policy, inventory, policyVersion } = now;
  return compare({
    known: before.known,
    violations: evaluate({ rules, policy, inventory, baseline: before.baseline, digest }),
    inventory,
    rules: RULES,
    witness: witnessOf(now, before),
    isSilentOn: (finding) =>
      RULES.get(finding.rule)?.isSilentOn?.(finding, { policy, inventory, baseline: before.baseline }) ===
      true,
    policyVersion,
  });
}

/** Judges again with one thing as it was, for each thing that changed since the previous scan. */
function witnessOf(now: Judged, { previous, baseline }: Before): CauseWitness {
  if (!previous) return { underPreviousPolicy: null, besidePreviousBaseline: null, onPreviousData: null };
  const { inventory, policy, policyText } = now;
  const previousPolicy = previous.policyText === policyText ? null : parsedAgain(previous.policyText);
  return {
    underPreviousPolicy: previousPolicy && identities({ policy: previousPolicy, inventory, baseline }),
    besidePreviousBaseline:
      previous.baseline === baseline ? null : identities({ policy, inventory, baseline: previous.baseline }),
    onPreviousData:
      previous.rulesVersion === RULES_VERSION
        ? null
        : identities({
            policy: previousPolicy ?? policy,
            inventory: withVerdictsOf(inventory, previous.inventory),
            baseline: previous.baseline,
          }),
  };
}

function identities(input: {
  readonly policy: Policy;
  readonly inventory: Inventory;
  readonly baseline: Inventory | null;
}): ReadonlySet<string> {
  return new Set(evaluate({ rules, digest, ...input }).keys());
}

/** A policy that this version can not read any more tells nothing about causes. */
function parsedAgain(text: string): Policy | null {
  const parsed = parsePolicy(text, 'policy');
  return 'policy' in parsed ? parsed.policy : null;
}

/** The previous inventory as today's rules see it: values are gone, so today's verdict on the same field and its notes stands in. */
function withVerdictsOf(today: Inventory, previous: Inventory): Inventory {
  const verdicts = new Map(
    today.systems.flatMap(({ system, fields }) =>
      fields.map((field) => [JSON.stringify([system, field.object, field.list, field.name]), field] as const),
    ),
  );
  return {
    ...previous,
    systems: previous.systems.map((system) => ({
      ...system,
      fields: system.fields.map((field) => {
        const verdict = verdicts.get(JSON.stringify([system.system, field.object, field.list, field.name]));
        if (!verdict) return field;
        const { category, sensitivity, confidence, reason, notes } = verdict;
        return { ...field, category, sensitivity, confidence, reason, ...(notes && { notes }) };
      }),
    })),
  };
}
