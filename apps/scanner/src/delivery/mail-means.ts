import { Transport } from '#connectors/kit/guard/transport.js';
import { Secret } from '#connectors/kit/secret.js';
import type { Clock } from '../clock.js';
import type { Settings } from '../settings/settings.js';
import type { SendMail } from './outgoing-mail.js';
import type { SmtpAccount, SmtpLogin, SmtpSecurity } from './smtp-account.js';
import { mailTokens } from './mail-tokens.js';
import { writeMailFile } from './write-mail-file.js';

/** By which the program is handed what takes its mails. */
export const MAIL_MEANS = Symbol('mail means');

export interface MailMeans {
  readonly send: SendMail;
  /** The address that mails come from. */
  readonly from: string;
  /** A mail server, or files in the data directory. */
  readonly way: 'smtp' | 'file';
}

const USUAL_PORTS: Readonly<Record<SmtpSecurity, number>> = { starttls: 587, tls: 465, none: 25 };

/** For files that nobody answers. */
const FROM_NOWHERE = 'plumbline@localhost';

/** How mails leave, as the settings say. */
export function mailMeans(settings: Settings, clock: Clock): MailMeans {
  const account = smtpAccount(settings, clock);
  const from = settings.PLUMBLINE_SMTP_FROM ?? settings.PLUMBLINE_SMTP_USER ?? FROM_NOWHERE;
  if (account === null) {
    const send: SendMail = (_envelope, message) => writeMailFile(settings.PLUMBLINE_DATA_DIR, message);
    return { send, from, way: 'file' };
  }
  const send: SendMail = async (envelope, message, handingOver) => {
    // Loaded with the first mail: the service starts without.
    const { sendBySmtp } = await import('./send-by-smtp.js');
    return sendBySmtp(account, envelope, message, handingOver);
  };
  return { send, from, way: 'smtp' };
}

function smtpAccount(settings: Settings, clock: Clock): SmtpAccount | null {
  const { PLUMBLINE_SMTP_HOST: host, PLUMBLINE_SMTP_SECURITY: security } = settings;
  if (host === undefined) return null;
  return {
    host,
    port: settings.PLUMBLINE_SMTP_PORT ?? USUAL_PORTS[security],
    security,
    login: smtpLogin(settings, clock),
    certificateAuthority: null,
    patienceMs: settings.PLUMBLINE_SMTP_PATIENCE_SECONDS * 1_000,
  };
}

function smtpLogin(settings: Settings, clock: Clock): SmtpLogin | null {
  const {
    PLUMBLINE_SMTP_USER: user,
    PLUMBLINE_SMTP_PASSWORD: password,
    PLUMBLINE_SMTP_OAUTH_CLIENT_ID: clientId,
    PLUMBLINE_SMTP_OAUTH_CLIENT_SECRET: clientSecret,
    PLUMBLINE_SMTP_OAUTH_REFRESH_TOKEN: refreshToken,
    PLUMBLINE_SMTP_OAUTH_TOKEN_URL: tokenUrl,
  } = settings;
  if (user === undefined) return null;
  if (password !== undefined) return { user, password: new Secret(password) };
  if (
    clientId === undefined ||
    clientSecret === undefined ||
    refreshToken === undefined ||
    tokenUrl === undefined
  )
    return null;
  const app = { clientId, clientSecret: new Secret(clientSecret) };
  const accessToken = mailTokens(
    { app, refreshToken: new Secret(refreshToken), tokenUrl },
    { transport: new Transport(null), now: clock },
  );
  return { user, accessToken };
}
