import type { Severity } from '../api/shapes.js';

export const severityWords: Readonly<Record<Severity, string>> = {
  high: 'High',
  medium: 'Medium',
  low: 'Low',
  info: 'Info',
};

/** Gravest first. */
export const severities: readonly Severity[] = ['high', 'medium', 'low', 'info'];
