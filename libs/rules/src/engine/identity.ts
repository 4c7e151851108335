import type { RuleId } from './rule-id.js';
import type { Severity, Violation } from './rule.js';

/** SHA-256 as lower-case hex, handed in so that rules need no platform. */
export type Digest = (text: string) => string;

/** A violation as the engine follows it. */
export interface IdentifiedViolation extends Violation {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly identity: string;
  readonly contentHash: string;
}

/** Adds identity and content hash to what a rule said (law 4). */
export function identify(
  rule: { readonly id: RuleId; readonly severity: Severity },
  violation: Violation,
  digest: Digest,
): IdentifiedViolation {
  const severity = violation.severity ?? rule.severity;
  return {
    ...violation,
    rule: rule.id,
    severity,
    identity: digest(
      JSON.stringify([
        rule.id,
        violation.connector,
        violation.account,
        violation.objectType,
        violation.objectId,
      ]),
    ),
    contentHash: digest(JSON.stringify([severity, canonical(violation.content)])),
  };
}

/** Keys and lists in a fixed order: the same roles in another order are the same roles. */
function canonical(content: Violation['content']): readonly unknown[] {
  return Object.entries(content)
    .map(([key, value]) => [key, isList(value) ? value.toSorted() : value] as const)
    .toSorted(([left], [right]) => (left < right ? -1 : 1));
}

function isList(value: Violation['content'][string]): value is readonly string[] {
  return Array.isArray(value);
}
