import type { PolicyApp } from '../../policy/policy.js';
import { vendorNamed, vendorOfApp, type Vendor } from '../../vendors/known-vendor.js';

/** Who makes an app of the policy: as the policy says, else as its name tells. */
export function vendorOfDeclared({ name, vendor }: PolicyApp): Vendor {
  return vendor === null ? vendorOfAppNamed(name) : vendorNamed(vendor);
}

/** Who makes an app, by its name: as the catalogue says; else the app stands for its maker (E33). */
export function vendorOfAppNamed(name: string): Vendor {
  return vendorOfApp(name) ?? vendorNamed(name);
}
