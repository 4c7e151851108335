import type { ConnectorId } from '../../contract/fact.js';
import { withinGuard } from '../guard/choke-points.js';
import type { Transport } from '../guard/transport.js';
import type { OAuthSheet } from './oauth-client.js';
import type { Fetch } from './token-requests.js';

/** `fetch` that may only post to the vendor's own token endpoints. */
export function guardedFetch(sheet: OAuthSheet & { readonly id: ConnectorId }, transport: Transport): Fetch {
  const { tokenUrl, revokeUrl } = sheet.oauth;
  const rules = {
    connector: sheet.id,
    hosts: sheet.hosts,
    readsByPost: [],
    tokenUrls: revokeUrl === null ? [tokenUrl] : [tokenUrl, revokeUrl],
  };
  return (address, options) => withinGuard({ rules, transport }, () => fetch(address, options));
}
