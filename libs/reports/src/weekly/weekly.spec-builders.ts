import { outcome } from '../model/report.spec-builders.js';
import type { WeekFacts } from './week-facts.js';

/** A week of Sweet Crumb Bakery in which all was read and nothing differs, unless said otherwise. */
export function facts(overrides: Partial<WeekFacts> = {}): WeekFacts {
  return {
    organization: 'Sweet Crumb Bakery',
    day: '2026-11-23',
    outcome: outcome(),
    isScannedSince: true,
    failedScan: null,
    assignees: new Map(),
    trend: [],
    ...overrides,
  };
}
