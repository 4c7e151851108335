import type { VendorCondition } from '../contract/vendor-connector.js';

const SEEN = '2026-11-23';

/** Law 3: where there is no right that only reads, the owner is told so in one sentence. */
export const NO_READ_ONLY_RIGHT =
  'QuickBooks has one right for reading and writing. Plumbline sends reading requests only: its guard refuses everything else before it leaves this computer.';

/** What Intuit asks of whoever connects. */
export const CONDITIONS: readonly VendorCondition[] = [
  {
    text: NO_READ_ONLY_RIGHT,
    source: 'https://developer.intuit.com/app/developer/qbo/docs/learn/scopes',
    seen: SEEN,
  },
  {
    text: 'Only an admin of the company can connect it. If that person loses access to QuickBooks, so does Plumbline.',
    source: 'https://developer.intuit.com/app/developer/qbo/docs/develop/troubleshooting/error-codes',
    seen: SEEN,
  },
  {
    text: 'The login ends if nothing was read for 100 days. A scan a month keeps it alive.',
    source:
      'https://developer.intuit.com/app/developer/qbo/docs/develop/authentication-and-authorization/faq',
    seen: SEEN,
  },
  {
    text: 'Five years after you agreed the login ends in any case: for consents of October 2023 in October 2028. Then connect again.',
    source: 'https://blogs.intuit.com/2025/11/12/important-changes-to-refresh-token-policy/',
    seen: SEEN,
  },
  {
    text: 'Since January 2026 Intuit wants a "Reconnect URL" in the settings of every app for real companies; the address of your own web site will do.',
    source: 'https://blogs.intuit.com/2025/11/12/important-changes-to-refresh-token-policy/',
    seen: SEEN,
  },
  {
    text: 'An app of the free tier may ask 500,000 times a month, and 500 times a minute. One full reading takes about one request for every 1,000 customers and every 1,000 sales.',
    source: 'https://blogs.intuit.com/2025/05/15/introducing-the-intuit-app-partner-program/',
    seen: SEEN,
  },
];
