import { Transport } from '#connectors/kit/guard/transport.js';
import { Secret } from '#connectors/kit/secret.js';
import type { Clock } from '../clock.js';
import { openIdFetch } from '../people/open-id-fetch.js';
import { OpenIdProvider } from '../people/open-id-provider.js';
import type { PeopleMeans } from '../people/people-means.js';
import type { Settings } from '../settings/settings.js';

/** What the people's room needs of the world, as the settings say. */
export function peopleMeans(
  settings: Settings,
  { now, hashing, tell }: Omit<PeopleMeans, 'openId'>,
): PeopleMeans {
  return { now, hashing, tell, openId: openIdProvider(settings, now) };
}

function openIdProvider(
  {
    PLUMBLINE_OIDC_ISSUER: issuer,
    PLUMBLINE_OIDC_CLIENT_ID: clientId,
    PLUMBLINE_OIDC_CLIENT_SECRET: secret,
  }: Settings,
  now: Clock,
): OpenIdProvider | null {
  if (issuer === undefined || clientId === undefined || secret === undefined) return null;
  const fetch = openIdFetch(new Transport(null));
  return new OpenIdProvider({ issuer, clientId, clientSecret: new Secret(secret) }, { now, fetch });
}
