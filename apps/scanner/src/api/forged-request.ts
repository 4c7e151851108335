import type { FastifyRequest } from 'fastify';
import type { Settings } from '../settings/settings.js';
import { RequestProblem } from './problem.js';

/** Our own pages send it with all that changes something; its value says nothing. */
export const OWN_REQUEST_HEADER = 'x-plumbline';

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what a page elsewhere may have made a browser send. A header of our own can not be sent from elsewhere without
 * asking first (CORS), and nobody is granted that; where the browser says where a request comes from, that must be here.
 * Beside it the cookies are SameSite=Lax. Also before there is a session: nobody is signed in as somebody else.
 * @throws RequestProblem
 */
export function refuseForged(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  settings: Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>,
): void {
  if (SAFE_METHODS.has(method)) return;
  const site = headers['sec-fetch-site'];
  const isFromHere =
    headers[OWN_REQUEST_HEADER] !== undefined &&
    (site === undefined || site === 'same-origin' || site === 'none') &&
    (headers.origin === undefined || isOwnOrigin(headers.origin, headers.host, settings));
  if (isFromHere) return;
  throw new RequestProblem(
    403,
    'This request does not come from a page of Plumbline.',
    `Open Plumbline itself and do it there. A program sends an API token, or the header ${OWN_REQUEST_HEADER}.`,
  );
}

/** `host` was looked at before: it is one of our own. */
function isOwnOrigin(
  origin: string,
  host: string | undefined,
  { PLUMBLINE_PUBLIC_URL: address }: Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>,
): boolean {
  return origin === address || origin === `http://${host ?? ''}`;
}
