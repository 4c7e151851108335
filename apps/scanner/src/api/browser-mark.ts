import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_WITHIN_MS } from '#connectors/kit/oauth/pending-sign-ins.js';
import type { Settings } from '../settings/settings.js';

type Place = Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>;

/** A cookie that ties a sign-in at a vendor to the browser in which it began. */
export const browserMark = {
  give(reply: FastifyReply, mark: string, place: Place): void {
    void reply.setCookie(nameOf(place), mark, {
      httpOnly: true,
      secure: isSecure(place),
      // The vendor sends the browser back from another site.
      sameSite: 'lax',
      path: '/',
      maxAge: SIGN_IN_WITHIN_MS / 1_000,
    });
  },
  of(request: FastifyRequest, place: Place): string | null {
    return request.cookies[nameOf(place)] ?? null;
  },
};

function isSecure({ PLUMBLINE_PUBLIC_URL: address }: Place): boolean {
  return address !== undefined;
}

function nameOf(place: Place): string {
  return isSecure(place) ? '__Host-plumbline_tool' : 'plumbline_tool';
}
