import type { Measures, Trigger, TriggerReading } from '../../engine/measures.js';
import type { InventoryReceipt, SystemInventory } from '../../engine/inventory.js';
import { daysBetween } from '../../policy/term.js';
import { isoDay, NO_DAY } from './day.js';
import type { Resource } from './resource.js';

/** What a join must know of a system beside its records. */
export type ReadSystem = Pick<SystemInventory, 'system' | 'connector' | 'receipts'>;

/** An export that ends longer before the scan says nothing of today (E11). */
const STALE_AFTER_DAYS = 35;

/** How far purchases and activity were read, and why they were not (E11, law 2). */
export function readTriggers(
  resources: readonly Resource[],
  systems: readonly ReadSystem[],
  asOf: string,
): Measures['triggers'] {
  return {
    last_purchase: readingOf('last_purchase', resources, systems, asOf),
    last_activity: readingOf('last_activity', resources, systems, asOf),
  };
}

/** Whether somebody may have bought, or opted in again, where this scan could not look (law 2). */
export function isReturnHidden(
  resources: readonly Resource[],
  systems: readonly ReadSystem[],
  asOf: string,
): boolean {
  return (
    systems.some((system) => isAudience(system) && !isReadInFull(system)) ||
    whyHidden('last_purchase', feedsOf('last_purchase', resources, systems, asOf), resources, systems, asOf)
      .length > 0
  );
}

/** The receipts with `partial(stale)` where a resource of records covers a time that ended too long ago (E11). */
export function withStale(receipts: readonly InventoryReceipt[], asOf: string): readonly InventoryReceipt[] {
  return receipts.map((receipt) =>
    receipt.capability === 'records' &&
    receipt.status === 'complete' &&
    receipt.window !== null &&
    isStale(receipt.window.to, asOf)
      ? { ...receipt, status: 'partial' as const, reason: 'stale' }
      : receipt,
  );
}

/** Whether every record of people in the system was read, and there are any to read. */
export function isReadInFull({ receipts }: ReadSystem): boolean {
  const ofRecords = receipts.filter(({ capability, notPeople }) => capability === 'records' && !notPeople);
  return ofRecords.length > 0 && ofRecords.every(({ status }) => status === 'complete');
}

