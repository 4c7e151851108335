import type { Comparison } from '#rules/engine/compare.js';
import { isDrift } from '#rules/engine/exception.js';
import type { Change } from '#rules/engine/finding.js';
import type { Inventory } from '#rules/engine/inventory.js';
import type { ScanSummaryEntity } from '../storage/entities/scan-summary.entity.js';

type Figures = Omit<ScanSummaryEntity, 'organization' | 'scan' | 'finishedAt'>;

/** A scan in figures. Pure. */
export function summaryOf({ findings, changes, events }: Comparison, inventory: Inventory): Figures {
  const { asOf, systems } = inventory;
  const drift = findings.filter((finding) => isDrift(finding, asOf));
  const of = (severity: string) => drift.filter((finding) => finding.severity === severity).length;
  const changed = (...wanted: readonly Change[]) =>
    [...changes.values()].filter((change) => wanted.includes(change)).length;
  const fixed = events.filter(({ change, cause }) => change === 'fixed' && cause === 'data').length;
  return {
    asOf,
    high: of('high'),
    medium: of('medium'),
    low: of('low'),
    info: of('info'),
    notObserved: drift.filter(({ observation }) => observation === 'not_observed').length,
    appeared: changed('new', 'reopened'),
    fixed,
    gone: changed('fixed', 'gone') - fixed,
    systemsNotRead: systems.filter(({ receipts }) =>
      receipts.some(({ status }) => status === 'failed' || status === 'denied'),
    ).length,
  };
}
