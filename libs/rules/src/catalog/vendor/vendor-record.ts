import type { Policy, PolicyVendor } from '../../policy/policy.js';
import { vendorNamed, type Vendor } from '../../vendors/known-vendor.js';

/**
 * The entry of `vendors:` that speaks of a vendor: by its name or an alias; else one that names a system it runs,
 * unless that entry is plainly about somebody else (Zapier, used with the office, does not vouch for Google); else
 * one of its parent company. Of several equally close ones the vetted one counts.
 */
export function recordOf(policy: Policy, vendor: Vendor, systems: readonly string[]): PolicyVendor | null {
  const isSame = (entry: PolicyVendor) => vendorNamed(entry.name).key === vendor.key;
  const namesItsSystem = (entry: PolicyVendor) =>
    !vendorNamed(entry.name).isKnown && entry.systems.some((system) => systems.includes(system));
  const isItsMaker = (entry: PolicyVendor) => vendorNamed(entry.name).key === vendor.makerKey;
  for (const speaksOf of [isSame, namesItsSystem, isItsMaker]) {
    const entries = policy.vendors.filter(speaksOf);
    const entry = entries.find(({ vetted }) => vetted !== null) ?? entries[0];
    if (entry) return entry;
  }
  return null;
}
