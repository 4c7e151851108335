import type { FastifyReply, FastifyRequest } from 'fastify';
import { SIGN_IN_WITHIN_MS } from '#connectors/kit/oauth/pending-sign-ins.js';
import { Secret } from '#connectors/kit/secret.js';
import type { Entered } from '../people/enter.js';
import { SESSION_MS } from '../people/sessions.js';
import type { Settings } from '../settings/settings.js';

const DEVICE_SECONDS = 400 * 24 * 3_600;
const FORM = /^[\w-]{43}$/u;

type Place = Pick<Settings, 'PLUMBLINE_PUBLIC_URL'>;
type Name = 'session' | 'device' | 'sign_in';

/** What browsers carry of persons. No script reads it; over https no other host and no other path can set it. */
export function carriedCookies(place: Place) {
  const isSecure = place.PLUMBLINE_PUBLIC_URL !== undefined;
  const nameOf = (name: Name) => `${isSecure ? '__Host-' : ''}plumbline_${name}`;
  const options = { httpOnly: true, secure: isSecure, sameSite: 'lax', path: '/' } as const;

  const read = ({ cookies }: FastifyRequest, name: Name): Secret | null => {
    const text = cookies[nameOf(name)] ?? '';
    return FORM.test(text) ? new Secret(text) : null;
  };
  const give = (reply: FastifyReply, name: Name, secret: Secret, seconds: number): void => {
    void reply.setCookie(nameOf(name), secret.reveal(), { ...options, maxAge: seconds });
  };
  const take = (reply: FastifyReply, name: Name): void => {
    void reply.clearCookie(nameOf(name), options);
  };
  return {
    session: (request: FastifyRequest) => read(request, 'session'),
    device: (request: FastifyRequest) => read(request, 'device'),
    /** Ties a way to the sign-in service to the browser in which it began. */
    signIn: (request: FastifyRequest) => read(request, 'sign_in'),
    letIn(reply: FastifyReply, { session, device }: Entered): void {
      give(reply, 'session', session, SESSION_MS / 1000);
      give(reply, 'device', device, DEVICE_SECONDS);
    },
    letOut(reply: FastifyReply): void {
      take(reply, 'session');
    },
    beginSignIn(reply: FastifyReply, browser: Secret): void {
      give(reply, 'sign_in', browser, SIGN_IN_WITHIN_MS / 1000);
    },
    endSignIn(reply: FastifyReply): void {
      take(reply, 'sign_in');
    },
  };
}
