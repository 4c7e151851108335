import type { FastifyRequest } from 'fastify';
import type { Visitor } from '../people/visitor.js';
import type { Settings } from '../settings/settings.js';
import { carriedCookies } from './carried-cookies.js';

type Place = Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>;

/** What a request tells of who sends it. */
export function visitorOf(request: FastifyRequest, place: Place): Visitor {
  const cookies = carriedCookies(place);
  return {
    address: request.ip,
    browser: request.headers['user-agent'] ?? '',
    session: cookies.session(request),
    device: cookies.device(request),
  };
}

/** The address of the service as this browser uses it; the name in it was looked at before. */
export function ownAddress({ headers }: FastifyRequest, { PLUMBLINE_PUBLIC_URL: address }: Place): string {
  return address ?? `http://${headers.host ?? ''}`;
}
