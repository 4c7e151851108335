import type { RecordsFact } from '#connectors/contract/fact.js';
import { dayOf, NO_DAY } from './day.js';
import { evidenceDay } from './evidence-day.js';
import { dayOfOptOut, isTombstone, marketingOf } from './marketing.js';
import type { RecordKeys } from './record-keys.js';
import type { RecordPlan } from './record-plan.js';
import { Flag, type Resource } from './resource.js';

/** A timestamp in whatever form a field of the business holds it, told from "yes" and "no". */
const TIMESTAMP = /\d{4,}|\d+[./-]\d+[./-]\d+/u;

/** Reads records of customers into their resource: keys, days, and what they say of marketing. */
export function readCustomers(
  resource: Resource,
  fact: RecordsFact,
  plan: RecordPlan,
  keys: RecordKeys,
): void {
  const { rows, file = '', lines } = fact;
  noteColumns(resource, plan);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at];
    if (row === undefined) continue;
    keys.begin();
    for (const column of plan.emails) keys.readEmails(row[column] ?? '');
    for (const column of plan.phones) keys.readPhones(row[column] ?? '');
    for (const column of plan.ownKeys) {
      keys.readOwnKey(row[column] ?? '', resource.system, resource.connector);
    }
    const record = resource.keys.add(keys.keys);
    const id = plan.recordId === null ? '' : (row[plan.recordId] ?? '');
    resource.references.set(record, id, file, lines?.[at] ?? 0);
    let flags = readDays(resource, record, row, plan) | readMarketing(resource, record, row, plan, keys);
    if (keys.isStaff) flags |= Flag.staff;
    if (keys.isDeleted) flags |= Flag.tombstone;
    if ((flags & Flag.tombstone) !== 0) resource.hasTombstones = true;
    resource.flags.set(record, flags);
  }
}

function noteColumns(resource: Resource, plan: RecordPlan): void {
  const { offers } = resource;
  if (plan.purchaseDates.length > 0) resource.hasPurchases = true;
  if (plan.activity.length > 0) offers.activity = true;
  if (plan.optIns.length > 0) offers.optIn = true;
  if (plan.optOuts.length > 0) offers.optOut = true;
  if (plan.confirmations.length > 0) offers.confirmed = true;
  if (plan.legalBasis !== null) offers.legalBasis = true;
  if (plan.namedEvidence.length > 0) offers.namedEvidence = true;
}

function readDays(resource: Resource, record: number, row: readonly string[], plan: RecordPlan): number {
  const created = latest(resource, row, plan.created);
  const activity = latest(resource, row, plan.activity);
  const optIn = latest(resource, row, plan.optIns);
  const purchase = latest(resource, row, plan.purchaseDates);
  resource.created.set(record, created);
  // Opting in is something the person did (E10).
  resource.activity.set(record, Math.max(activity, optIn));
  resource.optIn.set(record, optIn);
  resource.purchase.set(record, purchase);
  let flags = optIn === NO_DAY ? 0 : Flag.optInTime;
  for (const column of plan.confirmations) {
    if (dayOf(row[column] ?? '') !== NO_DAY) flags |= Flag.confirmed;
  }
  return flags;
}

function readMarketing(
  resource: Resource,
  record: number,
  row: readonly string[],
  plan: RecordPlan,
  { hasAddress }: RecordKeys,
): number {
  const status = plan.status === null ? null : (row[plan.status] ?? '');
  let optedOut = NO_DAY;
  for (const column of plan.optOuts) optedOut = Math.max(optedOut, dayOfOptOut(row[column] ?? ''));
  const marketing = marketingOf({ connector: resource.connector, status, optedOut, hasAddress });
  resource.optOut.set(record, marketing.optedOut);
  let flags = marketing.isMarketed ? Flag.marketed : 0;
  if (status !== null && isTombstone(resource.connector, status)) flags |= Flag.tombstone;
  if (plan.legalBasis !== null && (row[plan.legalBasis] ?? '').trim() !== '') flags |= Flag.legalBasis;
  for (const column of plan.namedEvidence) {
    const cell = row[column] ?? '';
    if (cell.trim() !== '') flags |= Flag.namedEvidence;
    if (TIMESTAMP.test(cell)) {
      flags |= Flag.optInTime;
      const day = evidenceDay(cell, plan.country);
      resource.saw(day);
      resource.optIn.raise(record, day);
      resource.activity.raise(record, day);
    }
  }
  return flags;
}

function latest(resource: Resource, row: readonly string[], columns: readonly number[]): number {
  let day = NO_DAY;
  for (const column of columns) {
    const read = dayOf(row[column] ?? '');
    resource.saw(read);
    if (read > day) day = read;
  }
  return day;
}
