import { aiAppNamed, aiApps } from './ai-catalogue.js';
import { comparableVendor } from './comparable-vendor.js';
import { hasWords, isWhole } from './display-name.js';
import { saasVendors, type SaasVendor } from './saas-vendors.js';

/** Whose product something is. `key` compares; `name` is shown. */
export interface Vendor {
  readonly key: string;
  readonly name: string;
  /** Comparable name of the company behind it, where that differs. */
  readonly makerKey: string | null;
  readonly isKnown: boolean;
}

/** The vendor that goes by a name, alias or product; a name that the catalogue does not have is a vendor of its own. */
export function vendorNamed(name: string): Vendor {
  return byComparableName.get(comparableVendor(name)) ?? unknownVendor(name);
}

/** The vendor behind an app's display name, as far as the catalogue tells; null where it does not. */
export function vendorOfApp(displayName: string): Vendor | null {
  const aiApp = aiAppNamed(displayName);
  if (aiApp) return vendorNamed(aiApp.vendor);
  const vendor = saasVendors.find(({ name, aliases = [], wholeOnly }) =>
    [name, ...aliases].some(
      (candidate) =>
        isWhole(displayName, candidate) || (wholeOnly !== true && hasWords(displayName, candidate)),
    ),
  );
  return vendor ? vendorNamed(vendor.name) : null;
}

const byComparableName: ReadonlyMap<string, Vendor> = indexed();

/** Names first, then makers, then aliases and AI products: what a name says itself is never taken by another's alias. */
function indexed(): ReadonlyMap<string, Vendor> {
  const index = new Map<string, Vendor>();
  const add = (name: string, vendor: Vendor) => {
    const key = comparableVendor(name);
    if (!index.has(key)) index.set(key, vendor);
  };
  for (const vendor of saasVendors) add(vendor.name, fromTable(vendor));
  for (const { vendor } of aiApps) add(vendor, { ...unknownVendor(vendor), isKnown: true });
  for (const { maker } of saasVendors) if (maker) add(maker, { ...unknownVendor(maker), isKnown: true });
  for (const { name, aliases = [] } of saasVendors) {
    for (const alias of aliases) add(alias, index.get(comparableVendor(name)) ?? unknownVendor(name));
  }
  for (const { name, vendor } of aiApps) {
    add(name, index.get(comparableVendor(vendor)) ?? unknownVendor(vendor));
  }
  return index;
}

function fromTable({ name, maker }: SaasVendor): Vendor {
  return {
    ...unknownVendor(name),
    makerKey: maker === undefined ? null : comparableVendor(maker),
    isKnown: true,
  };
}

function unknownVendor(name: string): Vendor {
  return { key: comparableVendor(name), name, makerKey: null, isKnown: false };
}
