import type { VendorCondition } from '../contract/vendor-connector.js';

const SEEN = '2026-11-23';

/** What HubSpot asks of whoever connects. */
export const CONDITIONS: readonly VendorCondition[] = [
  {
    text: 'Private apps of the old kind can no longer be made since 2026-08-27; those that exist go on working. New ones are service keys.',
    source: 'https://developers.hubspot.com/changelog',
    seen: SEEN,
  },
  {
    text: 'The old sign-in addresses (OAuth v1) end on 2027-02-16. Plumbline uses those of version 2026-03.',
    source: 'https://developers.hubspot.com/changelog',
    seen: SEEN,
  },
  {
    text: 'A key may ask 100 times in 10 seconds and 250,000 times a day (Free and Starter). Plumbline stays below that; one full reading takes about two requests for every 100 contacts.',
    source: 'https://developers.hubspot.com/docs/guides/apps/api-usage/usage-details',
    seen: SEEN,
  },
];
