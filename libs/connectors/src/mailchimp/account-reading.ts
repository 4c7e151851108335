import type { Source } from '../contract/fact.js';
import type { VendorSession } from '../contract/vendor-access.js';
import type { MailchimpApi } from './mailchimp-api.js';

/** One account while it is read. */
export interface AccountReading {
  readonly api: MailchimpApi;
  readonly source: Source;
  readonly session: VendorSession;
}
