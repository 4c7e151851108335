import type { BuildVendor, VendorId } from './core/simulated-vendor.js';
import { googleVendor } from './google/google-vendor.js';
import { buildHubspot } from './hubspot/hubspot.js';

/** The vendors that can be played. */
export const vendorBuilders: readonly (readonly [VendorId, BuildVendor])[] = [
  ['hubspot', buildHubspot],
  ['google', googleVendor()],
];
