import { Secret as OtpSecret, TOTP } from 'otpauth';
import { Secret } from '#connectors/kit/secret.js';

/** What every authenticator app knows (RFC 6238): six digits, anew each thirty seconds, SHA-1. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 };
const SECRET_BYTES = 20;

/** A phone's clock may be one step off. */
const STEPS_OFF = 1;

/** What codes are made from, as base32 text: for the app, and to be sealed. */
export function newCodeSecret(): Secret {
  return new Secret(new OtpSecret({ size: SECRET_BYTES }).base32);
}

/** The address that a phone reads from a square of dots. */
export function addressForApp(secret: Secret, email: string): Secret {
  return new Secret(totpOf(secret, email).toString());
}

/**
 * The step (thirty seconds since 1970) whose code was typed; null if it is none of now. Somebody who looked over her
 * shoulder must not use it again: take only a step after the last one that was taken.
 */
export function stepOfCode(secret: Secret, code: string, now: Date): number | null {
  if (!/^\d{6}$/u.test(code)) return null;
  const totp = totpOf(secret, '');
  const timestamp = now.getTime();
  const off = totp.validate({ token: code, timestamp, window: STEPS_OFF });
  return off === null ? null : totp.counter({ timestamp }) + off;
}

/** The code of an instant; for tests, and for who makes codes without a phone. */
export function codeAt(secret: Secret, now: Date): string {
  return totpOf(secret, '').generate({ timestamp: now.getTime() });
}

function totpOf(secret: Secret, label: string): TOTP {
  return new TOTP({ ...FORM, issuer: 'Plumbline', label, secret: OtpSecret.fromBase32(secret.reveal()) });
}
