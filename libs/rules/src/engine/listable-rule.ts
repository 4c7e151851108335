import type { RuleId } from './rule-id.js';

/** Rules about single customers or notes, so that there are records to list. */
export const listableRules = [
  'retention.overdue',
  'retention.undated',
  'retention.not-propagated',
  'consent.missing',
  'consent.conflict',
  'field.free-text',
] as const satisfies readonly RuleId[];
export type ListableRule = (typeof listableRules)[number];

export function isListable(rule: string): rule is ListableRule {
  return listableRules.some((listable) => listable === rule);
}
