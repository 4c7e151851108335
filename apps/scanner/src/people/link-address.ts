import type { Secret } from '#connectors/kit/secret.js';

/** What a link of ours is for; each has a page of that name. */
export type LinkPage = 'set-up' | 'invitation' | 'new-password' | 'sign-in-link';

/** Behind the `#`, what stands in the link is sent to no server and stands in no log; the page reads it there. */
export function linkAddress(ownAddress: string, page: LinkPage, carried: Secret): string {
  return `${ownAddress}/${page}#${carried.reveal()}`;
}
