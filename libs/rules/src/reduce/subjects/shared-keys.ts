import { giveBack } from './give-back.js';
import { KeyKind } from './key-table.js';
import type { Resource } from './resource.js';

/** A key held by more records of a system than this belongs to a household, a company or a habit, not to a person (E9). */
const MOST_HOLDERS = 5;

/**
 * Strikes out, as kind 0, the keys that join nobody: those held by more than five records of a system. Lines of sales do not count, or a regular
 * would be nobody; nor does an own key, which the vendor itself keeps apart (a parent with six sub-customers is one
 * customer). A person in several lists of one system is one record a list, so each list counts for itself.
 */
export function strikeOutSharedKeys(resources: readonly Resource[], kinds: Uint8Array): void {
  const holders = new Uint8Array(kinds.length);
  for (const group of groupsThatShare(resources)) {
    holders.fill(0);
    for (const resource of group) {
      for (let record = 0; record < resource.size; record += 1) {
        const count = resource.keys.count(record);
        for (let at = 0; at < count; at += 1) {
          const key = resource.keys.at(record, at);
          const held = (holders[key] ?? 0) + 1;
          if (held > MOST_HOLDERS) {
            if (kinds[key] !== KeyKind.own) kinds[key] = 0;
          } else holders[key] = held;
        }
      }
    }
  }
  giveBack(holders);
}

function groupsThatShare(resources: readonly Resource[]): readonly (readonly Resource[])[] {
  const ofCustomers = resources.filter(({ isSales }) => !isSales);
  return [...Map.groupBy(ofCustomers, ({ system, list }) => JSON.stringify([system, list])).values()];
}
