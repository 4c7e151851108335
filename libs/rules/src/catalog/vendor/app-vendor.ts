import type { PolicyApp } from '../../policy/policy.js';
import { vendorNamed, vendorOfApp, type Vendor } from '../../vendors/known-vendor.js';

/** Who makes an app of the policy: as the policy says, as the catalogue says, else the app is its own maker. */
export function vendorOfDeclared({ name, vendor }: PolicyApp): Vendor {
  if (vendor !== null) return vendorNamed(vendor);
  return vendorOfApp(name) ?? vendorNamed(name);
}
