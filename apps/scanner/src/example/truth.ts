import type { Change } from '#rules/engine/finding.js';
import { accessedApps } from './apps-list.js';
import { type BakeryOptions, inventBakery } from './bakery-people.js';
import { customerDrift } from './customer-drift.js';
import { driveFiles } from './drive-files.js';
import { googleContactColumns } from './google-contacts.js';
import { hubspotContactColumns } from './hubspot-contacts.js';
import { mailchimpColumns } from './mailchimp-audience.js';
import { type Plan, planted, type PlantedFinding } from './planted.js';
import { quickbooksCustomerColumns } from './quickbooks-customers.js';
import { googleLogins, hubspotLogins, mailchimpLogins, quickbooksLogins } from './staff-logins.js';

/** What a scan must say of one planted thing. */
export interface ExpectedFinding extends Omit<PlantedFinding, 'aWeekLater' | 'count'> {
  readonly change: Change;
  /** How many people or notes; null where the plan does not count. */
  readonly count: number | null;
}

/** Drift that no export holds: it stands in the bakery's policy (config/policy.example.yaml), or is missing in it. */
const IN_THE_POLICY: readonly PlantedFinding[] = [
  // It declares the employer in the newsletter, where no field for it exists.
  planted('field.missing', 'newsletter', 'user.contact.organization', 'low'),
  planted('vendor.trains-ai', null, 'Mailchimp', 'high'),
  planted('vendor.dpa', null, 'QuickBooks', 'medium'),
  // No day of vetting: then nothing else is said of the vendor, though it trains AI and signed nothing (E33).
  planted('vendor.unvetted', null, 'Loaf Labs', 'high'),
  planted('program.vetting', null, 'Google', 'medium'),
  planted('program.vetting', null, 'Zapier', 'low'),
  // Due on the very day of the later scan, overdue only after it (E32).
  planted('program.policy-review', null, 'Policy review', 'low'),
  planted('program.audit', null, 'Audit', 'medium'),
  planted('program.training', null, 'Staff training', 'medium'),
];

/** Everything planted, each with the place that the generator writes it from. */
export const plantedFindings: readonly PlantedFinding[] = [
  ...fromPlans([
    ...hubspotContactColumns,
    ...mailchimpColumns,
    ...quickbooksCustomerColumns,
    ...googleContactColumns,
    ...hubspotLogins,
    ...mailchimpLogins,
    ...quickbooksLogins,
    ...googleLogins,
    ...accessedApps,
    ...driveFiles,
  ]),
  ...customerDrift,
  ...IN_THE_POLICY,
];

/**
 * What a scan of these exports must report, no more and no less. The first state: a first scan. The later one: a second
 * scan in the same place, after the first was approved as baseline.
 */
export function expectedFindings(options: BakeryOptions): readonly ExpectedFinding[] {
  const bakery = inventBakery(options);
  const isFirst = bakery.setting.state === 'first';
  return plantedFindings
    .filter(({ aWeekLater }) => !isFirst || aWeekLater !== 'new')
    .map(({ aWeekLater, count, ...finding }) => ({
      ...finding,
      change: isFirst ? 'new' : aWeekLater,
      // What is fixed keeps the evidence of the last time it was seen.
      count: count === undefined || (!isFirst && aWeekLater === 'fixed') ? null : count(bakery),
    }));
}

function fromPlans(plans: readonly Plan[]): readonly PlantedFinding[] {
  return plans.flatMap((plan) => plan.planted ?? []);
}
