import type { VendorCondition } from '../contract/vendor-connector.js';

const SEEN = '2026-11-23';

/** What Google asks of those who connect. */
export const googleConditions: readonly VendorCondition[] = [
  {
    text: 'An app of the type Internal is only for people of your own Workspace: Google does not review it, and the login does not end by itself.',
    source: 'https://support.google.com/cloud/answer/15549945',
    seen: SEEN,
  },
  {
    text: 'An app of the type External that stands at "Testing" loses its login after seven days. Publish it, or make it Internal.',
    source: 'https://developers.google.com/identity/protocols/oauth2#expiration',
    seen: SEEN,
  },
  {
    text: 'The login also ends if nobody uses it for six months, if it is taken back, or if an administrator restricts the app. Past 100 logins through one client the oldest ends.',
    source: 'https://developers.google.com/identity/protocols/oauth2#expiration',
    seen: SEEN,
  },
  {
    text: 'The log of apps reaches 180 days back, and lags by some hours.',
    source: 'https://support.google.com/a/answer/7061566',
    seen: SEEN,
  },
];
