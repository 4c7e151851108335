import type { AnyVendorConnector } from '#connectors/registry.js';
import type { Settings } from '../settings/settings.js';

/** Where vendors send a browser back to. */
export const CALLBACK_PATH = '/api/v1/oauth/callback';

type Place = Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>;

/** Whether people reach the service on this computer alone, or by an https address. */
export function placeOf({ PLUMBLINE_PUBLIC_URL: address }: Place): 'laptop' | 'server' {
  return address === undefined ? 'laptop' : 'server';
}

/** The address to register at a vendor; null where it sends nobody back to a computer of one's own. */
export function redirectUriHere(
  { oauth }: Pick<AnyVendorConnector, 'oauth'>,
  { PLUMBLINE_PUBLIC_URL: address }: Place,
  host: string | undefined,
): string | null {
  if (address !== undefined) return address + CALLBACK_PATH;
  const port = /:(\d{1,5})$/u.exec(host ?? '')?.[1];
  if (oauth.loopbackHost === null || port === undefined) return null;
  return `http://${oauth.loopbackHost}:${port}${CALLBACK_PATH}`;
}
