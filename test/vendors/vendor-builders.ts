import type { BuildVendor, VendorId } from './core/simulated-vendor.js';
import type { GoogleSize } from './google/google-size.js';
import { googleVendor } from './google/google-vendor.js';
import { buildHubspot } from './hubspot/hubspot.js';
import { buildQuickbooks } from './quickbooks/quickbooks.js';

/** The vendors that can be played; `google`: how large its Workspace is, where it is not as the bakery's. */
export function vendorBuilders(
  google: Partial<GoogleSize> = {},
): readonly (readonly [VendorId, BuildVendor])[] {
  return [
    ['hubspot', buildHubspot],
    ['google', googleVendor(google)],
    ['quickbooks', buildQuickbooks],
  ];
}
