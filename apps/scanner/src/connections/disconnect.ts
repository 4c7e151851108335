import { BugError, UserActionError, VendorFailedError } from '#connectors/contract/error.js';
import { OAuthClient } from '#connectors/kit/oauth/oauth-client.js';
import type { AnyVendorConnector } from '#connectors/registry.js';
import type { ConnectionEntity } from '../storage/entities/connection.entity.js';
import type { Connection } from './connection.js';
import { patiently } from './renewal.js';
import { type CredentialStore, secretsOf } from './stored-credential.js';
import type { ConnectionKey } from './vault.js';
import { refuseOtherKind } from './vendor-kind.js';

export interface Disconnected {
  readonly connection: Connection;
  /** `not possible`: the vendor has no way to take it back but by hand (keys), or our key to the login is gone. */
  readonly revocation: 'done' | 'failed' | 'not possible';
  /** Where a person takes it back herself; null for a tool that is not known any more. */
  readonly byHand: string | null;
}

/**
 * Takes a login back at the vendor; `failed` also where it was made at the other kind of vendor than is spoken to now.
 * Never throws for what the vendor or a lost key does: deleting must go on.
 */
export async function revokeLogin(
  key: ConnectionKey,
  connection: Pick<ConnectionEntity, 'clientId' | 'vendorKind'>,
  connector: AnyVendorConnector,
  { vault, manager, means, unstored }: CredentialStore,
): Promise<Disconnected['revocation']> {
  const { clientId } = connection;
  if (connector.oauth.revokeUrl === null || clientId === null) return 'not possible';
  try {
    refuseOtherKind(connection, connector, means);
    const newest = unstored.get(key.id)?.tokens;
    const secrets = { ...(await vault.open(manager, key)), ...(newest && secretsOf(newest)) };
    const token = secrets.refresh_token ?? secrets.access_token;
    if (token === undefined) return 'not possible';
    const kind = secrets.refresh_token === undefined ? 'access_token' : 'refresh_token';
    const app = { clientId, clientSecret: secrets.client_secret ?? null };
    const client = new OAuthClient(connector, app, { fetch: means.fetchFor(connector), now: means.now });
    await patiently(() => client.revoke(token, kind), means.pause);
    return 'done';
  } catch (error) {
    const isExpected = [UserActionError, VendorFailedError, BugError].some((kind) => error instanceof kind);
    if (isExpected) return 'failed';
    throw error;
  }
}
