import type { VendorCondition } from '../contract/vendor-connector.js';
import { READS_AND_WRITES } from './sheet.js';

const SEEN = '2026-11-23';

/** What Mailchimp asks of whoever connects. */
export const CONDITIONS: readonly VendorCondition[] = [
  {
    text: READS_AND_WRITES,
    source: 'https://mailchimp.com/developer/marketing/docs/fundamentals/',
    seen: SEEN,
  },
  {
    text: 'An owner or admin of the account must connect it: others do not see every part.',
    source: 'https://mailchimp.com/help/manage-user-levels-in-your-account/',
    seen: SEEN,
  },
  {
    text: 'Keys and sign-ins do not end by themselves. They end when the person who made them leaves the account, or takes them back.',
    source: 'https://mailchimp.com/developer/marketing/guides/access-user-data-oauth-2/',
    seen: SEEN,
  },
  {
    text: 'One person may have 10 requests under way at once, all programs together. Plumbline keeps to 8. One full reading takes about one request for every 1,000 contacts, and 20 for each audience.',
    source: 'https://mailchimp.com/developer/marketing/docs/fundamentals/',
    seen: SEEN,
  },
];
