import { BugError, VendorFailedError } from '#connectors/contract/error.js';
import { OAuthClient } from '#connectors/kit/oauth/oauth-client.js';
import { ServiceAccount } from '#connectors/kit/oauth/service-account.js';
import type { TokenSet } from '#connectors/kit/oauth/token-set.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { ConnectionEntity } from '../storage/entities/connection.entity.js';
import type { ConnectionMeans } from './means.js';
import type { Secrets } from './vault.js';

/** Asks the vendor for a new access token. */
export type Renewal = () => Promise<TokenSet>;

/** How the access token of a connection is renewed; null where it can not be (a key, or a login without refresh token). */
export function renewalOf(
  connection: Pick<ConnectionEntity, 'way' | 'clientId' | 'subject' | 'asked' | 'granted'>,
  secrets: Secrets,
  connector: AnyVendorConnector,
  means: ConnectionMeans,
): Renewal | null {
  const client = { fetch: means.fetchFor(connector), now: means.now };
  if (connection.way === 'service-account') {
    if (secrets.key === undefined || connection.subject === null) return null;
    const account = new ServiceAccount(connector, secrets.key, connection.subject, client);
    return () => account.tokens(connection.granted ?? connection.asked);
  }
  const { refresh_token: refreshToken, client_secret: clientSecret = null } = secrets;
  if (refreshToken === undefined || connection.clientId === null) return null;
  const oauth = new OAuthClient(connector, { clientId: connection.clientId, clientSecret }, client);
  return () => oauth.refresh(refreshToken);
}

const ATTEMPTS = 3;
const FIRST_PAUSE_MS = 1000;
const LONGEST_PAUSE_MS = 10_000;

/** Tries again where the vendor failed; what a person must act on is final at once. */
export async function patiently<T>(ask: () => Promise<T>, pause: (ms: number) => Promise<void>): Promise<T> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof VendorFailedError) || attempt === ATTEMPTS) throw error;
      const wished = error.retryAfterMs ?? FIRST_PAUSE_MS * 4 ** (attempt - 1);
      if (wished > LONGEST_PAUSE_MS) throw error;
      await pause(wished);
    }
  }
  throw new BugError({ message: 'A renewal ended without an outcome.' });
}
