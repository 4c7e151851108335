import { createHash } from 'node:crypto';

/** The data centre in which the bakery's account is kept. */
export const DATA_CENTRE = 'us6';
/** As the root of the interface names the account. */
export const ACCOUNT_ID = '8a1c0f7e2b9d4c5e6f7081926';
export const LOGIN_ID = '4402718';

/** Ten hexadecimal digits, as Mailchimp names audiences, interests and webhooks. */
export function shortId(what: string): string {
  return md5(`id of ${what}`).slice(0, 10);
}

/** How Mailchimp names a member of an audience: by the address in lower case. */
export function md5(text: string): string {
  return createHash('md5').update(text).digest('hex');
}
