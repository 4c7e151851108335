import type { BuildVendor, VendorId } from './core/simulated-vendor.js';
import type { GoogleSize } from './google/google-size.js';
import { googleVendor } from './google/google-vendor.js';
import { hubspotVendor } from './hubspot/hubspot.js';
import type { HubspotSize } from './hubspot/hubspot-size.js';
import { mailchimpVendor } from './mailchimp/mailchimp.js';
import type { MailchimpSize } from './mailchimp/mailchimp-size.js';
import { quickbooksVendor } from './quickbooks/quickbooks.js';
import type { QuickbooksSize } from './quickbooks/quickbooks-size.js';

/** How large accounts are, where they are larger than the bakery's. */
export interface VendorSizes {
  readonly hubspot?: Partial<HubspotSize>;
  readonly google?: Partial<GoogleSize>;
  readonly mailchimp?: Partial<MailchimpSize>;
  readonly quickbooks?: Partial<QuickbooksSize>;
}

/** The vendors that can be played. */
export function vendorBuilders({
  hubspot = {},
  google = {},
  mailchimp = {},
  quickbooks = {},
}: VendorSizes = {}): readonly (readonly [VendorId, BuildVendor])[] {
  return [
    ['hubspot', hubspotVendor(hubspot)],
    ['google', googleVendor(google)],
    ['quickbooks', quickbooksVendor(quickbooks)],
    ['mailchimp', mailchimpVendor(mailchimp)],
  ];
}