interface Feed {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

function readingOf(
  trigger: Trigger,
  resources: readonly Resource[],
  systems: readonly ReadSystem[],
  asOf: string,
): TriggerReading {
  const feeds = feedsOf(trigger, resources, systems, asOf);
  const reasons = [
    ...whyHidden(trigger, feeds, resources, systems, asOf),
    ...(feeds.length === 0 ? [NOTHING_READ[trigger]] : []),
  ];
  if (reasons.length > 0)
    return { judgedAsOf: null, coveredFrom: null, reasons: [...new Set(reasons)].toSorted() };
  const starts = feeds.flatMap(({ from }) => (from === null ? [] : [from])).toSorted();
  const ends = feeds.flatMap(({ to }) => (to === null ? [] : [to])).toSorted();
  return { judgedAsOf: ends[0] ?? null, coveredFrom: starts.at(-1) ?? null, reasons: [] };
}

function feedsOf(
  trigger: Trigger,
  resources: readonly Resource[],
  systems: readonly ReadSystem[],
  asOf: string,
): readonly Feed[] {
  return resources
    .filter((resource) => feeds_(trigger, resource))
    .flatMap((resource) => feedOf(resource, systems, asOf, trigger));
}

/** Where it may be hidden; nothing where no system of the policy could know of it at all. */
function whyHidden(
  trigger: Trigger,
  feeds: readonly Feed[],
  resources: readonly Resource[],
  systems: readonly ReadSystem[],
  asOf: string,
): readonly string[] {
  return [
    ...systems.flatMap((system) => whyUnknown(trigger, system, resources)),
    ...feeds.flatMap((feed) => whyUnusable(feed, asOf)),
  ];
}

const NOTHING_READ: Readonly<Record<Trigger, string>> = {
  last_purchase: 'No list of sales or orders was read.',
  last_activity: 'No list that tells when people were last active was read.',
};

/** Payments, refunds and purchases are activity too (E10). */
function feeds_(trigger: Trigger, { hasPurchases, isSales, offers, size }: Resource): boolean {
  return trigger === 'last_purchase'
    ? hasPurchases
    : isSales || (size > 0 && (offers.activity || offers.optIn || hasPurchases));
}

function feedOf(
  resource: Resource,
  systems: readonly ReadSystem[],
  asOf: string,
  trigger: Trigger,
): readonly Feed[] {
  const receipts = (systems.find(({ system }) => system === resource.system)?.receipts ?? []).filter(
    ({ capability, object, list }) =>
      capability === 'records' && object === resource.object && list === resource.list,
  );
  const window = receipts.find((receipt) => receipt.window !== null)?.window ?? seenWindow(resource);
  const name = resource.list ?? resource.object;
  const isOnlyMarketing = trigger === 'last_activity' && !resource.isSales && window === null;
  // A list of members of whom none ever did anything covers no time, and hides none.
  if (isOnlyMarketing) return [];
  return [
    {
      name: `${resource.system} (${name})`,
      from: window?.from ?? null,
      to: window === null ? null : window.to < asOf ? window.to : asOf,
    },
  ];
}

/** First to last date seen, for a file that states no window. */
function seenWindow({ firstDay, lastDay }: Resource): InventoryReceipt['window'] {
  return lastDay === NO_DAY ? null : { from: isoDay(firstDay), to: isoDay(lastDay) };
}

function whyUnusable({ name, to }: Feed, asOf: string): readonly string[] {
  if (to === null) return [`${name} does not say which time it covers.`];
  return isStale(to, asOf)
    ? [`${name} ends on ${to}, more than ${STALE_AFTER_DAYS} days before this scan.`]
    : [];
}

/** Systems where a purchase, or activity, may be hidden as long as they were not read to the end. */
function whyUnknown(trigger: Trigger, system: ReadSystem, resources: readonly Resource[]): readonly string[] {
  const { connector, receipts } = system;
  const isBooks = connector === 'quickbooks';
  const isOfActivity = isAudience(system);
  if (!(isBooks || connector === 'exports' || (isOfActivity && trigger === 'last_activity'))) return [];
  // A list of staff and nothing else is no feed of anything.
  const isOfStaff =
    connector === 'exports' &&
    receipts.length > 0 &&
    receipts.every(({ capability, status }) => capability !== 'records' && status === 'complete');
  if (isOfStaff) return [];
  if (!isReadInFull(system)) return [`${system.system} was not read in full.`];
  const own = resources.filter((resource) => resource.system === system.system);
  if (isBooks && !own.some(({ hasPurchases }) => hasPurchases)) {
    return [`No list of sales was read from ${system.system}.`];
  }
  if (isNamesOnly(own)) {
    return [`No list of customers was read from ${system.system}, and its sales give names only.`];
  }
  if (isOfActivity && !own.some(({ offers }) => offers.activity || offers.optIn)) {
    return [`What was read from ${system.system} does not show when people were last active.`];
  }
  return [];
}

function isAudience({ connector }: ReadSystem): boolean {
  return connector === 'hubspot' || connector === 'mailchimp';
}

/** Sales under names that no other system knows: whoever bought looks there like somebody who never did. */
function isNamesOnly(own: readonly Resource[]): boolean {
  return (
    own.some(({ isSales, hasContacts, size }) => isSales && !hasContacts && size > 0) &&
    !own.some(({ isSales, size }) => !isSales && size > 0)
  );
}

function isStale(to: string, asOf: string): boolean {
  return daysBetween(to, asOf) > STALE_AFTER_DAYS;
}
