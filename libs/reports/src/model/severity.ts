import type { Severity } from '#rules/engine/rule.js';

/** Gravest first, as every report lists them. */
export const severities = ['high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** Whether `severity` is `least` or graver. */
export function isAtLeast(severity: Severity, least: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(least);
}
