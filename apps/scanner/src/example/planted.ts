import type { Change } from '#rules/engine/finding.js';
import type { RuleId } from '#rules/engine/rule-id.js';
import type { Severity } from '#rules/engine/rule.js';
import type { BakeryPeople } from './bakery-people.js';
import type { BakeryState } from './setting.js';

/** Drift put into the example on purpose. The generator writes it from the same table that holds this truth. */
export interface PlantedFinding {
  readonly rule: RuleId;
  /** Null for vendors and duties (E30). */
  readonly system: string | null;
  readonly subject: string;
  readonly severity: Severity;
  /** How many people or notes it is about, counted in those who were invented; absent where the plan does not count. */
  readonly count?: (bakery: BakeryPeople) => number;
  /** What a scan of the later state says of it, after the first one was approved as baseline; `new` = not yet there in the first. */
  readonly aWeekLater: Change;
}

/** What the plan says of a column, a login or an app. */
export interface Plan {
  readonly planted?: readonly PlantedFinding[];
  /** It looks like drift, and this is why no rule may report it. */
  readonly nearMiss?: string;
  /** In the exports of one state only; absent: in both. */
  readonly only?: BakeryState;
}

export function planted(
  rule: RuleId,
  system: string | null,
  subject: string,
  severity: Severity,
  aWeekLater: Change = 'unchanged',
): PlantedFinding {
  return { rule, system, subject, severity, aWeekLater };
}

export function isIn(state: BakeryState, plan: Plan): boolean {
  return plan.only === undefined || plan.only === state;
}
