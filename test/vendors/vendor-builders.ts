import type { BuildVendor, VendorId } from './core/simulated-vendor.js';
import type { GoogleSize } from './google/google-size.js';
import { googleVendor } from './google/google-vendor.js';
import { buildHubspot } from './hubspot/hubspot.js';
import { mailchimpVendor } from './mailchimp/mailchimp.js';
import type { MailchimpSize } from './mailchimp/mailchimp-size.js';
import { buildQuickbooks } from './quickbooks/quickbooks.js';

/** How large accounts are, where they are not as the bakery's. */
export interface VendorSizes {
  readonly google?: Partial<GoogleSize>;
  readonly mailchimp?: Partial<MailchimpSize>;
}

/** The vendors that can be played. */
export function vendorBuilders({ google = {}, mailchimp = {} }: VendorSizes = {}): readonly (readonly [
  VendorId,
  BuildVendor,
])[] {
  return [
    ['hubspot', buildHubspot],
    ['google', googleVendor(google)],
    ['quickbooks', buildQuickbooks],
    ['mailchimp', mailchimpVendor(mailchimp)],
  ];
}
